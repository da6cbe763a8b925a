-- Searching for a part of a word by an index; a trusted extension that comes with PostgreSQL.
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TABLE "inventory_count" (
	"subject" text NOT NULL,
	"name" text NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "inventory_count_subject_name_pk" PRIMARY KEY("subject","name")
);
--> statement-breakpoint
DROP INDEX "scan_started_at_id_index";--> statement-breakpoint
DROP INDEX "flag_id_index";--> statement-breakpoint
DROP INDEX "ai_system_by_attention";--> statement-breakpoint
DROP INDEX "ai_system_queue";--> statement-breakpoint
ALTER TABLE "inventory_history" ADD COLUMN "sort_name" text;--> statement-breakpoint
ALTER TABLE "inventory_history" ADD COLUMN "attention" integer;--> statement-breakpoint
ALTER TABLE "inventory_history" ADD COLUMN "search" text;--> statement-breakpoint
CREATE INDEX "decision_about" ON "decision" USING gin ("body" jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "reconciliation_at_run_index" ON "reconciliation" USING btree ("at","run");--> statement-breakpoint
CREATE INDEX "scan_by_start" ON "scan" USING btree ("started_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "scope_in_order" ON "scope" USING btree ("scope_key" collate "C","scanner" collate "C");--> statement-breakpoint
CREATE INDEX "component_by_own_sight" ON "component" USING btree ("seen_at","id" collate "C") WHERE "component"."seen_at" is not null;--> statement-breakpoint
CREATE INDEX "component_by_first_seen" ON "component" USING btree ("first_seen_at","id" collate "C");--> statement-breakpoint
CREATE INDEX "component_by_identifier" ON "component" USING gin ("identifiers" jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "component_by_words" ON "component" USING gin ("search" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "inventory_event_subject_id_run_ordinal_index" ON "inventory_event" USING btree ("subject_id","run","ordinal");--> statement-breakpoint
CREATE INDEX "flag_by_id" ON "flag" USING btree ("id" collate "C",("subject_type" || ' ' || "subject_id") collate "C");--> statement-breakpoint
CREATE INDEX "flag_by_subject" ON "flag" USING btree (("subject_type" || ' ' || "subject_id") collate "C","id" collate "C");--> statement-breakpoint
CREATE INDEX "system_history_by_attention" ON "inventory_history" USING btree ("attention" DESC NULLS FIRST,"subject_id" collate "C") WHERE "inventory_history"."subject_type" = 'system';--> statement-breakpoint
CREATE INDEX "system_history_by_name" ON "inventory_history" USING btree ("sort_name" collate "C","subject_id" collate "C") WHERE "inventory_history"."subject_type" = 'system';--> statement-breakpoint
CREATE INDEX "merge_proposal_in_order" ON "merge_proposal" USING btree ("one" collate "C","other" collate "C");--> statement-breakpoint
CREATE INDEX "ai_system_by_own_sight" ON "ai_system" USING btree ("seen_at","id" collate "C") WHERE "ai_system"."seen_at" is not null;--> statement-breakpoint
CREATE INDEX "ai_system_by_risk" ON "ai_system" USING btree (("fields" #>> '{riskLevel,value}'),"id" collate "C");--> statement-breakpoint
CREATE INDEX "ai_system_by_business_owner" ON "ai_system" USING btree (lower("fields" #>> '{businessOwner,value}'));--> statement-breakpoint
CREATE INDEX "ai_system_by_technical_owner" ON "ai_system" USING btree (lower("fields" #>> '{technicalOwner,value}'));--> statement-breakpoint
CREATE INDEX "ai_system_by_assignee" ON "ai_system" USING btree (lower("assignee"));--> statement-breakpoint
CREATE INDEX "ai_system_snoozed" ON "ai_system" USING btree ("snoozed_until","state","live") WHERE "ai_system"."snoozed_until" is not null;--> statement-breakpoint
CREATE INDEX "ai_system_models_index" ON "ai_system" USING gin ("models");--> statement-breakpoint
CREATE INDEX "ai_system_by_words" ON "ai_system" USING gin ("search" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "ai_system_by_attention" ON "ai_system" USING btree ("attention" DESC NULLS FIRST,"id" collate "C");--> statement-breakpoint
CREATE INDEX "ai_system_queue" ON "ai_system" USING btree ("state","attention" DESC NULLS FIRST,"id" collate "C");--> statement-breakpoint
-- What the inventory now keeps besides is made anew from the ledger; see reconcile/rebuild.ts.
UPDATE "head" SET "basis" = NULL WHERE "name" = 'inventory';
