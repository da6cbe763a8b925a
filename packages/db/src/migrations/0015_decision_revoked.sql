CREATE INDEX "decision_revokes" ON "decision" USING btree (("body" ->> 'sequence')) WHERE ("decision"."body" ->> 'type') = 'revoke';--> statement-breakpoint
-- Whether nothing takes the decision back that is not taken back itself. Whatever does so is newer, so this ends.
CREATE FUNCTION decision_holds("number" integer) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT EXISTS (
    SELECT FROM "decision" "newer"
    WHERE "newer"."body" ->> 'type' = 'revoke' AND "newer"."body" ->> 'sequence' = "number"::text
      AND "newer"."sequence" > "number" AND decision_holds("newer"."sequence"))
$$;
