CREATE TABLE "state_day" (
	"day" text PRIMARY KEY NOT NULL,
	"unregistered" integer NOT NULL,
	"registered" integer NOT NULL,
	"dismissed" integer NOT NULL
);
