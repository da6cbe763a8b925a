CREATE TABLE "notification_delivery" (
	"id" uuid PRIMARY KEY NOT NULL,
	"destination" uuid NOT NULL,
	"is_test" boolean NOT NULL,
	"message" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"attempts" integer NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"claimed_until" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"answer" integer,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "notification_destination" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"paused" boolean NOT NULL,
	"wanted" jsonb NOT NULL,
	"gather" text NOT NULL,
	"daily_at" integer NOT NULL,
	"url" text,
	"url_shown" text,
	"secret" text,
	"recipients" text[] NOT NULL,
	"version" integer NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notification_news" (
	"destination" uuid NOT NULL,
	"key" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"news" jsonb,
	CONSTRAINT "notification_news_destination_key_pk" PRIMARY KEY("destination","key")
);
--> statement-breakpoint
CREATE TABLE "notification_cursor" (
	"name" text PRIMARY KEY NOT NULL,
	"run" integer NOT NULL,
	"calendar_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "notification_delivery" ADD CONSTRAINT "notification_delivery_destination_notification_destination_id_fk" FOREIGN KEY ("destination") REFERENCES "public"."notification_destination"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_news" ADD CONSTRAINT "notification_news_destination_notification_destination_id_fk" FOREIGN KEY ("destination") REFERENCES "public"."notification_destination"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notification_delivery_waiting" ON "notification_delivery" USING btree ("next_at") WHERE "notification_delivery"."status" = 'waiting';--> statement-breakpoint
CREATE INDEX "notification_delivery_created_at_id_index" ON "notification_delivery" USING btree ("created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "notification_delivery_destination_created_at_index" ON "notification_delivery" USING btree ("destination","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "notification_news_waiting" ON "notification_news" USING btree ("destination","at") WHERE "notification_news"."news" is not null;--> statement-breakpoint
CREATE INDEX "notification_news_at_index" ON "notification_news" USING btree ("at");