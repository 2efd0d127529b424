"""What searching takes of the database, as SQL for a migration: words brought to one form, and indexes of them.

No extension is used, so that any PostgreSQL will do. ``ledger_fold`` is ``lib.folding.fold`` said in SQL, for the
scripts that names of wars come in; a test holds the two together. ``ledger_words`` makes of it what is looked for:
words of letters and digits, apostrophes dropped, 1,000 as 1000.
"""

from __future__ import annotations

MARKS = (
    r"\u0300-\u0344\u0346-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    r"\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0"
    r"\ufe20-\ufe2f\u00ad\u0600-\u0605\u061c\u06dd\u070f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
)
"""Accents, vowel points and marks that cannot be seen, as both PostgreSQL and Python read them inside brackets."""

_APOSTROPHES, _QUOTES, _DASHES = "‘’‚‛`ʼʹʻ′", "“”„‟«»″", "‐‑‒–—―−"

_OWN = {
    "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "ð": "d", "ə": "a", "ς": "σ", "\u0345": "ι",
    "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
}  # fmt: skip
"""Letters of their own kind, which no decomposition reaches."""


def _bare() -> str:
    """One expression of ``words``, which PostgreSQL then writes in place of the function's call."""
    text = rf"lower(regexp_replace(normalize(words, NFKD), '[{MARKS}]+', '', 'g') @collate)"
    for letter, plain in _OWN.items():  # replace() takes a hundredth of the time of translate()
        text = f"replace({text}, '{letter}', '{plain}')"
    return f"normalize({text}, NFC)"


_BARE = f"""
CREATE FUNCTION ledger_bare(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 100
RETURN {_bare()}
"""

_FOLD = rf"""
CREATE FUNCTION ledger_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 200
RETURN btrim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(ledger_bare(words),
  '[{_APOSTROPHES}]', '''', 'g'), '[{_QUOTES}]', '"', 'g'), '[{_DASHES}]', '-', 'g'), '\s+', ' ', 'g'))
"""

_WORDS = rf"""
CREATE FUNCTION ledger_words(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 400
RETURN to_tsvector('simple'::regconfig, regexp_replace(regexp_replace(regexp_replace(
  ledger_bare(words), '[''{_APOSTROPHES}]+', '', 'g'), '(\d),(?=\d{{3}}(?!\d))', '\1', 'g') @collate,
  '[^[:alnum:] ]+', ' ', 'g'))
"""

FUNCTIONS = f"""
DO $do$
DECLARE known text; said text := '';
BEGIN
  -- What is a letter, and which is its small one, must not hang on the locale that a database was made with.
  SELECT collname INTO known FROM pg_collation WHERE collname IN ('pg_c_utf8', 'und-x-icu', 'C.utf8')
    ORDER BY array_position(ARRAY['pg_c_utf8', 'und-x-icu', 'C.utf8'], collname::text) LIMIT 1;
  IF known IS NOT NULL THEN said := 'COLLATE ' || quote_ident(known); END IF;
  EXECUTE replace($bare${_BARE}$bare$, '@collate', said);
  EXECUTE $fold${_FOLD}$fold$;
  EXECUTE replace($words${_WORDS}$words$, '@collate', said);
END $do$;
"""

CONFLICT_WORDS = "ledger_words({t}name || ' ' || {t}summary)"
CLAIM_WORDS = "ledger_words({t}as_worded || ' ' || {t}place)"
CITATION_WORDS = "ledger_words({t}quote || ' ' || {t}wording || ' ' || {t}attribution)"
SOURCE_WORDS = "ledger_words({t}name)"
INCIDENT_WORDS = "ledger_words({t}name || ' ' || {t}place)"
ARTICLE_WORDS = "ledger_words({t}title)"
"""What is searched of a record: ``t`` is its table's name with a point, in a query; nothing in an index."""

_INDEXED = {
    "words_of_conflicts": ("ledger_conflict", CONFLICT_WORDS),
    "words_of_claims": ("ledger_claim", CLAIM_WORDS),
    "words_of_citations": ("ledger_citation", CITATION_WORDS),
    "words_of_names": ("ledger_sourcealias", SOURCE_WORDS),
    "words_of_incidents": ("ledger_incident", INCIDENT_WORDS),
    "words_of_titles": ("ledger_article", ARTICLE_WORDS),
}
_NUMBERS = ["value", "low", "high"]

INDEXES = "".join(
    f"CREATE INDEX {name} ON {table} USING gin ({words.format(t='')});\n" for name, (table, words) in _INDEXED.items()
) + "".join(
    f"CREATE INDEX claims_by_{number} ON ledger_claim ({number}) WHERE state = 'published' AND {number} IS NOT NULL;\n"
    for number in _NUMBERS
)

FORGET = "".join(
    f"DROP INDEX IF EXISTS {name};\n" for name in [*_INDEXED, *(f"claims_by_{n}" for n in _NUMBERS)]
) + "".join(f"DROP FUNCTION IF EXISTS {name}(text);\n" for name in ("ledger_words", "ledger_fold", "ledger_bare"))
