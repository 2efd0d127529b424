"""How a view or a claim is cited: in plain words, as BibTeX and as CSL-JSON, all from one dataclass."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker.ledger.comparing import counted_in_words, voice_in_words
from tracker.ledger.models import Claim
from tracker.lib.dates import show_day
from tracker.lib.vocabulary import Outcome, Precision

SITE = gettext_lazy("Conflicting Counts")
SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
"""What TeX would read as something else than itself."""
LETTERS = {
    "ß": r"{\ss}", "æ": r"{\ae}", "Æ": r"{\AE}", "œ": r"{\oe}", "Œ": r"{\OE}", "ø": r"{\o}", "Ø": r"{\O}",
    "ł": r"{\l}", "Ł": r"{\L}", "ı": r"{\i}", "å": r"{\aa}", "Å": r"{\AA}",
}  # fmt: skip
ACCENTS = {
    "\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0304": "=", "\u0306": "u ", "\u0307": ".",
    "\u0308": '"', "\u030a": "r ", "\u030b": "H ", "\u030c": "v ", "\u0327": "c ", "\u0328": "k ",
}  # fmt: skip
"""Combining marks and the commands that set them over or under a Latin letter."""
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True)
class Work:
    """Something of the site to be cited. ``details`` are sentences without their full stops."""

    ident: str
    title: str
    details: tuple[str, ...]
    address: str
    changed: date | None
    accessed: date
    kind: str = "dataset"
    """A type of CSL."""


def claim_title(claim: Claim) -> str:
    """A claim in one line: "874 killed, Artsakh authorities (people, Armenian side; as of 22 October 2020)"."""
    day = show_day(claim.as_of, Precision(claim.as_of_precision))
    told = {"figure": claim.figure, "outcome": Outcome(claim.outcome).label, "voice": voice_in_words(claim)}
    told |= {"counted": counted_in_words(claim), "day": day}
    return _("%(figure)s %(outcome)s, %(voice)s (%(counted)s; as of %(day)s)") % told


def plain(work: Work) -> str:
    """One paragraph, as it would stand in a footnote."""
    parts = [str(SITE), f"“{work.title}”", *work.details]
    if work.changed:
        parts.append(_("last changed %(day)s") % {"day": show_day(work.changed)})
    parts.append(f"{work.address} ({_('accessed %(day)s') % {'day': show_day(work.accessed)}})")
    return f"{'. '.join(_one_line(part[:1].upper() + part[1:]) for part in parts[:-1])}. {parts[-1]}."


def bibtex(work: Work) -> str:
    """An entry that BibTeX and biber read; letters TeX has no command for stay as they are (UTF-8)."""
    fields = {
        "author": f"{{{escaped(str(SITE))}}}",
        "title": f"{{{escaped(work.title)}}}",
        "year": str((work.changed or work.accessed).year),
        "note": "; ".join(escaped(detail) for detail in work.details),
        "url": _address(work.address),
        "urldate": work.accessed.isoformat(),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return "@misc{" + ",\n".join([work.ident, *lines]) + "\n}\n"


def csl(work: Work) -> str:
    """A list of one item in CSL-JSON, as Zotero and pandoc take it."""
    item = {
        "id": work.ident,
        "type": work.kind,
        "title": _one_line(work.title),
        "author": [{"literal": str(SITE)}],
        "container-title": str(SITE),
        "URL": work.address,
        "accessed": _parts(work.accessed),
        "issued": _parts(work.changed) if work.changed else None,
        "note": _one_line("; ".join(work.details)),
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=2) + "\n"


def escaped(text: str) -> str:
    """``text`` for the inside of a BibTeX field: no character of it is read as TeX, and its braces balance."""
    return "".join(_letter(mark) for mark in unicodedata.normalize("NFC", _one_line(text)))


def _letter(mark: str) -> str:
    if mark in SPECIAL or mark in LETTERS:
        return SPECIAL.get(mark) or LETTERS[mark]
    apart = unicodedata.normalize("NFD", mark)
    if len(apart) == 2 and apart[0].isascii() and apart[1] in ACCENTS:
        return f"{{\\{ACCENTS[apart[1]]}{apart[0]}}}"
    return mark


def _address(address: str) -> str:
    return quote(address, safe="/#%[]=:;$&()+,!?*@'~-._")


def _one_line(text: str) -> str:
    return " ".join(CONTROLS.sub(" ", text).split())


def _parts(day: date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}
