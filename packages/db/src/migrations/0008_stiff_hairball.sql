CREATE TABLE "held_key" (
	"scope_key" text NOT NULL,
	"scanner" text NOT NULL,
	"key" text NOT NULL,
	"hash" text,
	"kind" text,
	"essence" text,
	"created_at" text,
	CONSTRAINT "held_key_scope_key_scanner_key_pk" PRIMARY KEY("scope_key","scanner","key")
);
--> statement-breakpoint
ALTER TABLE "look" ALTER COLUMN "change" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "look" ADD COLUMN "aliases" jsonb;--> statement-breakpoint
CREATE INDEX "finding_not_seen" ON "finding" USING btree ("scope_key","scanner") WHERE "finding"."to_position" is null and "finding"."last_seen" is not null;--> statement-breakpoint
CREATE INDEX "look_with_aliases" ON "look" USING btree ("scope_key","scanner","position") WHERE "look"."aliases" is not null;