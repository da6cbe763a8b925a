CREATE TABLE "state_day" (
	"day" text PRIMARY KEY NOT NULL,
	"unregistered" integer NOT NULL,
	"registered" integer NOT NULL,
	"dismissed" integer NOT NULL
);
--> statement-breakpoint
DROP INDEX "decision_of_settings";--> statement-breakpoint
ALTER TABLE "ai_system" ADD COLUMN "dismissed_by_rule" text;--> statement-breakpoint
CREATE INDEX "look_with_news" ON "look" USING btree ("scan") WHERE "look"."change" is not null;--> statement-breakpoint
CREATE INDEX "ai_system_by_user_impact" ON "ai_system" USING btree (("fields" #>> '{userImpact,value}'));--> statement-breakpoint
CREATE INDEX "ai_system_by_lifecycle" ON "ai_system" USING btree (("fields" #>> '{lifecycle,value}'));--> statement-breakpoint
CREATE INDEX "ai_system_by_next_review" ON "ai_system" USING btree (("fields" #>> '{nextReview,value}'));--> statement-breakpoint
CREATE INDEX "ai_system_by_rule" ON "ai_system" USING btree ("dismissed_by_rule") WHERE "ai_system"."dismissed_by_rule" is not null;--> statement-breakpoint
CREATE INDEX "decision_of_settings" ON "decision" USING btree ("position") WHERE ("decision"."body" ->> 'type') in ('configure', 'set-rule', 'remove-rule', 'revoke');