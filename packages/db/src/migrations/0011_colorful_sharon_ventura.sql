-- Searching for a part of a word by an index; a trusted extension that comes with PostgreSQL.
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
DROP INDEX "scan_started_at_id_index";--> statement-breakpoint
CREATE INDEX "scan_by_start" ON "scan" USING btree ("started_at" DESC NULLS FIRST,"id");--> statement-breakpoint
-- What the inventory now keeps besides is made anew from the ledger; see reconcile/rebuild.ts.
UPDATE "head" SET "basis" = NULL WHERE "name" = 'inventory';
