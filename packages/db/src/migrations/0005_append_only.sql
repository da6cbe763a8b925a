CREATE FUNCTION refuse_change_of_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The log of decisions only grows: % is refused.', TG_OP
    USING ERRCODE = 'restrict_violation', HINT = 'Take a decision back by appending one that revokes it.';
END
$$;
--> statement-breakpoint
CREATE TRIGGER decision_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON "decision"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_log();
