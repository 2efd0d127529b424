"""Who is said to have given a figure: one way of attributing after the other, and the traps beside them."""

import time

import pytest

from tracker.lib.counts import Qualifier
from tracker.lib.vocabulary import Outcome
from tracker.reading.claimants.voices import give_claimants
from tracker.reading.document import Document
from tracker.reading.figures import Article, Figure, Known

TITLE = "A night of shelling\n\n"


def read(text: str, *numbers: str, title: str = TITLE, known: Known | None = None) -> list[Figure]:
    """The text's figures with the given wordings, their claimants filled in."""
    doc = Document(title + text)
    figures, begin = [], len(title)
    for number in numbers:
        start = doc.text.index(number, begin)
        begin = start + len(number)
        at = next(i for i, token in enumerate(doc.tokens) if token.start <= start < token.end)
        figures.append(
            Figure(start, begin, at, at + len(number.split()), 1, None, None, Qualifier.EXACT, Outcome.KILLED)
        )
    give_claimants(Article(doc, None, "", known or Known()), figures)
    return figures


def claimant(text: str, number: str, title: str = TITLE) -> list[str]:
    return read(text, number, title=title)[0].claimant


SAID = [
    ("The health ministry said 41 people had been killed.", "health ministry"),
    ("At least 41 people have been killed, the health ministry said on Monday.", "health ministry"),
    ("At least 41 people were killed, said the governor of the region.", "governor of the region"),
    ("According to the Syrian Observatory for Human Rights, 41 fighters died.", "Syrian Observatory for Human Rights"),
    ("Some 41 civilians died in the strike, according to local doctors.", "local doctors"),
    ("Kyiv says 41 of its soldiers were lost.", "Kyiv"),
    ("A spokesman for the rebels, Ali Hassan, put the toll at 41.", "Ali Hassan"),
    ("Colonel Diarra Koné, an army spokesman, told reporters that 41 attackers had been shot dead.", "Diarra Koné"),
    ("Police put the number of dead at 41.", "Police"),
    (
        "The International Committee of the Red Cross has registered 41 deaths.",
        "International Committee of the Red Cross",
    ),
    ("The UN human rights office had verified 41 killings by June.", "UN human rights office"),
    ("The toll was put at 41 by the government in Juba.", "government in Juba"),
    ("41 bodies were recovered, witnesses said.", "witnesses"),
    ("Hospital sources reported 41 dead.", "Hospital sources"),
    ("By the army's count 41 insurgents fell.", "army"),
    ("The ministry's latest tally stands at 41.", "ministry"),
    ("In the junta's version the dead were 41.", "junta"),
    ("A report by Amnesty International lists 41 victims.", "Amnesty International"),
    ("Figures from the Interior Ministry show that 41 officers were killed.", "Interior Ministry"),
    ("Per the defence ministry, 41 sailors drowned when the ship was hit.", "defence ministry"),
    ("If Tripoli is right, 41 of the attackers never came back.", "Tripoli"),
    ("Human Rights Watch, which interviewed survivors, documented 41 executions.", "Human Rights Watch"),
    ("The rebels boasted of 41 soldiers killed.", "rebels"),
    ("Stepanakert speaks of 41 dead.", "Stepanakert"),
    ("The Hamas-run health ministry said 41 were killed overnight.", "Hamas-run health ministry"),
    ("The M23 claimed to have killed 41 soldiers.", "M23"),
    ("An official who asked not to be named said 41 had died.", "official who asked not to be named"),
    ("The blast killed 41 recruits, a doctor at the main hospital told AFP.", "doctor at the main hospital"),
    ('"We buried 41 of them," said Amina Yusuf, a teacher.', "Amina Yusuf"),
    ("The war has cost 41 lives, President Salva Kiir said in an interview with the BBC.", "Salva Kiir"),
    ("Moscow has owned up to 41 deaths.", "Moscow"),
    ("Al-Shabaab, by its own account, killed 41 troops.", "Al-Shabaab"),
    ("The army said on Friday that its troops had killed 41 militants in two days.", "army"),
    ("The number, 41, comes from the mayor of the town.", "mayor of the town"),
    ("The Islamic State: 41 soldiers killed.", "Islamic State"),
    ("Both sides bury their dead: 41 (Reuters) since dawn.", "Reuters"),
    ("Rescue workers have pulled out 41 bodies, officials there say.", "officials there"),
    ("A doctors' group and the United Nations said 41 had died.", "United Nations"),
    ("Government figures show 41 people died.", "Government"),
    ("Syrian state news agency SANA, quoting a military source, said 41 had been killed.", "military source"),
    ("As many as 41 were killed, the prime minister told parliament.", "prime minister"),
    ("The Maoists admitted 12 deaths and put the army's at 41.", "Maoists"),
    ("A spokesman for the American-led command, Joe Hill, said 41 were hit.", "Joe Hill"),
    ("The hospital's director, who asked for calm, said 41 were brought in.", "hospital's director"),
    ("12 deaths were announced by Bishkek and 41 by Dushanbe.", "Dushanbe"),
    ("The police officer, a witness said, shot 41 people.", "witness"),
    ("The war monitor has documented 41 deaths.", "war monitor"),
    ("The army on Monday said 41 rebels had died.", "army"),
    ("Officials late on Sunday evening put the toll at 41.", "Officials"),
    ("It was Cambodia that revealed 41 deaths.", "Cambodia"),
    ("The death toll has climbed to 41, a hospital source told CNN.", "hospital source"),
    ("A military spokesman, General Musa Bello, said troops killed 41 fighters.", "Musa Bello"),
    ("Three were shot, the navy announced, while 41 drowned, the coast guard said.", "coast guard"),
]


