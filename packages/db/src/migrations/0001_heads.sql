INSERT INTO "head" ("name", "position", "at") VALUES
  ('ledger', 0, '1970-01-01T00:00:00Z'),
  ('inventory', 0, '1970-01-01T00:00:00Z');
