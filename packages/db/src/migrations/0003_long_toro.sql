ALTER TABLE "ai_system" ADD COLUMN "assignee" text;--> statement-breakpoint
ALTER TABLE "ai_system" ADD COLUMN "snoozed_until" text;--> statement-breakpoint
CREATE INDEX "decision_of_settings" ON "decision" USING btree ("position") WHERE ("decision"."body" ->> 'type') in ('configure', 'revoke');