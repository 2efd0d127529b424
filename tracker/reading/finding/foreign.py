"""Numbers beside words for dead, wounded, missing and captured in languages whose grammar is not read."""

from __future__ import annotations

from tracker.lib.vocabulary import Outcome
from tracker.reading.document import Document

_WORDS = {
    Outcome.KILLED: (
        "muertos muertas fallecidos víctimas asesinados asesinadas mortos mortas vítimas morts mortes tués tuées"
        " décès victimes tote toten getötet getötete gestorben todesopfer morti uccisi uccise vittime doden gedood"
        " slachtoffers ölü öldü öldürüldü hayatını ölen şehit zabitych zginęło zginęli ofiar tewas meninggal korban"
        " poginulo погибших погибли погибло убитых убиты убито загиблих загинули загинуло вбито вбитих قتلى قتيلا"
        " قتيل قتلوا شهيدا شهداء شهيد استشهد مقتل کشته شهید զոհված զոհվել զոհ הרוגים נהרגו"
    ),
    Outcome.INJURED: (
        "heridos heridas feridos feridas blessés blessées verletzte verletzt verletzten feriti ferite gewonden gewond"
        " yaralı yaralandı rannych ranni ranjeno luka terluka раненых ранены ранено пострадавших поранених поранено"
        " جرحى جريحا جريح إصابة أصيب مصابا زخمی مجروح վիրավոր פצועים נפצעו"
    ),
    Outcome.MISSING: (
        "desaparecidos desaparecidas desaparecido disparus disparues vermisst vermisste dispersi vermisten kayıp"
        " hilang zaginionych пропавших пропали зниклих зникли مفقودا مفقودين مفقود ناپدید נעדרים"
    ),
    Outcome.CAPTURED: (
        "prisioneros rehenes secuestrados capturados prisioneiros reféns prisonniers otages enlevés gefangene"
        " gefangengenommen geiseln ostaggi prigionieri rapiti krijgsgevangenen gijzelaars esir rehine tawanan sandera"
        " jeńców пленных заложников взяты полонених заручників أسرى أسيرا رهائن اسیر חטופים"
    ),
}
_OUTCOME_OF = {word: outcome for outcome, words in _WORDS.items() for word in words.split()}
_REACH = 6


def outcome_beside(document: Document, first: int, after: int) -> tuple[Outcome, int] | None:
    """The outcome, with its token, told by the nearest known word around the number at ``first`` to ``after``."""
    sentence = document.sentences[document.sentence_at(first)]
    for distance in range(_REACH):
        for at in (after + distance, first - 1 - distance):
            if sentence.first <= at < sentence.after and document.low[at] in _OUTCOME_OF:
                return _OUTCOME_OF[document.low[at]], at
    return None
