"""The words by which reporters tell a war's toll from an attack's, and a month's from both."""

from __future__ import annotations

from itertools import product

from tracker.reading.dates.calendar_terms import MONTHS, WEEKDAYS

ATTACK = frozenset(
    "attack ambush assault bombing bomb blast explosion strike airstrike raid shooting massacre clash battle projectile"
    " sarin chlorine poisoned firefight gunfight gunbattle shootout skirmish barrage execution crash kidnapping"
    " abduction hijacking rampage stabbing mortar rocket missile shell drone mine landmine ied grenade bomber"
    " incident encounter carnage bloodbath salvo volley convoy patrol detonation"
    " sniper operation standoff pogrom lynching overnight".split()
)
"""One attack, and what is done or used in one."""
ATTACKERS = frozenset("gunman gunmen assailants attackers attacker raiders".split())
ATTACKS = frozenset(
    "attacks incidents projectiles gunfire shelling bombardment airstrikes ambushes assaults bombings bombs blasts"
    " explosions strikes raids clashes shootings massacres skirmishes gunbattles firefights rockets missiles shells"
    " drones bombers battles gunfights executions operations".split()
)
"""Attacks that may be one wave or many over the years."""
EVENTS = frozenset(
    "attacks incidents clashes encounters engagements bombings blasts explosions strikes airstrikes raids shootings"
    " ambushes assaults skirmishes battles gunbattles firefights operations confrontations exchanges".split()
)
"""Things that happen one by one, more than one of them."""
EVENT = frozenset(
    "attack incident clash encounter engagement bombing blast explosion strike airstrike raid shooting ambush assault"
    " skirmish battle gunbattle firefight operation confrontation".split()
)
FIGHTING = frozenset({"fighting", "violence"})
CONFLICTS = frozenset({"conflict", "war", "insurgency", "uprising", "rebellion"})
EVERYWHERE = frozenset({"elsewhere", "nationwide", "series", "string", "wave", "spate"})
STRUCK = frozenset(
    "struck hit bombed shelled ambushed attacked stormed raided detonated exploded slammed ripped tore blew rammed"
    " overran targeted rushed crashed beheaded gunned torched opened seized abducted kidnapped fired landed"
    " hits".split()
)
SITES = frozenset(
    "village school market mosque church house home building bus hotel camp base post outpost checkpoint wedding"
    " funeral ship boat train airport prison barracks station neighbourhood neighborhood basement shelter tent pagoda"
    " temple monastery restaurant cafe mall factory farm bridge compound headquarters roof street square stadium"
    " university college mine festival cinema parade rally vehicle car truck".split()
)
HOURS = frozenset("dawn noon midday midnight pm am a.m. p.m. o'clock minutes dusk morning evening".split())
CAMPAIGN = frozenset(
    "war wars conflict offensive campaign insurgency rebellion uprising invasion strife unrest violence hostilities"
    " fighting revolt crisis occupation bloodshed coup crackdown insurrection genocide intifada militancy feud"
    " aggression".split()
)
"""A conflict as a whole."""
WARS = CAMPAIGN | frozenset(
    "flare-up flare siege escalation round bout pogroms riots conflicts uprisings clashes skirmishes"
    " confrontation".split()
)
"""A conflict, or a round of one."""
TOTAL = frozenset("toll tally total totals tolls register database bulletin tracker".split())
COUNTS_OF_DEAD = frozenset("count counts reckoning losses list lists number numbers figures stands stood".split())
PRESENT = frozenset({"is", "are"})
LASTED = frozenset("lasted lasting raged rages".split())
ENDED = frozenset("truce ceasefire armistice silent ended ends stopped surrendered".split())
"""Words by which a day is that of a war's end, to which its dead are counted."""
HELD = frozenset("hostage hostages captive captives captivity prisoners held abducted".split())
STILL = frozenset("still remain remains remaining".split())
SEPARATE = frozenset("separate unconnected unrelated string different various elsewhere series across".split())
SPAN_WORDS = frozenset("daily weekly fortnightly monthly quarterly annual yearly weekend".split())
PERFECT = frozenset(
    "died killed lost cost claimed left perished taken fallen suffered wounded injured been buried reported confirmed"
    " counted verified documented recorded registered recovered treated seen passed".split()
)
MOST = frozenset("least worst deadliest bloodiest heaviest highest lowest biggest first most last".split())
UNMATCHED = MOST | frozenset("seen never not no unprecedented".split())
"""Words before "since" that compare and do not count: "the deadliest attack since 2014"."""