@pytest.mark.parametrize(("text", "name"), SAID)
def test_an_attribution_in_the_sentence_gives_the_claimant(text: str, name: str) -> None:
    assert name in claimant(text, "41")


NOBODY = [
    "At least 41 people were killed when a bomb went off in a market.",
    "Two earlier raids had left 41 dead.",
    "Reports said 41 people had died.",
    "Some 41 people are believed to have drowned.",
    "As many as 41 were reported killed.",
    "Britain has lost 41 soldiers this year.",
    "The army killed 41 rebels.",
    "The blast claimed 41 lives.",
    "The attack cost the police 41 men.",
    "According to preliminary reports 41 people died.",
    "The ministry has not said how many died. Neighbours dug 41 graves.",
    "Unconfirmed reports spoke of 41 dead.",
    "Soldiers found the bodies of 41 farmers.",
    "The unit was stationed here for 41 days, and the list is long.",
    "Some 41 residents reported missing have not been found.",
    "No official would confirm 41 deaths.",
    "The United States has sent advisers. In the last attack 41 people died.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_the_text_s_own_voice_has_no_claimant(text: str) -> None:
    assert claimant(text, "41") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The governor said 12 people died. Another 41 were hurt.", "governor"),
        ("The health ministry said 12 were killed. It added that 41 were missing.", "health ministry"),
        ("The UN mission published a list of victims. It has 41 names.", "UN mission"),
        ("Mayor Ana Ruiz counted 12 dead. She said 41 had fled wounded.", "Ana Ruiz"),
        ('"Twelve are dead," the imam told us. "And 41 are lost."', "imam"),
        ("The clinic holds 41 dead. These figures were given by its director, Omar Farah.", "Omar Farah"),
        ("So far 41 have died. The count belongs to the Red Crescent.", "Red Crescent"),
        ("Defence Ministry, past 24 hours\nNorth: 12 killed\nSouth: 41 killed", "Defence Ministry"),
        ("American dead: 12, says the Pentagon. American wounded: 41.", "Pentagon"),
        ("Source: the Observatory, which works from Britain\n\nArmy: 41", "Observatory"),
        ("The president offered estimates only. Russia had lost 41 tank crews.", "president"),
        ("Figures come from the Health Ministry unless another source is named.\n\nInjured: 41.", "Health Ministry"),
    ],
)
def test_an_attribution_carries_over_from_near_by(text: str, name: str) -> None:
    numbers = [number for number in ("12", "41") if number in text]
    assert name in read(text, *numbers)[-1].claimant


