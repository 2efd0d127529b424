"""Status and group where no noun behind the number tells them: by the clause, the passage, a question, an age."""

from __future__ import annotations

import pytest

from tracker.reading.document import Document
from tracker.reading.figures import Article
from tracker.reading.finding.finding import find_figures

COMBATANT, CIVILIAN, ANY = ("combatant", ""), ("civilian", ""), ("any", "")
POLICE, CHILDREN, WOMEN, ELDERLY = ("any", "police"), ("any", "children"), ("any", "women"), ("any", "elderly")
BOTH = ("any", "women_and_children")
AID, PRESS, HEALTH = ("any", "aid_workers"), ("any", "journalists"), ("any", "health_workers")
GIRLS_OF_THEM, WOMEN_OF_THEM = ("civilian", "children"), ("civilian", "women")

Kinds = dict[str, tuple[str, str]]


def kinds(text: str) -> Kinds:
    """Status and group of every figure, by the number as printed."""
    return {
        text[figure.start : figure.end]: (figure.category.value, figure.group.value)
        for figure in find_figures(Article(Document(text)))
        if not figure.implicit
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ninety died: 50 of theirs and 40 of the government's.", {"50": COMBATANT, "40": COMBATANT}),
        ('"They left 30 dead, and nine of ours were killed," said the rebel.', {"nine": COMBATANT}),
        ("Seven from its own ranks fell, the army said.", {"Seven": COMBATANT}),
        ("Of the navy's own men he said little: six dead.", {"six": COMBATANT}),
        ("The rival army fared worse. It has buried 900, he thinks.", {"900": COMBATANT}),
        ("On its side 12 were killed, the junta said.", {"12": COMBATANT}),
        ("A dozen on the rebel side died, he said.", {"A dozen": COMBATANT}),
        ("Among her own troops she listed 11 killed and 44 injured.", {"11": COMBATANT, "44": COMBATANT}),
        ('"Fourteen of our lads are gone," a sergeant said.', {"Fourteen": COMBATANT}),
        ('"Two of my men were hit," said the captain.', {"Two": COMBATANT}),
        ('"Six of my children are dead," said the farmer.', {"Six": CHILDREN}),
        ("Chad's army buried 44 on Thursday.", {"44": COMBATANT}),
        ("The brigade lost 14 that night.", {"14": COMBATANT}),
        ("The village lost 14 that night.", {"14": ANY}),
        ("A joiner has lost seven of his family to the bombs.", {"seven": ANY}),
        ("The policy cost 37 men in seven weeks.", {"37": COMBATANT}),
        ("In all 1,300 gave themselves up that year.", {"1,300": COMBATANT}),
        ("Twenty came out with their hands up.", {"Twenty": COMBATANT}),
        ("Ansar Dine said that it had killed 70.", {"70": COMBATANT}),
        ("Al-Shabaab boasted of more than 100 slain.", {"more than 100": COMBATANT}),
        ("The jihadists boast of 60 government men killed.", {"60": COMBATANT}),
        ("Losses of the government side rose to 58 dead.", {"58": COMBATANT}),
        ("The defenders had 17 killed and 60 wounded.", {"17": COMBATANT, "60": COMBATANT}),
        ("The tribal fighters had 20 casualties.", {"20": COMBATANT}),
        ("Losses among the marines came to 19 dead.", {"19": COMBATANT}),
        ("A monk said that he had counted 80 bodies where the army stood.", {"80": ANY}),
        ("In the valley nine of the Central Reserve Police were shot.", {"nine": COMBATANT}),
        ("Thirty-one non-combatants were killed.", {"Thirty-one": CIVILIAN}),
    ],
)
def test_a_force_counts_its_own_and_its_foes(text: str, expected: Kinds) -> None:
    assert expected.items() <= kinds(text).items()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two hundred died. Of these 130 served in the army, 13 in the police; the other 57 were civilians.",
            {"130": COMBATANT, "13": POLICE, "57": CIVILIAN},
        ),
        ("Of 54 killed, thirty belonged to the 93rd brigade.", {"thirty": COMBATANT}),
        ("Forty of those killed came from the security forces.", {"Forty": COMBATANT}),
        ("Six of the dead turned out to be soldiers on leave.", {"Six": COMBATANT}),
        ("Of the 71 dead it describes 59 as terrorists.", {"59": COMBATANT}),
        ("The dead number 90; around 70 of these it books as insurgents.", {"around 70": COMBATANT}),
        ("There were 93 dead, and all of those fighters.", {"93": COMBATANT}),
        ("She admits to 150 bodies, militiamen every one.", {"150": COMBATANT}),
        ("A website has it at 900 dead, civilians all.", {"900": CIVILIAN}),
        ("At the barracks 27 were killed and 60 hurt, all of them servicemen.", {"27": COMBATANT, "60": COMBATANT}),
        ("He spoke of 50 dead, every one a civilian.", {"50": CIVILIAN}),
        ("Thirty villagers were shot, all of them civilians.", {"Thirty": CIVILIAN}),
        ("Non-combatants make up 1,900 of the dead.", {"1,900": CIVILIAN}),
        ("Three of the dead, it says, are children.", {"Three": CHILDREN}),
        ("Eleven of the injured, according to the ministry, are policemen.", {"Eleven": POLICE}),
        ("The larger part of the militants, 143, fell in the hills.", {"143": COMBATANT}),
        ("Forty were shot. Eleven of the 40 are soldiers.", {"Eleven": COMBATANT}),
        ("Six died. Five are policemen and one is a gunman.", {"Five": POLICE}),
        ("At least eight of the dead wore police uniform.", {"At least eight": POLICE}),
        ("Nine of the dead wore the uniform of the army.", {"Nine": COMBATANT}),
        ("The ward has 42 wounded, mostly in uniform.", {"42": ANY}),
        ("Among peaceful residents three were injured.", {"three": CIVILIAN}),
        ("The rebels settled on 1,400 dead, fighters and shopkeepers alike.", {"1,400": ANY}),
        ("Two thousand civilians died, he said. The rebels have 1,400, fighters lumped in too.", {"1,400": ANY}),
        ("Over 400 fell on the two sides, civilians included, and 800 were wounded.", {"800": ANY}),
        ("A monitor who counts everybody has come to 2,500 deaths.", {"2,500": ANY}),
    ],
)
def test_the_clause_says_who_they_were(text: str, expected: Kinds) -> None:
    assert expected.items() <= kinds(text).items()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("How many attackers fell is disputed. A guard saw 10 bodies.", {"10": COMBATANT}),
        ("How many recruits were shot is the question. A sheikh speaks of 700.", {"700": COMBATANT}),
        ("More civilians were killed in May than ever. The figure is 3,200.", {"3,200": CIVILIAN}),
        ("The number of soldiers killed is secret. A leaked paper has 4,300.", {"4,300": COMBATANT}),
        ("And the peacekeepers?\nOver 170 have been killed.", {"Over 170": COMBATANT}),
        ("And civilians? Twenty-one are dead, says the clerk.", {"Twenty-one": CIVILIAN}),
        ("Infantry storming the bridge met a counter-attack that cost 60 of them their lives.", {"60": COMBATANT}),
        ("Ten of the garrison got away; the other 48 were killed.", {"48": COMBATANT}),
        ("Gunmen attacked a group of soldiers at the ford, killing two.", {"two": COMBATANT}),
        ("Gunmen attacked worshippers while troops looked on, killing two.", {"two": ANY}),
        ("Rebels attacked the village. They killed 40 and left.", {"40": ANY}),
        ("Paramilitaries stormed the camp and killed at least 100, an aid group said.", {"at least 100": ANY}),
        ("Eight soldiers died at the ford. Nine others were flown out wounded.", {"Nine": COMBATANT}),
        ("Nineteen civilians died in the bazaar. A further 30 were treated for burns.", {"A further 30": CIVILIAN}),
        ("Five civilians were shot. The deadliest raid of the year had killed nine.", {"nine": ANY}),
        ("A third of the civilians hit were pupils; 300 died and 800 were hurt.", {"300": CIVILIAN, "800": CIVILIAN}),
    ],
)
def test_the_passage_says_whom_it_counts(text: str, expected: Kinds) -> None:
    found = {number.removeprefix("A further "): kind for number, kind in kinds(text).items()}
    assert {number.removeprefix("A further "): kind for number, kind in expected.items()}.items() <= found.items()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ninety civilians, 19 children and 16 women included, died.", {"19": GIRLS_OF_THEM, "16": WOMEN_OF_THEM}),
        ("At least 310 civilians were killed, 72 of them children.", {"72": GIRLS_OF_THEM}),
        ("They killed 60 civilians: 31 men, 17 women and 12 children.", {"17": WOMEN_OF_THEM, "12": GIRLS_OF_THEM}),
        (
            "The dead are 900 civilians, with 51 children and 29 women among the latter.",
            {"51": GIRLS_OF_THEM, "29": WOMEN_OF_THEM},
        ),
        ("Civilians. A boy died. Two other children were hurt.", {"Two other": GIRLS_OF_THEM}),
        ("Nine soldiers and four children were killed.", {"four": CHILDREN}),
        ("Of 310 killed 112 were women or children.", {"112": BOTH}),
        ("Women and children make up 70 of the 120 dead.", {"70": BOTH, "120": ANY}),
        ("Half the 60 wounded are children.", {"60": ANY}),
        ("A household of seven, five of them children, was wiped out.", {"five": CHILDREN}),
        ("Women account for 14 of the deaths and 28 of the injuries.", {"14": WOMEN, "28": WOMEN}),
    ],
)
def test_parts_of_civilians_are_civilians(text: str, expected: Kinds) -> None:
    found = {number.removesuffix(" other"): kind for number, kind in kinds(text).items()}
    assert {number.removesuffix(" other"): kind for number, kind in expected.items()}.items() <= found.items()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fourteen of the dead had yet to start school.", {"Fourteen": CHILDREN}),
        ("Three of the victims had not reached their eighteenth birthday.", {"Three": CHILDREN}),
        ("Four of the wounded had not turned ten.", {"Four": CHILDREN}),
        ("A hundred died, 84 of these younger than 12.", {"84": CHILDREN}),
        ("Of the dead, six were over 70.", {"six": ELDERLY}),
        ("Three villagers, all of them past 60, were found dead.", {"Three": ELDERLY}),
        ("Two of the injured are in their eighties.", {"Two": ELDERLY}),
        ("Eleven pupils died there.", {"Eleven": CHILDREN}),
        ("Of the 120 injured, 40 are under the age of 12.", {"40": CHILDREN}),
        ("Twelve were killed in under 10 minutes.", {"Twelve": ANY}),
        ("Twelve of the dead were under 40.", {"Twelve": ANY}),
        ("Nine of the dead were over 30.", {"Nine": ANY}),
        ("Shelling killed 12 soldiers, over 60 of them conscripts.", {"12": COMBATANT}),
    ],
)
def test_ages_tell_of_children_and_the_elderly(text: str, expected: Kinds) -> None:
    assert expected.items() <= kinds(text).items()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six World Food Programme staff were abducted.", {"Six": AID}),
        ("Seven employees of World Central Kitchen were killed.", {"Seven": AID}),
        ("Four Oxfam workers were shot.", {"Four": AID}),
        ("Three members of a television crew died.", {"Three": PRESS}),
        ("Six textile workers were shot.", {"Six": ANY}),
        ("Six midwives were killed in the clinic.", {"Six": HEALTH}),
        ("Two volunteers with an aid agency died.", {"Two": AID}),
        ("Five nurses were killed and three more hurt.", {"three more": HEALTH}),
        ("Two nurses are on the list of the hurt, which stood at 20.", {"20": ANY}),
        ("One was a police clerk; six more have bullet wounds.", {"six more": ANY}),
        ("Police officers: 23 dead", {"23": POLICE}),
        ("Children: 12 dead", {"12": CHILDREN}),
        ("Allied militias from the north: 96 dead", {"96": COMBATANT}),
    ],
)
def test_callings_are_told_by_the_employer_and_the_label(text: str, expected: Kinds) -> None:
    found = {number.removesuffix(" more"): kind for number, kind in kinds(text).items()}
    assert {number.removesuffix(" more"): kind for number, kind in expected.items()}.items() <= found.items()
