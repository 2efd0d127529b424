"""Names that speak for a side: countries, capitals and armed groups ("Kyiv says", "Hamas: 40 dead")."""

from __future__ import annotations

from tracker.reading.document import Document
from tracker.reading.parties.countries import POLITIES

_GROUPS = """
hamas; hezbollah; hizbollah; islamic jihad; taliban; the taliban; islamic state; isis; isil; daesh; al-shabaab; shabaab;
boko haram; iswap; jnim; al-qaeda; al qaeda; houthis; the houthis; m23; rsf; tplf; farc; eln; pkk; ypg; sdf; lra; adf;
codeco; aqim; ltte; tamil tigers; abu sayyaf; milf; npa; kia; arakan army; lashkar-e-taiba; jaish-e-mohammed; ttp;
un; united nations; nato; osce; red cross; icrc; who; unicef; ocha; ohchr; unama; msf; amnesty; hrw; acled; sohr;
airwars; european union; african union; unifil; monusco; minusma; unamid; amisom; isaf; unhcr; unrwa; idf; white house;
pentagon; kremlin; downing street; centcom; ispr; spla; wagner; hrana; iraq body count; mediazona
"""
OTHER_NAMES = {
    "un": "United Nations",
    "u.n.": "United Nations",
    "us": "United States",
    "u.s.": "United States",
    "uk": "United Kingdom",
    "eu": "European Union",
    "au": "African Union",
    "msf": "Doctors Without Borders",
    "doctors without borders": "MSF",
    "médecins sans frontières": "Doctors Without Borders",
    "icrc": "International Committee of the Red Cross",
    "hrw": "Human Rights Watch",
    "sohr": "Syrian Observatory for Human Rights",
    "idf": "Israel Defense Forces",
    "rsf": "Rapid Support Forces",
    "who": "World Health Organization",
}
"""Short names, in lower case, by which everybody knows a body, and its other name."""
_COUNTRIES = frozenset(name.lower() for polity in POLITIES.values() for name in polity.names)
PEOPLES = frozenset(
    name.lower() for polity in POLITIES.values() for name in polity.people if name.endswith("s")
) | frozenset("houthis maoists islamists tigers kurds tutsis hutus rohingyas".split())
_PLACES = frozenset(name.lower() for polity in POLITIES.values() for name in polity.places)
_GROUP_NAMES = frozenset(name.strip() for name in _GROUPS.replace("\n", " ").split(";"))
_NAMES = _GROUP_NAMES | frozenset(
    name.lower() for polity in POLITIES.values() for name in (*polity.names, *polity.capitals)
)


def speaks_for_a_side(doc: Document, first: int, after: int) -> bool:
    """Whether the tokens are such a name."""
    return _plain(doc, first, after) in _NAMES


def is_group(doc: Document, first: int, after: int) -> bool:
    """Whether the tokens name an armed group or a body, and no place."""
    return _plain(doc, first, after) in _GROUP_NAMES


def is_country(doc: Document, first: int, after: int) -> bool:
    """Whether the tokens name a country."""
    return _plain(doc, first, after) in _COUNTRIES


def is_place(doc: Document, first: int, after: int) -> bool:
    """Whether the tokens name a town or region that does not speak for anybody."""
    name = _plain(doc, first, after)
    return name in _PLACES and name not in _NAMES


def is_place_name(doc: Document, first: int, after: int) -> bool:
    """Whether the tokens, or those before a comma, are the name of a town, a region or a country."""
    end = next((at for at in range(first, after) if doc.low[at] in {",", "("}), after)
    name = _plain(doc, first, end)
    return name in _PLACES or name in _NAMES - _GROUP_NAMES


def _plain(doc: Document, first: int, after: int) -> str:
    return doc.span(first, after).lower().removeprefix("the ")
