"""What a strict reader finds wrong with a page's markup: nothing, one hopes, whatever names and addresses hold."""

from __future__ import annotations

import json
from collections import Counter
from html.parser import HTMLParser

VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
}  # fmt: skip
ENDS_A_PARAGRAPH = {
    "address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "search", "section",
    "table", "ul",
}  # fmt: skip
ADDRESSES = {"action", "formaction", "href", "hx-get", "hx-post", "src", "srcdoc", "xlink:href"}
NAMES_AN_ID = {"aria-controls", "aria-describedby", "aria-labelledby", "for", "form", "hx-target"}
LANDMARKS = ("title", "main", "h1")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.open: list[str] = []
        self.seen: Counter[str] = Counter()
        self.ids: Counter[str] = Counter()
        self.named: set[str] = set()
        self.json: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._met(tag, attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._met(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"line {self.getpos()[0]}: </{tag}> inside {self.open[-3:]}")
        if tag in self.open:
            del self.open[len(self.open) - 1 - self.open[::-1].index(tag) :]
        if tag == "script" and self.json is not None:
            try:
                json.loads("".join(self.json))
            except ValueError as wrong:
                self.faults.append(f"a script's JSON cannot be read: {wrong}")
            self.json = None

    def handle_data(self, data: str) -> None:
        if self.json is not None:
            self.json.append(data)

    def _met(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        where = f"line {self.getpos()[0]}: <{tag}>"
        given = {name: value or "" for name, value in attrs}
        if len(given) < len(attrs):
            self.faults.append(f"{where} has an attribute twice: {[name for name, _ in attrs]}")
        if "svg" not in self.open:
            self.seen[tag] += 1
            if tag in ENDS_A_PARAGRAPH and "p" in self.open:
                self.faults.append(f"{where} inside a paragraph")
        if tag in {"a", "button", "input", "select"} and {"a", "button"} & set(self.open):
            self.faults.append(f"{where} inside {self.open[-3:]}")
        self.faults += [f"{where} has {name}" for name in given if name == "style" or name.startswith("on")]
        for name in ADDRESSES & given.keys():
            if given[name].strip().lower().startswith(("javascript:", "vbscript:", "data:text")):
                self.faults.append(f"{where} leads to {given[name][:40]}")
        if tag == "script" and "src" not in given:
            self.json = []
            if "json" not in given.get("type", ""):
                self.faults.append(f"{where} holds a script")
        self._names(tag, given)

    def _names(self, tag: str, given: dict[str, str]) -> None:
        if "id" in given:
            self.ids[given["id"]] += 1
        for name in NAMES_AN_ID & given.keys():
            self.named |= {word.removeprefix("#") for word in given[name].split() if name != "hx-target" or "#" in word}
        if tag == "a" and given.get("href", "").startswith("#"):
            self.named.add(given["href"][1:])


def faults(text: str, *, whole: bool = True) -> list[str]:
    """Elements left open or crossed, ids twice or named but missing, anything that could run; empty for a sound page.

    With ``whole`` also whether it has one title, one main part and one first heading.
    """
    reader = _Reader()
    reader.feed(text)
    reader.close()
    found = reader.faults + [f"<{tag}> is left open" for tag in reader.open]
    found += [f"the id {name!r} is there {many} times" for name, many in reader.ids.items() if many > 1]
    if whole:
        found += [f"nothing has the id {name!r}" for name in sorted(reader.named - reader.ids.keys())]
        found += [f"{reader.seen[tag]} <{tag}>" for tag in LANDMARKS if reader.seen[tag] != 1]
    return found
