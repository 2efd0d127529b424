"""Small closed classes of English words that several rules of reading share."""

from __future__ import annotations

from tracker.reading.document import Document

_REACH = 60

BE = frozenset("is are was were be been being".split())
AUXILIARIES = BE | frozenset(
    "has have had will would could can cannot may might must should shall do does did got get gets".split()
)
PREPOSITIONS = frozenset(
    "in on at by from with without to into onto of for during after before since until till under over between among"
    " amid amidst across along near inside outside within against through throughout while when where because as"
    " including include included includes excluding than per despite following via around about towards toward off"
    " beyond behind beside beneath above below upon alongside not besides amongst according".split()
)
CONJUNCTIONS = frozenset("and or but nor yet so although though whereas if that which who whom whose".split())
DETERMINERS = frozenset(
    "the a an this that these those their its his her our my your every each all both some any no another".split()
)
PRONOUNS = frozenset(
    "it he she they we i you them him us me itself themselves himself herself myself ourselves yourself there here what"
    " who whom others".split()
)
MARKS = frozenset(".,;:!?…()[]{}\"“”‘’'«»—–/|•*")
NOUN_ENDS = AUXILIARIES | PREPOSITIONS | CONJUNCTIONS | DETERMINERS | PRONOUNS | MARKS
"""Words at which a noun phrase that has begun is over."""

DEEDS = frozenset(
    "came went rode drove broke took fought fled threw ran began set sent burst left crept swept met hid got".split()
)
"""Pasts of verbs of what fighters do that have no ending."""

DASHES = frozenset("-–—‐‑−")
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul"
    " aug sep sept oct nov dec".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def words_around(document: Document, at: int) -> list[str]:
    """The words of the sentence that holds token ``at``; of a very long one, those near it."""
    sentence = document.sentences[document.sentence_at(at)]
    return document.low[max(sentence.first, at - _REACH) : min(sentence.after, at + _REACH)]