@pytest.mark.parametrize(
    "text",
    [
        "Police said 12 people were killed.\n\nIn the market 41 were hurt.",
        "Police said 12 people were killed. In the 1990s war 41 villagers had died there.",
        "Commanders had warned of a hard summer. With June not over, 41 soldiers are dead.",
        "Police said 12 people were killed. In Gaza a car bomb killed 41.",
        "The army said 12 people were killed. The militants also took 41 hostages.",
        "The army said 12 people were killed. But 41 graves were dug.",
        "The army said 12 people were killed. The OSCE was nearby and lost 41 vehicles.",
    ],
)
def test_an_attribution_stops(text: str) -> None:
    numbers = [number for number in ("12", "41") if number in text]
    assert read(text, *numbers)[-1].claimant == []


def test_two_speakers_of_one_sentence_each_keep_their_own() -> None:
    text = "Kyiv says 41 civilians died; Moscow puts the number at 12."
    one, other = read(text, "41", "12")
    assert (one.claimant[0], other.claimant[0]) == ("Kyiv", "Moscow")


def test_the_next_speaker_takes_over() -> None:
    text = "The army said 41 rebels were killed. The rebels said they had lost 12 men."
    one, other = read(text, "41", "12")
    assert (one.claimant[0], other.claimant[0]) == ("army", "rebels")


def test_a_short_name_brings_the_full_one_along() -> None:
    text = "Dr Ines Moreau of the provincial council gave the toll as 12. Moreau said 41 more were missing."
    assert "Ines Moreau" in read(text, "12", "41")[1].claimant


def test_a_person_speaks_for_a_body() -> None:
    names = claimant("41 died, said Mohammad Ghairat of the provincial council.", "41")
    assert {"Mohammad Ghairat", "provincial council"} <= set(names)


def test_whoever_only_passes_it_on_is_no_claimant() -> None:
    figure = read("The count of the ministry, quoted by the news site Kloop, was 41, the minister said.", "41")[0]
    assert "minister" in figure.claimant
    assert "Kloop" in figure.relayed_via


def test_an_agency_that_was_told_relays_it() -> None:
    figure = read("The blast killed 41, a nurse told AFP.", "41")[0]
    assert (figure.claimant[0], figure.relayed_via) == ("nurse", ["AFP"])


@pytest.mark.parametrize(
    ("title", "number", "name"),
    [
        ("Baku publishes names: 192 servicemen fell", "192", "Baku"),
        ("Moscow cuts civilian dead to 133", "133", "Moscow"),
        ("Army says it killed 92 attackers", "92", "Army"),
    ],
)
def test_a_headline_may_name_its_claimant(title: str, number: str, name: str) -> None:
    assert name in claimant(title + "\n\nMore to come.", number, title="")


@pytest.mark.parametrize(
    "title", ["Raids leave 33 dead", "Mali: 33 dead in one village", "Toll of Kyiv strike rises to 33"]
)
def test_a_headline_without_a_speaker_has_none(title: str) -> None:
    assert claimant(title + "\n\nMore to come.", "33", title="") == []


def test_the_ledger_s_name_is_added_to_an_alias() -> None:
    known = Known(sources={"Syrian Observatory for Human Rights": ("SOHR", "Syrian Observatory")})
    figure = read("SOHR said 41 were killed.", "41", known=known)[0]
    assert figure.claimant == ["SOHR", "Syrian Observatory for Human Rights"]


def test_every_figure_says_by_which_rule() -> None:
    for figure in read("The army said 41 died. Rain fell. In all 12 shells landed.", "41", "12"):
        assert figure.rules["claimant"]
        assert 0 < figure.sure["claimant"] <= 1


@pytest.mark.parametrize(
    "text",
    ["41 \x00\ud800 said", "said 41 " * 3000, "the " * 20000 + "41", "(" * 20000 + "41", "A, B, " * 5000 + "41 said he",
     "ministry of " * 5000 + "said 41"],
)  # fmt: skip
def test_any_text_is_read_in_linear_time(text: str) -> None:
    begun = time.perf_counter()
    read(text, "41")
    assert time.perf_counter() - begun < 3
