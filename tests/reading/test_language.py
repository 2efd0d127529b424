"""The language of a text."""

from __future__ import annotations

import pytest

from tracker.reading.document import Document
from tracker.reading.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army said that 12 people were killed in the attack on the town.", "en"),
        ("Selon les autorités, 12 personnes ont été tuées dans une attaque sur la ville.", "fr"),
        ("El gobierno dijo que los rebeldes mataron a 12 personas en la ciudad, según las autoridades.", "es"),
        ("Bei dem Angriff auf die Stadt wurden nach Angaben der Behörden 12 Menschen getötet.", "de"),
        ("По данным министерства, в городе погибли 12 человек, и много раненых.", "ru"),
        ("قال مسؤولون في وزارة الصحة إن 25 قتيلا سقطوا في القصف على المدينة", "ar"),
        ("当局说，爆炸造成至少12人死亡，30人受伤。", "zh"),
        ("12 dead", ""),
        ("", ""),
    ],
)
def test_the_commonest_words_and_the_script_tell_the_language(text: str, language: str) -> None:
    assert language_of(Document(text)) == language
