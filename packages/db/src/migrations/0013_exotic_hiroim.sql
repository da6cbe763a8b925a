CREATE INDEX "ai_system_by_user_impact" ON "ai_system" USING btree (("fields" #>> '{userImpact,value}'));--> statement-breakpoint
CREATE INDEX "ai_system_by_lifecycle" ON "ai_system" USING btree (("fields" #>> '{lifecycle,value}'));--> statement-breakpoint
CREATE INDEX "ai_system_by_next_review" ON "ai_system" USING btree (("fields" #>> '{nextReview,value}'));