"""The languages of the pages: each has its own addresses, ``/ar-xb/…``; English has none in front.

Besides English there is one language made of English: its letters are turned into Arabic ones. It proves on any page
that every word is translatable and that the layout holds from right to left. Translations of the site go into
``tracker/locale`` (``manage.py makemessages``) and into LANGUAGES.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from gettext import NullTranslations

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.formats import get_format
from django.utils.translation import get_language, get_language_from_path, gettext, ngettext, override, trans_real

from tracker.lib.tongue import speak

PROOF = "ar-xb"
"""The code that Android gave to its right-to-left pseudo-locale."""

_KEPT = re.compile(
    r"%\(\w+\)[sd]|%[sd%]|\{[^{}]*\}|<code>[^<]*</code>|</?[a-z][^<>]*>|&#?\w+;|https?://\S+|[^\s<>]*[/@.]\w[^\s<>]*"
)  # places for values, code, markup, entities, addresses
_LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyz" "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ابثدعفغهيجكلمنوپقرستختوخشز" "ابثدعفغهيجكلمنوپقرستختوخشز",
)  # fmt: skip


class Proof(NullTranslations):
    """A catalogue that turns every message into right-to-left letters, places for values untouched."""

    def gettext(self, message: str) -> str:
        return turned(message.rpartition("\x04")[2])  # what stands before it is the context

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def to_language(self) -> str:
        """The code of the language, as Django asks its own catalogues for it."""
        return PROOF

    language = to_language


def turned(message: str) -> str:
    """``message`` in Arabic letters: "More than %(n)s" keeps its %(n)s."""
    parts, last = [], 0
    for kept in _KEPT.finditer(message):
        parts += [message[last : kept.start()].translate(_LETTERS), kept[0]]
        last = kept.end()
    return "".join([*parts, message[last:].translate(_LETTERS)])


def grouped(count: int) -> str:
    """A whole number with the separators of the active language."""
    language = get_language() or settings.LANGUAGE_CODE
    separator = "," if language.startswith("en") else str(get_format("THOUSAND_SEPARATOR", language))
    return f"{count:,}".replace(",", separator)


def set_up() -> None:
    """Words and numbers of the rooms without Django follow the active language; the proof needs no file."""
    vars(trans_real)["_translations"][PROOF] = Proof()
    speak(_said, grouped, ngettext)


def _said(words: str) -> str:
    """``words`` in the active language. A page says the same few words of lib hundreds of times: they are kept."""
    return _remembered(get_language(), words)


@lru_cache(maxsize=2048)
def _remembered(language: str | None, words: str) -> str:
    return gettext(words)


class LanguageOfAddress:
    """Answers in the language that the address begins with, else in English.

    Django's own LocaleMiddleware would also say that the answer depends on Accept-Language: here it never does, and a
    CDN keeps one copy of each address.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        language = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response
