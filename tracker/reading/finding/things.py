"""Nouns that numbers count in the news and that are no people: time, money, distance, arms, places, acts."""

from __future__ import annotations

from tracker.reading.finding.grammar import MONTHS

_TIME = (
    "second minute hour day week weekend fortnight month year decade century night morning evening generation season"
    " anniversary term session round phase occasion time consecutive"
)
_MEASURE = (
    "km kilometre kilometer mile metre meter mm cm foot feet ft inch yard acre hectare tonne ton kg kilogram kilo"
    " pound litre liter gallon barrel degree point percent percentage cent mph kph knot kilogramme gram sq megawatt"
    " kilowatt volt celsius fahrenheit bpd storey story floor lap goal page word line"
)
_MONEY = (
    "dollar euro rouble ruble rupee dinar dirham riyal lira hryvnia pounds yuan yen franc shilling birr naira kyat"
    " shekel rial taka baht rupiah tenge manat lari dram zloty krona peso bn trn usd eur crores"
)
_ARMS = (
    "tank vehicle drone missile rocket shell bomb mortar gun rifle aircraft plane jet helicopter ship boat vessel"
    " submarine truck lorry car bus motorcycle launcher system ak kalashnikov weapon mine grenade bullet round"
    " carrier howitzer battery warship fighter-jet ambulance piece munition firearm device explosive depot post outpost"
    " position warhead projectile uav bunker tunnel airstrike sortie bulldozer tanker excavator warplane gunship"
    " pickup armoured armored vehicles equipment engine van train radar airplane machine cartridge magazine humvee"
    " bicycle motorbike charge ied grad smerch shahed iskander kinzhal kalibr katyusha qassam leopard abrams bradley"
    " himars patriot hideout stash cave dump lair stronghold artillery gunboat"
    " speedboat sukhoi mig toyota technical rpg quadcopter airframe curfew checkpost"
)
_PLACES = (
    "village town city district province region state country nation area site neighbourhood neighborhood street"
    " house home building apartment flat block school hospital clinic mosque church temple shop market camp base"
    " airport bridge road border crossing checkpoint location facility structure shelter settlement municipality"
    " oblast county island stretch front spot territory hut room bed tent store factory plant station college"
    " university governorate locality hamlet parish ward target side direction sector centre center warehouse"
    " property dwelling household family group faction party organisation organization agency government ministry"
    " company firm party army battalion brigade regiment platoon community tribe association institution parliament"
    " capital continent language militia"
)
_ACTS = (
    "attack strike raid assault operation incident clash battle explosion blast ambush bombing offensive wave"
    " violation attempt case report complaint order law article resolution vote seat election poll percentage step"
    " demand condition question talk meeting statement document image photo video picture article call email"
    " interview post tweet story count charge trial investigation arrest offence crime war conflict ceasefire truce"
    " deal agreement treaty summit visit trip flight shots salvo barrage sorties search mission campaign exercise"
    " protest rally march demonstration riot way thing reason example kind type part half third quarter fifth"
    " majority proportion share rate ratio number figure total digit list version stage level category aspect factor"
    " source account percent massacre genocide pogrom encounter animal cow goat sheep camel horse dog cattle"
    " livestock chicken tree bag box packet parcel meal vote ballot constituency goalscorer wicket run medal match"
    " game set championship title trophy job unit member-state chapter paragraph section clause edition issue volume"
    " copy episode series degree verdict execution-warrant sanction visa passport licence license ticket barrier"
    " lane storey violations exchange contact hotspot file dossier petition lawsuit claim interview certificate"
    " sack blanket bone package consignment load convoy column flag jab dose vaccine"
)


def _forms(words: str) -> frozenset[str]:
    forms = set()
    for word in words.split():
        forms.add(word)
        if word.endswith("y") and word[-2] not in "aeiou":
            forms.add(word[:-1] + "ies")
        else:
            forms.add(word + ("es" if word.endswith(("s", "ch", "sh", "x")) else "s"))
    return frozenset(forms)


TIME = _forms(_TIME)
_MONTHS_ONLY = MONTHS - {"may", "march"}
_OTHERS = (_MEASURE, _MONEY, _ARMS, _PLACES, _ACTS)
THINGS = frozenset().union(TIME, _MONTHS_ONLY, *map(_forms, _OTHERS)) | {"%", "٪"}
"""Heads of noun phrases whose number is no count of people."""

_RECKONINGS = _forms("list number figure total version report source account count category type")
_SPEAKERS = _forms("government ministry organisation organization agency institution parliament hospital")
COUNTED = (frozenset().union(*map(_forms, (_ARMS, _PLACES, _ACTS))) - _RECKONINGS - _SPEAKERS) | {
    "times", "time", "occasions", "rounds"
}  # fmt: skip
"""Those of them that a later, bare number may go on counting."""

NAMED_BY_NUMBER = frozenset(
    "operation no nos item article resolution chapter page room hill highway route road gate unit point line"
    " paragraph"
    " protocol boeing airbus flight channel day year week round phase stage level category type area zone section"
    " part episode instalment installment edition issue"
    " law rule form grade class block sector aged age ages under-age version figure table title psalm verse c-130"
    " route bus il an tu su mig f s t bm m ak building apartment kilometre mile hour".split()
)
"""Words whose number is a name or an age: "Resolution 1701", "Hill 350", "aged 12"."""
