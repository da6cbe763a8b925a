CREATE TABLE "register_import_row" (
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"cells" text[] NOT NULL,
	"faults" jsonb,
	"choice" jsonb,
	"planned" jsonb,
	"sequence" integer,
	CONSTRAINT "register_import_row_import_id_row_pk" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
CREATE TABLE "register_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"file_name" text NOT NULL,
	"format" text NOT NULL,
	"bytes" integer NOT NULL,
	"digest" text NOT NULL,
	"sheet" text,
	"sheets" jsonb NOT NULL,
	"notes" text[] NOT NULL,
	"row_count" integer NOT NULL,
	"mapping" jsonb NOT NULL,
	"layout" jsonb NOT NULL,
	"version" integer NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"confirmed_by" text,
	"confirmed_at" timestamp (3) with time zone,
	"result" jsonb
);
--> statement-breakpoint
CREATE TABLE "register_link" (
	"key" text PRIMARY KEY NOT NULL,
	"system_id" text NOT NULL,
	"keys" text[] NOT NULL,
	"values" jsonb NOT NULL,
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "register_import_row" ADD CONSTRAINT "register_import_row_import_id_register_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."register_import"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "register_import_created_at_id_index" ON "register_import" USING btree ("created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "register_link_system_id_index" ON "register_link" USING btree ("system_id");