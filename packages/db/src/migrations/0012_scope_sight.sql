CREATE TABLE "scope_sight" (
	"lane" integer PRIMARY KEY NOT NULL,
	"look_position" bigint NOT NULL,
	"sight_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
-- Half of each page stays free, so that a moved row finds room beside its old one.
ALTER TABLE "scope_sight" SET (fillfactor = 50);--> statement-breakpoint
DROP INDEX "look_at_index";--> statement-breakpoint
INSERT INTO "scope_sight" ("lane", "look_position", "sight_at") SELECT "lane", "look_position", "sight_at" FROM "scope";--> statement-breakpoint
DROP INDEX "scope_by_sight";--> statement-breakpoint
DROP INDEX "scope_look_position_index";--> statement-breakpoint
CREATE INDEX "scope_by_sight" ON "scope_sight" USING btree ("sight_at" DESC NULLS LAST,"lane");--> statement-breakpoint
ALTER TABLE "scope" DROP COLUMN "look_position";--> statement-breakpoint
ALTER TABLE "scope" DROP COLUMN "sight_at";