def is_bound(before: str, word: str) -> bool:
    """Whether the word is that of "at least", "at most" or "at first", which compares nothing."""
    return before in ("at", "very") and word in ("least", "most", "first", "last")


LONG = frozenset({"months", "years", "decades"})
LENGTHS = frozenset("days weeks months years decades".split())
LENGTHS_TOLD = ("days", "weeks", "months", "years", "hours")
UNITS = frozenset({"day", "week", "month"})
EARLIER = frozenset("earlier previous last first another second old older other".split())
KINDS_OF_WAR = frozenset({"civil", "gulf", "serious", "world"})
INCREASE = frozenset(
    "bring brings bringing brought take takes taking took push pushes pushing pushed raise raises raising raised lift"
    " lifts lifting lifted climb climbs climbing climbed mounted rise rises rising rose risen jump jumps jumping jumped"
    " puts putting carry carried amount amounts reaches reached".split()
)
MORE = frozenset("another more further additional extra fresh new newly added adds".split())
APART = frozenset("after before earlier later ago".split())
_BEGUN = "began begun started erupted out off sparked triggered".split()
_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_STANDING = "stood stands standing holds halts stopped stays stayed remains remained rests".split()
_SPANS = frozenset("year half-year month quarter period half months".split())
DAYS = frozenset(WEEKDAYS) | frozenset(MONTHS) | frozenset("day days night week weekend yesterday today".split())

SEVERAL = frozenset("two three four five six seven eight nine ten several".split())
OTHER = frozenset("separate another second other similar".split())
PAIRS: dict[tuple[str, str], str] = (
    dict.fromkeys(product(("the", "that", "those", "these"), _SPANS), "the span named before")
    | dict.fromkeys(product(("previous", "preceding"), _SPANS), "the span named before")
    | dict.fromkeys((("to", "date"), ("by", "now"), ("until", "now"), ("up", "to")), "so far")
    | dict.fromkeys((("all", "told"), ("in", "all"), ("in", "total"), ("taken", "together")), "all together")
    | dict.fromkeys(product(("the", "an", "overall"), ("whole", "entire", "overall")), "a whole span")
    | dict.fromkeys(product(("all", "course", "end", "close"), ("of",)), "a whole span")
    | dict.fromkeys(product(("those", "these", "same"), LENGTHS_TOLD), "the span named before")
    | dict.fromkeys(product(_SPANS | DAYS, ("alone",)), "one day's sum")
    | dict.fromkeys(product(("single", "one"), ("day", "week", "month")), "one day's sum")
    | dict.fromkeys(product(("past", "last"), ("day", "hours", "days", "weeks", "months")), "the past hours or days")
    | dict.fromkeys(product(EARLIER, WARS), "an earlier war")
    | dict.fromkeys(product(_STANDING, ("at",)), "a toll is named")
    | dict.fromkeys(product((*_ORDINALS, "th"), ("day", "night", "week", "month", "year")), "the war goes on")
    | dict.fromkeys(
        product(("at", "by", "when", "in", "after", "from", "into", "inside"), ("a", "an", "one")), "one event"
    )
    | dict.fromkeys(product(("past",), ("week", "fortnight", "month", "year")), "the past hours or days")
    | dict.fromkeys(product(_BEGUN, ("when", "after")), "how it began")
    | dict.fromkeys(product(("this",), ("week", "month", "year")), "this week or month")
    | dict.fromkeys(product(OTHER, EVENT), "another attack")
    | dict.fromkeys(product(OTHER, EVENTS), "other attacks")
)
"""Two words that stand together, and the rule by which they speak for a scope."""
