CREATE TABLE "decision" (
	"sequence" integer PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"author" text NOT NULL,
	"body" jsonb NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL,
	"request_id" uuid,
	CONSTRAINT "decision_position_unique" UNIQUE("position"),
	CONSTRAINT "decision_requestId_unique" UNIQUE("request_id")
);
--> statement-breakpoint
CREATE TABLE "finding_content" (
	"hash" text PRIMARY KEY NOT NULL,
	"finding" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "finding" (
	"scope_key" text NOT NULL,
	"scanner" text NOT NULL,
	"key" text NOT NULL,
	"from_position" bigint NOT NULL,
	"to_position" bigint,
	"kind" text NOT NULL,
	"hash" text NOT NULL,
	"presence" text NOT NULL,
	"opened" jsonb NOT NULL,
	"closed" jsonb,
	"last_seen" jsonb,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"essence" text NOT NULL,
	"essence_at" timestamp (3) with time zone NOT NULL,
	"created_at" text,
	CONSTRAINT "finding_scope_key_scanner_key_from_position_pk" PRIMARY KEY("scope_key","scanner","key","from_position")
);
--> statement-breakpoint
CREATE TABLE "head" (
	"name" text PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "look" (
	"position" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"scan" uuid NOT NULL,
	"scope_key" text NOT NULL,
	"scanner" text NOT NULL,
	"sequence" integer NOT NULL,
	"version" text NOT NULL,
	"catalogue" text NOT NULL,
	"scope" jsonb NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone NOT NULL,
	"coverage" jsonb NOT NULL,
	"outcome" text NOT NULL,
	"digest" text NOT NULL,
	"saw" integer NOT NULL,
	"unknown_count" integer NOT NULL,
	"unknowns" jsonb,
	"change" jsonb NOT NULL,
	"record" jsonb NOT NULL,
	"held_report" jsonb
);
--> statement-breakpoint
CREATE TABLE "reconciliation" (
	"run" integer PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"scanner" text NOT NULL,
	"version" text NOT NULL,
	"catalogue" text NOT NULL,
	"source" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"coverage" jsonb,
	"author" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scope" (
	"scope_key" text NOT NULL,
	"scanner" text NOT NULL,
	"look_position" bigint NOT NULL,
	"title" text NOT NULL,
	"source" text NOT NULL,
	"status" text NOT NULL,
	"held" boolean NOT NULL,
	CONSTRAINT "scope_scope_key_scanner_pk" PRIMARY KEY("scope_key","scanner")
);
--> statement-breakpoint
CREATE TABLE "component_finding" (
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"component_id" text NOT NULL,
	CONSTRAINT "component_finding_scope_key_pk" PRIMARY KEY("scope","key")
);
--> statement-breakpoint
CREATE TABLE "component" (
	"id" text PRIMARY KEY NOT NULL,
	"system_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"supplier" text,
	"supplier_name" text,
	"product" text,
	"framework" text,
	"model" jsonb,
	"grade" text NOT NULL,
	"context" text NOT NULL,
	"state" text NOT NULL,
	"identifiers" jsonb NOT NULL,
	"attributes" jsonb NOT NULL,
	"findings" jsonb NOT NULL,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"model_id" text,
	"sort_name" text NOT NULL,
	"search" text NOT NULL,
	"version" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inventory_event" (
	"run" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"subject_name" text NOT NULL,
	"system_id" text,
	"event" text NOT NULL,
	"detail" text NOT NULL,
	CONSTRAINT "inventory_event_run_ordinal_pk" PRIMARY KEY("run","ordinal")
);
--> statement-breakpoint
CREATE TABLE "flag" (
	"id" text NOT NULL,
	"subject" jsonb NOT NULL,
	"reason" text NOT NULL,
	"cleared_by" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"version" text NOT NULL,
	CONSTRAINT "flag_subject_type_subject_id_id_pk" PRIMARY KEY("subject_type","subject_id","id")
);
--> statement-breakpoint
CREATE TABLE "inventory_history" (
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"run" integer NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_to" timestamp (3) with time zone,
	"body" jsonb NOT NULL,
	CONSTRAINT "inventory_history_subject_type_subject_id_run_pk" PRIMARY KEY("subject_type","subject_id","run")
);
--> statement-breakpoint
CREATE TABLE "model" (
	"id" text NOT NULL,
	"publisher" text,
	"hosts" text[] NOT NULL,
	"systems" text[] NOT NULL,
	"component_count" integer NOT NULL,
	"retires_on" text,
	"row_key" text PRIMARY KEY NOT NULL,
	"version" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "relationship" (
	"from" text NOT NULL,
	"type" text NOT NULL,
	"to" text NOT NULL,
	"version" text NOT NULL,
	CONSTRAINT "relationship_from_type_to_pk" PRIMARY KEY("from","type","to")
);
--> statement-breakpoint
CREATE TABLE "supplier" (
	"slug" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"country" text,
	"site" text,
	"review" text NOT NULL,
	"reviewed_at" timestamp (3) with time zone,
	"next_review" text,
	"contract" text,
	"system_count" integer NOT NULL,
	"component_count" integer NOT NULL,
	"sort_name" text NOT NULL,
	"version" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ai_system" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"group_key" text NOT NULL,
	"group_title" text NOT NULL,
	"fields" jsonb NOT NULL,
	"suppliers" text[] NOT NULL,
	"models" text[] NOT NULL,
	"component_count" integer NOT NULL,
	"grade" text,
	"contexts" text[] NOT NULL,
	"flags" text[] NOT NULL,
	"rating" jsonb,
	"live" boolean NOT NULL,
	"first_seen_at" timestamp (3) with time zone,
	"last_seen_at" timestamp (3) with time zone,
	"name" text NOT NULL,
	"sort_name" text NOT NULL,
	"search" text NOT NULL,
	"attention" integer NOT NULL,
	"version" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deployment_secret" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scanner_token" (
	"id" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"name" text NOT NULL,
	"sources" text[] NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "scanner_token_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"hash" text PRIMARY KEY NOT NULL,
	"user" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "look" ADD CONSTRAINT "look_scan_scan_id_fk" FOREIGN KEY ("scan") REFERENCES "public"."scan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decision_at_index" ON "decision" USING btree ("at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "finding_open" ON "finding" USING btree ("scope_key","scanner","key") WHERE "finding"."to_position" is null;--> statement-breakpoint
CREATE INDEX "look_scan_scope_key_index" ON "look" USING btree ("scan","scope_key");--> statement-breakpoint
CREATE INDEX "look_scope_key_scanner_sequence_index" ON "look" USING btree ("scope_key","scanner","sequence");--> statement-breakpoint
CREATE INDEX "look_at_index" ON "look" USING btree ("at");--> statement-breakpoint
CREATE INDEX "scan_started_at_id_index" ON "scan" USING btree ("started_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "scope_status_scope_key_index" ON "scope" USING btree ("status","scope_key");--> statement-breakpoint
CREATE INDEX "scope_look_position_index" ON "scope" USING btree ("look_position");--> statement-breakpoint
CREATE INDEX "component_finding_component_id_index" ON "component_finding" USING btree ("component_id");--> statement-breakpoint
CREATE INDEX "component_system_id_id_index" ON "component" USING btree ("system_id","id");--> statement-breakpoint
CREATE INDEX "component_by_name" ON "component" USING btree ("sort_name" collate "C","id" collate "C");--> statement-breakpoint
CREATE INDEX "component_by_last_seen" ON "component" USING btree ("last_seen_at","id" collate "C");--> statement-breakpoint
CREATE INDEX "component_by_supplier" ON "component" USING btree ("supplier","sort_name" collate "C","id" collate "C");--> statement-breakpoint
CREATE INDEX "component_model_id_index" ON "component" USING btree ("model_id");--> statement-breakpoint
CREATE INDEX "component_by_kind" ON "component" USING btree ("kind","sort_name" collate "C","id" collate "C");--> statement-breakpoint
CREATE INDEX "inventory_event_system_id_run_ordinal_index" ON "inventory_event" USING btree ("system_id","run","ordinal");--> statement-breakpoint
CREATE INDEX "flag_id_index" ON "flag" USING btree ("id");--> statement-breakpoint
CREATE INDEX "inventory_history_open" ON "inventory_history" USING btree ("subject_type","subject_id") WHERE "inventory_history"."valid_to" is null;--> statement-breakpoint
CREATE INDEX "inventory_history_subject_type_valid_from_valid_to_index" ON "inventory_history" USING btree ("subject_type","valid_from","valid_to");--> statement-breakpoint
CREATE INDEX "model_id_index" ON "model" USING btree ("id");--> statement-breakpoint
CREATE INDEX "model_component_count_row_key_index" ON "model" USING btree ("component_count","row_key");--> statement-breakpoint
CREATE INDEX "relationship_to_index" ON "relationship" USING btree ("to");--> statement-breakpoint
CREATE INDEX "supplier_by_name" ON "supplier" USING btree ("sort_name" collate "C","slug" collate "C");--> statement-breakpoint
CREATE INDEX "supplier_by_systems" ON "supplier" USING btree ("system_count","slug" collate "C");--> statement-breakpoint
CREATE INDEX "ai_system_by_attention" ON "ai_system" USING btree ("attention" DESC NULLS LAST,"id" collate "C");--> statement-breakpoint
CREATE INDEX "ai_system_by_name" ON "ai_system" USING btree ("sort_name" collate "C","id" collate "C");--> statement-breakpoint
CREATE INDEX "ai_system_by_last_seen" ON "ai_system" USING btree ("last_seen_at","id" collate "C");--> statement-breakpoint
CREATE INDEX "ai_system_by_first_seen" ON "ai_system" USING btree ("first_seen_at","id" collate "C");--> statement-breakpoint
CREATE INDEX "ai_system_queue" ON "ai_system" USING btree ("state","attention" DESC NULLS LAST,"id" collate "C");--> statement-breakpoint
CREATE INDEX "ai_system_suppliers_index" ON "ai_system" USING gin ("suppliers");--> statement-breakpoint
CREATE INDEX "ai_system_flags_index" ON "ai_system" USING gin ("flags");--> statement-breakpoint
CREATE INDEX "session_expires_at_index" ON "session" USING btree ("expires_at");