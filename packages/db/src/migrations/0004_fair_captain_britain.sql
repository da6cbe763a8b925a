CREATE TABLE "audit_conclusion" (
	"sample" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"author" text NOT NULL,
	"result" text NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "audit_conclusion_sample_ordinal_number_pk" PRIMARY KEY("sample","ordinal","number")
);
--> statement-breakpoint
CREATE TABLE "audit_sample_row" (
	"sample" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"name" text NOT NULL,
	"stratum" text,
	"task" jsonb NOT NULL,
	CONSTRAINT "audit_sample_row_sample_ordinal_pk" PRIMARY KEY("sample","ordinal")
);
--> statement-breakpoint
CREATE TABLE "audit_sample" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"population" text NOT NULL,
	"filters" jsonb NOT NULL,
	"stratify_by" text,
	"run" integer NOT NULL,
	"position" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"seed" text NOT NULL,
	"size" integer,
	"tolerable_share" double precision,
	"confidence" double precision NOT NULL,
	"population_size" integer NOT NULL,
	"population_hash" text NOT NULL,
	"strata" jsonb
);
--> statement-breakpoint
ALTER TABLE "audit_conclusion" ADD CONSTRAINT "audit_conclusion_sample_audit_sample_id_fk" FOREIGN KEY ("sample") REFERENCES "public"."audit_sample"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_sample_row" ADD CONSTRAINT "audit_sample_row_sample_audit_sample_id_fk" FOREIGN KEY ("sample") REFERENCES "public"."audit_sample"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_sample_created_at_id_index" ON "audit_sample" USING btree ("created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "inventory_history_ended" ON "inventory_history" USING btree ("valid_to") WHERE "inventory_history"."valid_to" is not null;