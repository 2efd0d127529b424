"""The history's words that are made from names in the code, listed for the catalogues of translations."""

from __future__ import annotations

from tracker.lib.tongue import marked, say

VERBS = (
    marked("accept suggestion"), marked("add affiliation"), marked("add alias"), marked("add article"),
    marked("add conflict"), marked("add incident"), marked("add milestone"), marked("add party"), marked("add source"),
    marked("cite claim"), marked("correct citation"), marked("correct claim"), marked("correct record"),
    marked("dismiss suggestion"), marked("give colour"), marked("merge claims"), marked("merge sources"),
    marked("propose figures"), marked("publish claim"), marked("reassert claim"), marked("record claim"),
    marked("reject claim"), marked("remove alias"), marked("revert change"), marked("submit claim"),
    marked("withdraw claim"),
)  # fmt: skip
RECORDS = (
    marked("affiliation"), marked("article"), marked("citation"), marked("claim"), marked("conflict"),
    marked("incident"), marked("line colour"), marked("milestone"), marked("party"), marked("source"),
    marked("source alias"), marked("suggestion"),
)  # fmt: skip
FIELDS = (
    marked("accepted warnings"), marked("aliases"), marked("archived url"), marked("article"), marked("as of"),
    marked("as of precision"), marked("as worded"), marked("attribution"), marked("belligerent"), marked("by hand"),
    marked("changed"), marked("claim"), marked("claimant"), marked("colour"), marked("conflict"),
    marked("counted from"), marked("counting rules"), marked("country"), marked("credibility"), marked("date"),
    marked("decision"), marked("detail"), marked("editor note"), marked("end"), marked("follows"), marked("group"),
    marked("highest"), marked("incident"), marked("includes indirect"), marked("kind"), marked("label"),
    marked("language"), marked("languages"), marked("lowest"), marked("merged into"), marked("name"), marked("note"),
    marked("number"), marked("outcome"), marked("parent"), marked("part of"), marked("party"), marked("period start"),
    marked("place"), marked("position"), marked("precision"), marked("published inferred"), marked("published on"),
    marked("published precision"), marked("publisher"), marked("qualifier"), marked("quote"), marked("reading"),
    marked("ref"), marked("relation"), marked("relayed via"), marked("said on"), marked("scope"), marked("since"),
    marked("source"), marked("start"), marked("state"), marked("status"), marked("summary"), marked("text"),
    marked("title"), marked("turn"), marked("until"), marked("url"), marked("voice"), marked("why"), marked("wording"),
)  # fmt: skip


def verb_in_words(verb: str) -> str:
    """What a change did, by its verb's name: "record claim"."""
    return say(verb.replace("_", " "))
