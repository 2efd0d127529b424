"""The language of a text, guessed by its script and its commonest words."""

from __future__ import annotations

from collections import Counter

from tracker.reading.document import Document

_COMMON = {
    "en": "the of and to in a that was were by for on with said is from at has have had",
    "fr": "le la les des et du une dans que est en pour par sur au aux ont été avec selon",
    "es": "el los las del que y una en por con para se fueron según al han su como lo",
    "de": "der die das und ein eine den dem des wurden nicht mit auf ist bei nach im von sind laut",
    "it": "il lo gli della di che un una sono nel con per hanno dei delle secondo è alla stati dal",
    "pt": "o os as da do dos que uma em por com para foram segundo não no na ao das pelo",
    "nl": "de het een van en zijn op met voor door dat werden niet bij ook volgens aan naar uit om",
    "tr": "ve bir bu da de için ile olarak olduğunu en çok kişi göre sonra dedi daha",
    "pl": "w z na i że się do nie jest o po od przez za są dla oraz zostało według",
    "id": "yang dan di ini dari dengan untuk pada dalam adalah orang oleh tersebut kata telah",
    "ru": "в и на что с по не из за от были для его также о при как",
    "uk": "в і на що з не та у до за від було про також як після його",
    "ar": "في من على أن إلى عن مع هذا التي الذي بعد قال كان وقال بين",
    "fa": "در از به که را با این است برای آن شده بود های خود",
    "hy": "և է են որ մեջ համար հետ այդ այս ու",
    "he": "של את על לא הוא כי גם עם זה היו",
}
_SCRIPTS = {
    "zh": ("\u4e00", "\u9fff"),
    "ja": ("\u3040", "\u30ff"),
    "ko": ("\uac00", "\ud7af"),
    "el": ("\u0370", "\u03ff"),
    "ka": ("\u10d0", "\u10ff"),
    "hi": ("\u0900", "\u097f"),
    "am": ("\u1200", "\u137f"),
    "th": ("\u0e00", "\u0e7f"),
    "my": ("\u1000", "\u109f"),
}
_BY_WORD: dict[str, list[str]] = {}
for _language, _words in _COMMON.items():
    for _word in _words.split():
        _BY_WORD.setdefault(_word, []).append(_language)
_FEWEST, _SHARE = 4, 0.08
_SAMPLE, _LETTERS = 600, 400


def language_of(document: Document) -> str:
    """The ISO code of the text's language; "" when the text is too short or in none of those known."""
    words = [word for word in document.low[:_SAMPLE] if word[0].isalpha()]
    by_script = _by_script("".join(words)[:_LETTERS])
    if by_script:
        return by_script
    votes = Counter(language for word in words for language in _BY_WORD.get(word, ()))
    if not votes:
        return ""
    (first, most), *others = votes.most_common(2)
    fewest = 2 if sum(not word.isascii() for word in words) > len(words) / 2 else _FEWEST
    if most < max(fewest, _SHARE * len(words)) or (others and others[0][1] == most):
        return ""
    return first


def _by_script(letters: str) -> str:
    """The language that alone is written in the script of most letters."""
    if letters.isascii():
        return ""
    counts = Counter(
        language for letter in letters for language, (low, high) in _SCRIPTS.items() if low <= letter <= high
    )
    if not counts:
        return ""
    if counts["ja"] and counts["ja"] + counts["zh"] > len(letters) / 2:
        return "ja"
    language, count = counts.most_common(1)[0]
    return language if count > max(_FEWEST, len(letters) / 2) else ""
