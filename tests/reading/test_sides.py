"""Whose people a figure counts, and where: one short text for each way in which reporters say so."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.lib.vocabulary import Status
from tracker.reading.document import Document
from tracker.reading.figures import Article, Figure, Known
from tracker.reading.finding.finding import find_figures
from tracker.reading.parties.mentions import find_mentions, sides_named
from tracker.reading.parties.sides import give_parties
from tracker.reading.parties.wars import kind_of_war
from tracker.reading.reader import read_figures

DAY = date(2024, 5, 5)


def figure(text: str, number: str, known: Known | None = None) -> Figure:
    found = read_figures(text, published=DAY, known=known)
    start = text.index(number)
    return next(one for one in found if one.start <= start < one.end)


def party(text: str, number: str) -> str | None:
    """The first name of the side counted, None where there is none."""
    names = figure(text, number).party
    return names[0] if names else None


BETWEEN_STATES = [
    # in the counted phrase
    ("Armenia and Azerbaijan fought on. Baku said 12 Armenian soldiers were killed.", "12", "Armenia"),
    ("Thai guns fired at Cambodia. Bangkok said five Thai soldiers were wounded.", "five", "Thailand"),
    ("Russia fired on Ukraine. Two soldiers from Ukraine were killed, Moscow said.", "Two", "Ukraine"),
    ("Iran fired at Israel. Three Filipinos were killed in Haifa, the embassy said.", "Three", "Philippines"),
    # the loser
    ("Kyiv said Russia had lost 1,090 troops in Ukraine in a day.", "1,090", "Russia"),
    ("The war with Russia has cost Ukraine 31,000 soldiers, Kyiv said.", "31,000", "Ukraine"),
    ("Baku spoke of a raid. Armenia's army struck first, it said, and Azerbaijan lost 14 men.", "14", "Azerbaijan"),
    # the word for losses
    ("Moscow put Ukraine's losses at 40,000 killed. Russia is advancing.", "40,000", "Ukraine"),
    ("Ukraine fights Russia. Casualties in the Russian ranks are past 200, Kyiv said.", "200", "Russia"),
    # the enemy
    ("Ukraine's General Staff said Russia attacked. The enemy lost 300 men, it said.", "300", "Russia"),
    ("Islamabad said India had attacked. The other side lost 12 soldiers, Islamabad said.", "12", "India"),
    # its own
    ("Baku fought Armenia. Yerevan said 49 of its servicemen had been killed.", "49", "Armenia"),
    ("India shelled Pakistan. Islamabad put its own dead at 40.", "40", "Pakistan"),
    # where, and by whom
    ("Russian drones killed three people in Odesa, the governor said. Ukraine shot down ten.", "three", "Ukraine"),
    ("Israeli air strikes killed 22 people in the Gaza Strip, medics said.", "22", "Palestinians"),
    ("Hamas rockets hit Israel and Gaza was bombed. Two people were killed in Ashkelon.", "Two", "Israel"),
    ("India fought Pakistan. New Delhi said 21 civilians had died in Pakistani shelling.", "21", "India"),
    ("Israeli strikes on Lebanon went on. Five people were killed in Tyre.", "Five", "Lebanon"),
    # who speaks
    ("Kyrgyz and Tajik forces clashed. Bishkek reported 24 dead. Tajikistan said nothing.", "24", "Kyrgyzstan"),
    ("Ukraine fought on. Russia's defence ministry said 150 soldiers had surrendered.", "150", "Ukraine"),
    ("Russia's defence ministry said 300 soldiers were eliminated in Ukraine.", "300", "Ukraine"),
    (
        "Russia fires on Ukraine. The State Emergency Service searched what a Russian Kh-22 missile left of a house in"
        " Dnipro.\n\nThe State Emergency Service lists 45 killed.",
        "45",
        "Ukraine",
    ),
    # carried over
    ("Ukraine fights Russia. Kyiv said 300 Russian soldiers were killed and 500 wounded.", "500", "Russia"),
    ("Cambodia said 12 Cambodians were killed by Thai fire, seven of them civilians.", "seven", "Cambodia"),
    # a group with a state behind it
    ("Israel struck Lebanon. Hezbollah said eight of its fighters were killed.", "eight", "Hezbollah"),
    ("Israel bombed Gaza. Its army said it had killed 15 gunmen of Hamas in Rafah.", "15", "Hamas"),
    # two verbs of one subject
    ("Afghan guns fired at Pakistan. Kabul said it had killed 58 Pakistani men and lost nine.", "nine", "Afghanistan"),
    ("Ukraine fought Russia. The enemy left behind 30 dead, Ukraine's General Staff said.", "30", "Russia"),
    # given to a side by who speaks
    ("Russia fought Ukraine. Kyiv put the enemy's losses at 900 and its own at 120.", "120", "Ukraine"),
    ("Eritrea fought Ethiopia. Eritrea's ministry would not speak of its own losses, put at 90.", "90", "Eritrea"),
    ("Ethiopia and Eritrea fought. Ethiopian officers speak of 123 dead on their side alone.", "123", "Ethiopia"),
    # who killed them
    ("India struck Pakistan. Islamabad said it had killed 30 soldiers.", "30", "India"),
    # another count of the same people
    ("Russia struck Ukraine. Ukraine buried 40 soldiers in Sumy. An officer puts it at 55.", "55", "Ukraine"),
    ("Israel bombed Gaza. The dead in Gaza are now 61, up from 44, medics said.", "44", "Palestinians"),
    ("Thai guns shelled Cambodia. Cambodia lost five men on Monday, bringing its total to 18.", "18", "Cambodia"),
    # of whom the paragraph speaks
    (
        "Israel fought Hamas in Gaza.\n\nFor the Palestinian dead there are two lists. A group has 2,202.",
        "2,202",
        "Palestinians",
    ),
    ("Azerbaijan shelled Armenia.\n\nSoldiers. Armenia buried ten more; 22 were hurt.", "22", "Armenia"),
    # a third state's own
    ("American strikes hit Venezuela. Cuba mourned 32 of its officers.", "32", "Cuba"),
    # the only side with an army
    ("Israel bombed Gaza and Hamas fired rockets. Seven soldiers were killed in the tunnels.", "Seven", "Israel"),
    ("Israel bombed Lebanon and Hezbollah shot back. The enemy lost 40 men, Israel said.", "40", "Hezbollah"),
    # the paper's own side
    ("Azeri guns fired on Armenia. Four of our soldiers were killed, Yerevan said.", "Four", "Armenia"),
    # the land in which the article is set
    ("Kharkiv region, the day in brief\n\nDead: three. Moscow's defence ministry denied it.", "three", "Ukraine"),
    ("Russian shells killed 12 people. They hit the centre of Kherson in Ukraine.", "12", "Ukraine"),
    # a headline is read with the text
    ("Toll on the border climbs to 24\n\nIndia said 24 of its soldiers were killed by China.", "24", "India"),
    # spans sides
    ("Fighting between India and Pakistan has killed at least 60 people on both sides.", "60", None),
    ("Fighting between India and Pakistan has left 32 people dead.", "32", None),
    ("The toll of the clashes between India and Pakistan stands at 142.", "142", None),
    # a side by its own word and its enemy's
    (
        "Kabul said it had killed 58 Pakistani troops for the loss of nine of its own in Afghanistan.",
        "nine",
        "Afghanistan",
    ),
    ("Pakistan fought Afghanistan. Islamabad claimed more than 200 on the other side.", "200", "Afghanistan"),
    # the side on which they stood
    ("Cambodia shelled Thailand. Cambodia lost six men. On the Thai side 22 soldiers were hurt.", "22", "Thailand"),
    # another count of the same people
    ("Ukraine's guns fell silent. Russia lost 900 men. Among them are 80 wounded.", "80", "Russia"),
    # people of a group that rules a land, told by who fights it
    ("Hamas attacked Israel in October. Israel says it has lost 44 soldiers since.", "44", "Israel"),
    (
        "Israel bombed Gaza. The health ministry, which Hamas runs, has counted 1,078 dead there.",
        "1,078",
        "Palestinians",
    ),
    ("Armenia fought Azerbaijan. The two armies buried 5,500 in six weeks.", "5,500", None),
]

INSIDE_A_STATE = [
    ("The Taliban attacked in Afghanistan. Eighteen policemen were killed in Ghor.", "Eighteen", "Afghanistan"),
    ("A bomb in Quetta, Pakistan, killed 31 people, officials said.", "31", None),
    (
        "A bomb in Kandahar killed 31 people, including nine policemen. Afghan officials blamed rebels.",
        "nine",
        "Afghanistan",
    ),
    ("Somalia's army said it had killed 20 al-Shabaab militants.", "20", "al-Shabaab"),
    ("Nigeria's army fought Boko Haram. The insurgents lost 40 men, it said.", "40", "Boko Haram"),
    ("Taliban fighters shot at NATO troops in Afghanistan. Three foreign soldiers were killed.", "Three", "NATO"),
    ("Two French soldiers died in Mali when jihadists attacked.", "Two", "France"),
    ("A U.S. serviceman was killed in Iraq, where Islamic State fights on.", "A", "United States"),
    ("Four soldiers were killed in Somalia by al-Shabaab, the Kenyan army said. Somali troops fled.", "Four", "Kenya"),
    ("Rebels attacked in Congo. Seven peacekeepers were wounded in Goma.", "Seven", "UN"),
    ("Boko Haram killed 12 Nigerian civilians in Borno.", "12", None),
    ("Violence went on in India. Tribal groups said nearly 120 of the dead were Kuki-Zo.", "120", "Kuki-Zo"),
    ("Gunmen killed 17 Hazaras in Kabul, Afghanistan, on Friday.", "17", "Hazara"),
    ("Sudan's army said the RSF lost 120 men in Babanusa.", "120", "Rapid Support Forces"),
    ("The Myanmar army fought the Zomia rebels. Nine Zomia fighters were killed.", "Nine", "Zomia"),
    ("Rebels attacked in Chad. Rebels killed ten soldiers and lost 14, the army said.", "14", "rebels"),
    ("The Tigers fought Sri Lanka's navy. It put rebel losses at 40 and its own at eight.", "eight", "Sri Lanka"),
    ("Sri Lanka's army lost 11 men and the LTTE 52.", "52", "Liberation Tigers of Tamil Eelam"),
    ("Rebels fought in Russia. On the federal side, 130 were killed.", "130", "Russia"),
    ("Taliban bombs went off in Afghanistan. Two British service members died.", "Two", "United Kingdom"),
    ("It was a bad day for American forces in Iraq. Ten service members were killed.", "Ten", "United States"),
    (
        "Meitei and Kuki fought in India. Kuki groups say 130 people were killed; Meitei groups count 60.",
        "60",
        "Meitei",
    ),
    ("Turkey fought the PKK.\n\nPKK AND ITS WINGS. 446 killed, by our count.", "446", "PKK"),
    ("Lebanon's Hezbollah, which fights beside Syria's army, buried five men.", "five", "Hezbollah"),
    ("CARACAS - Security forces shot dead six protesters in Venezuela, a rights group said.", "six", None),
    ("Clashes between Kyrgyz and Uzbeks in Kyrgyzstan have killed 117 people.", "117", None),
    ("KATHMANDU - Maoists raided a post. Four policemen were wounded as it was stormed.", "Four", "Nepal"),
    ("Suspected rebels struck in Pakistan.\n\nQUETTA: Four militants and a constable died.", "Four", "militants"),
    ("A Turkish soldier was killed and four others were hurt in clashes with PKK fighters.", "four", "Turkey"),
    ("The Ugandan army killed three rebels, suffered five injured soldiers and took their guns.", "five", "Uganda"),
    ("It was a bad day for the coalition in Afghanistan. Three of its soldiers died.", "Three", "coalition"),
    ("Germany has lost 52 soldiers in Afghanistan. Only France, with 82, has paid more.", "82", "France"),
    ("Philippine troops fought on. There were 27 killed on the Abu Sayyaf side, the army said.", "27", "Abu Sayyaf"),
    ("A clash between soldiers and suspected bandits in Mexico left 12 dead.", "12", None),
    ("Gunmen came to the Kuki village at dawn in Manipur, India. Three women were shot dead.", "Three", "Kuki-Zo"),
    (
        "Sri Lanka fought the Tigers. Three Sri Lanka Air Force personnel were hurt when shells fell.",
        "Three",
        "Sri Lanka",
    ),
    ("Naxals struck in India. CRPF sources said 15 of its personnel may have died.", "15", "India"),
    ("Two soldiers were shot dead by a man in Afghan uniform and 15 French soldiers hurt.", "15", "France"),
    ("Colombia has been at war. On all sides, 43,000 combatants were killed.", "43,000", None),
]


@pytest.mark.parametrize(("text", "number", "side"), BETWEEN_STATES, ids=[text[:50] for text, _, _ in BETWEEN_STATES])
def test_party_between_states(text: str, number: str, side: str | None) -> None:
    assert party(text, number) == side


@pytest.mark.parametrize(("text", "number", "side"), INSIDE_A_STATE, ids=[text[:50] for text, _, _ in INSIDE_A_STATE])
def test_party_inside_a_state(text: str, number: str, side: str | None) -> None:
    assert party(text, number) == side


def test_community_told_after_the_figures() -> None:
    text = "Gunmen killed 37 people in a village in Mali on Monday.\n\nThe dead were Fulani, the mayor said."
    assert figure(text, "37").party[0] == "Fulani"


def test_attackers_are_named_with_the_text_own_word() -> None:
    names = figure("Marines killed 12 gunmen in Sinaloa, Mexico, the navy said.", "12").party
    assert names[0] == "gunmen"
    assert "Mexico" not in names


def test_known_parties_give_their_own_names() -> None:
    known = Known(parties={"Armenian side": ("Armenia", "Armenian", "Artsakh")})
    text = "Azerbaijan struck. Armenia's ministry said 49 Armenian soldiers were killed."
    assert figure(text, "49", known).party[0] == "Armenian side"


def test_every_party_has_a_rule_and_a_confidence() -> None:
    found = read_figures(
        "Russia attacked Ukraine. Four people died in Sumy and 3 Russian soldiers in Kursk.", published=DAY
    )
    assert found
    assert all(one.rules["party"] and 0 < one.sure["party"] <= 1 for one in found)


@pytest.mark.parametrize(
    ("text", "sides", "home"),
    [
        (
            "Thai troops and Cambodian soldiers fought on the Thai-Cambodian border.",
            {"Thailand", "Cambodia"},
            None,
        ),
        ("Israel bombed Gaza.", {"Israel", "Palestinians"}, None),
        ("Yerevan says Azeri forces attacked Armenia.", {"Armenia", "Azerbaijan"}, None),
        (
            "Militants attacked soldiers in Kashmir; India blamed militants based in Pakistan. The militants fled.",
            set(),
            "India",
        ),
        ("American drones struck the Taliban in Pakistan. Pakistani militants died.", set(), "Pakistan"),
        ("Boko Haram attacked Maiduguri.", set(), "Nigeria"),
    ],
)
def test_kind_of_war(text: str, sides: set[str], home: str | None) -> None:
    document = Document(text)
    war = kind_of_war(document, find_mentions(document, {}))
    assert set(war.sides) == sides
    assert home is None or war.home == home


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("health ministry in Hamas-run Gaza", ["Palestinians"]),
        ("officials in Moscow", ["Russia"]),
        ("the US military", ["United States"]),
        ("they told us", []),
        ("Democratic Republic of the Congo", ["Congo"]),
    ],
)
def test_sides_named(text: str, sides: list[str]) -> None:
    assert sides_named(text) == sides


def test_first_names_are_not_countries() -> None:
    document = Document("A spokeswoman, Mali Sochieta, spoke of Mali.")
    assert [mention.at for mention in find_mentions(document, {})] == [8]


PLACES = [
    ("A bomb killed 31 people at a mosque in Kandahar on Friday.", "31", "Kandahar"),
    ("In southern Lebanon 12 people were killed by Israeli strikes.", "12", "southern Lebanon"),
    ("Officials in Moscow said 12 people had been killed.", "12", None),
    ("KABUL, June 28 - At least 40 people were killed on Monday.", "40", None),
    ("A bomb went off in Zamboanga on Monday. Nine people were killed.", "Nine", "Zamboanga"),
    ("Horlivka: 3 civilians killed.", "3", "Horlivka"),
    ("Two soldiers were killed near the town of Kagizman on Sunday.", "Two", "Kagizman"),
    ("A blast in the southern Turkish district of Silvan killed 12 people.", "12", "Silvan"),
    ("Ten soldiers were killed in a raid on the outskirts of Goma.", "Ten", "Goma"),
    ("Ten soldiers killed in Clash With Rebels", "Ten", None),
    ("In a raid on the village of Boz near Kunduz, 33 villagers were killed.", "33", "Boz"),
    ("Rebels Kill At Least 56 Soldiers", "56", None),
    ("Investigators in Moscow said that 16 people were killed.", "16", None),
]


@pytest.mark.parametrize(("text", "number", "place"), PLACES)
def test_place(text: str, number: str, place: str | None) -> None:
    assert figure(text, number).place == place


@pytest.mark.parametrize(
    "text",
    [
        "\0 12 killed in \0",
        "\ud800 killed 12 in \ud800",
        "in " * 2000,
        ": A : " * 2000,
        "Xx Yy rebels " * 500,
        "(" * 5000,
    ],
)
def test_reading_sides_never_raises(text: str) -> None:
    read_figures(text, published=DAY)


@pytest.mark.parametrize(
    ("category", "side"), [(Status.COMBATANT, []), (Status.ANY, [])], ids=["found armed", "found as people"]
)
def test_the_noun_outweighs_the_category(category: Status, side: list[str]) -> None:
    text = "Rebels fight in Chad. The army said 31 villagers were killed."
    article = Article(Document(text), DAY)
    found = find_figures(article)
    for one in found:
        one.category = category
    give_parties(article, found)
    assert found[0].party == side


def test_peacekeepers_are_their_state_s_and_their_mission_s() -> None:
    names = figure("Israel shelled Lebanon. UNIFIL said two Sri Lankans were hurt.", "two").party
    assert names[0] == "Sri Lanka"
    assert "UNIFIL" in names
