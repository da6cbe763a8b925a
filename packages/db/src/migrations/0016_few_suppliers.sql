DROP INDEX "ai_system_by_attention";--> statement-breakpoint
DROP INDEX "ai_system_queue";--> statement-breakpoint
ALTER TABLE "ai_system" ADD COLUMN "few_suppliers" text[] GENERATED ALWAYS AS (case when cardinality(suppliers) <= 20 then suppliers end) STORED;--> statement-breakpoint
CREATE INDEX "ai_system_by_attention" ON "ai_system" USING btree ("attention" DESC NULLS FIRST,"id" collate "C","state","live","snoozed_until","few_suppliers");--> statement-breakpoint
CREATE INDEX "ai_system_queue" ON "ai_system" USING btree ("state","attention" DESC NULLS FIRST,"id" collate "C","live","snoozed_until","few_suppliers");