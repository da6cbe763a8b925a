ALTER TABLE "ai_system" ADD COLUMN "assignee" text;--> statement-breakpoint
ALTER TABLE "ai_system" ADD COLUMN "snoozed_until" text;