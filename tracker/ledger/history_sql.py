"""The triggers that keep history, as SQL for migrations.

Statement-level triggers with transition tables write one ``ledger_difference`` for each row that a statement
inserted, changed or deleted: bulk and raw SQL are seen like single saves. The function runs with its owner's rights,
so the app's role needs no right to write differences, and refuses a write that no change of the same transaction
announced in the setting ``ledger.change``.
"""

from __future__ import annotations

KEPT_TABLES = [
    "ledger_conflict", "ledger_party", "ledger_incident", "ledger_milestone", "ledger_linecolour", "ledger_source",
    "ledger_sourcealias", "ledger_affiliation", "ledger_article", "ledger_claim", "ledger_citation",
    "ledger_suggestion",
]  # fmt: skip
APPEND_ONLY_TABLES = ["ledger_change", "ledger_difference"]

KEEP_HISTORY = """
CREATE FUNCTION ledger_announced_change() RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE announced bigint := nullif(current_setting('ledger.change', true), '')::bigint;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM ledger_change WHERE id = announced AND made_in = pg_current_xact_id()::text::bigint) THEN
    RAISE EXCEPTION 'The ledger takes no write without a change that says who and why'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN announced;
END $$;

CREATE FUNCTION ledger_keep_history() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE change bigint; unmatched bigint;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT 1 FROM new_rows) THEN RETURN NULL; END IF;
    change := ledger_announced_change();
    INSERT INTO ledger_difference (change_id, "table", "row", claim, before, after)
      SELECT change, TG_TABLE_NAME, (j ->> 'id')::bigint,
             CASE TG_TABLE_NAME WHEN 'ledger_claim' THEN (j ->> 'id')::bigint
                                WHEN 'ledger_citation' THEN (j ->> 'claim_id')::bigint END, NULL, j
      FROM (SELECT to_jsonb(n) AS j FROM new_rows n) AS rows;
  ELSIF TG_OP = 'DELETE' THEN
    IF NOT EXISTS (SELECT 1 FROM old_rows) THEN RETURN NULL; END IF;
    change := ledger_announced_change();
    INSERT INTO ledger_difference (change_id, "table", "row", claim, before, after)
      SELECT change, TG_TABLE_NAME, (j ->> 'id')::bigint,
             CASE TG_TABLE_NAME WHEN 'ledger_claim' THEN (j ->> 'id')::bigint
                                WHEN 'ledger_citation' THEN (j ->> 'claim_id')::bigint END, j, NULL
      FROM (SELECT to_jsonb(o) AS j FROM old_rows o) AS rows;
  ELSE
    IF NOT EXISTS (SELECT 1 FROM new_rows) THEN RETURN NULL; END IF;
    change := ledger_announced_change();
    SELECT count(*) INTO unmatched FROM new_rows n WHERE NOT EXISTS (SELECT 1 FROM old_rows o WHERE o.id = n.id);
    IF unmatched > 0 THEN
      RAISE EXCEPTION 'The ledger does not renumber rows' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO ledger_difference (change_id, "table", "row", claim, before, after)
      SELECT change, TG_TABLE_NAME, (b ->> 'id')::bigint,
             CASE TG_TABLE_NAME WHEN 'ledger_claim' THEN (b ->> 'id')::bigint
                                WHEN 'ledger_citation' THEN (a ->> 'claim_id')::bigint END, b, a
      FROM (SELECT to_jsonb(o) AS b, to_jsonb(n) AS a FROM old_rows o JOIN new_rows n USING (id)) AS rows
      WHERE a IS DISTINCT FROM b;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% may not be used on %: its history would be lost', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$;
"""

FORGET_HISTORY = """
DROP FUNCTION IF EXISTS ledger_keep_history() CASCADE;
DROP FUNCTION IF EXISTS ledger_announced_change() CASCADE;
DROP FUNCTION IF EXISTS ledger_refuse() CASCADE;
"""


