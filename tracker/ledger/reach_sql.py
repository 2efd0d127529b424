"""The trigger that notes which conflicts' pages a change may alter, as SQL for migrations.

It reads what the history triggers wrote: one ``ledger_reach`` for each change and conflict, one without a conflict
where something that conflicts share was altered or removed. A source, a name or an article that is only added stands
on no conflict's page until a claim or a citation leads to it; suggestions, names to match and stored text never do.
"""

from __future__ import annotations

TABLE = "ledger_reach"

REACHED = """
SELECT DISTINCT change_id, CASE
    WHEN "table" = 'ledger_conflict' THEN "row"
    WHEN "table" = 'ledger_citation'
      THEN (SELECT conflict_id FROM ledger_claim WHERE id = (side ->> 'claim_id')::bigint)
    WHEN "table" = 'ledger_affiliation'
      THEN (SELECT conflict_id FROM ledger_party WHERE id = (side ->> 'party_id')::bigint)
    ELSE (side ->> 'conflict_id')::bigint END
FROM {differences} AS differing, LATERAL (VALUES (before), (after)) AS sides (side)
WHERE side IS NOT NULL AND CASE
    WHEN "table" IN ('ledger_suggestion', 'ledger_sourcealias') THEN false
    WHEN "table" = 'ledger_source' THEN before IS NOT NULL
    WHEN "table" = 'ledger_article'
      THEN before - ARRAY['text', 'text_sha256'] IS DISTINCT FROM after - ARRAY['text', 'text_sha256']
        AND before IS NOT NULL
    ELSE true END
"""
"""Change and conflict of each row before and after; a source or an article has no conflict."""

NOTE = f"""
CREATE FUNCTION ledger_note_reach() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO {TABLE} (change_id, conflict) {REACHED.format(differences="new_rows")} ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER a_change_notes_its_reach AFTER INSERT ON ledger_difference REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_note_reach();
INSERT INTO {TABLE} (change_id, conflict) {REACHED.format(differences="ledger_difference")};
"""

FORGET = """
DROP TRIGGER IF EXISTS a_change_notes_its_reach ON ledger_difference;
DROP FUNCTION IF EXISTS ledger_note_reach();
"""