def kept(table: str) -> str:
    """SQL that puts the history triggers on ``table``, which must have a bigint key named id."""
    events = {
        "INSERT": "NEW TABLE AS new_rows",
        "UPDATE": "OLD TABLE AS old_rows NEW TABLE AS new_rows",
        "DELETE": "OLD TABLE AS old_rows",
    }
    keep = "".join(
        f"CREATE TRIGGER history_of_{event.lower()} AFTER {event} ON {table} REFERENCING {rows} "
        "FOR EACH STATEMENT EXECUTE FUNCTION ledger_keep_history();\n"
        for event, rows in events.items()
    )
    return keep + (
        f"CREATE TRIGGER history_refuses_truncate BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();\n"
    )


def append_only(table: str) -> str:
    """SQL by which ``table`` refuses every change but INSERT, to its owner too."""
    return (
        f"CREATE TRIGGER history_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();\n"
    )


def forget(table: str) -> str:
    """SQL that takes every trigger of this module off ``table``."""
    names = ["insert", "update", "delete"]
    drops = [f"history_of_{name}" for name in names] + ["history_refuses_truncate", "history_is_append_only"]
    return "".join(f"DROP TRIGGER IF EXISTS {name} ON {table};\n" for name in drops)


CONSTRAINTS = """
ALTER TABLE ledger_party ADD CONSTRAINT a_party_is_in_its_sides_conflict
  FOREIGN KEY (parent_id, conflict_id) REFERENCES ledger_party (id, conflict_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ledger_claim ADD CONSTRAINT a_claims_party_is_in_its_conflict
  FOREIGN KEY (party_id, conflict_id) REFERENCES ledger_party (id, conflict_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ledger_claim ADD CONSTRAINT a_claims_incident_is_in_its_conflict
  FOREIGN KEY (incident_id, conflict_id) REFERENCES ledger_incident (id, conflict_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ledger_claim ADD CONSTRAINT a_claim_is_part_of_one_in_its_conflict
  FOREIGN KEY (part_of_id, conflict_id) REFERENCES ledger_claim (id, conflict_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ledger_claim ADD CONSTRAINT a_claim_follows_one_in_its_conflict
  FOREIGN KEY (follows_id, conflict_id) REFERENCES ledger_claim (id, conflict_id) DEFERRABLE INITIALLY DEFERRED;

CREATE FUNCTION ledger_published_is_cited() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE asked bigint;
BEGIN
  asked := CASE TG_TABLE_NAME WHEN 'ledger_claim' THEN (to_jsonb(NEW) ->> 'id')::bigint
                              ELSE (to_jsonb(OLD) ->> 'claim_id')::bigint END;
  IF EXISTS (SELECT 1 FROM ledger_claim WHERE id = asked AND state = 'published')
     AND NOT EXISTS (SELECT 1 FROM ledger_citation WHERE claim_id = asked) THEN
    RAISE EXCEPTION 'Claim % is published without a citation', asked
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER a_published_claim_has_a_citation AFTER INSERT OR UPDATE OF state ON ledger_claim
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'published')
  EXECUTE FUNCTION ledger_published_is_cited();
CREATE CONSTRAINT TRIGGER a_published_claim_keeps_a_citation AFTER DELETE OR UPDATE OF claim_id ON ledger_citation
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_published_is_cited();
"""

NO_CONSTRAINTS = """
DROP FUNCTION IF EXISTS ledger_published_is_cited() CASCADE;
ALTER TABLE ledger_claim DROP CONSTRAINT IF EXISTS a_claim_follows_one_in_its_conflict;
ALTER TABLE ledger_claim DROP CONSTRAINT IF EXISTS a_claim_is_part_of_one_in_its_conflict;
ALTER TABLE ledger_claim DROP CONSTRAINT IF EXISTS a_claims_incident_is_in_its_conflict;
ALTER TABLE ledger_claim DROP CONSTRAINT IF EXISTS a_claims_party_is_in_its_conflict;
ALTER TABLE ledger_party DROP CONSTRAINT IF EXISTS a_party_is_in_its_sides_conflict;
"""
