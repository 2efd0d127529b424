"""Words for the people who are counted, and what each says of their status and group."""

from __future__ import annotations

from typing import NamedTuple

from tracker.lib.vocabulary import Group, Status


class Kind(NamedTuple):
    """What a noun says of the people it names."""

    status: Status = Status.ANY
    group: Group = Group.NONE


_ONE_BY_ONE = {
    Kind(Status.COMBATANT): (
        "soldier trooper fighter militant rebel insurgent guerrilla guerilla terrorist jihadist jihadi combatant"
        " commander marine paratrooper sailor conscript recruit reservist commando peacekeeper gendarme paramilitary"
        " mercenary extremist attacker assailant bomber invader infiltrator intruder ranger separatist warrior"
        " sniper jawan brigadier cadet comrade legionnaire janjaweed pilot raider fedayeen mujahid operative"
        " hijacker islamist sergeant corporal lieutenant captain colonel major general private warlord aggressor"
        " occupier saboteur defender gunner stormtrooper guardsman besieger nationalist nazi partisan janissary"
        " tanker tankman sapper grenadier submariner bombardier artilleryman infantryman serviceman servicewoman"
        " serviceperson gunman militiaman airman crewman"
        " guardsman rifleman seaman enlistee draftee bandit cadre naxalite maoist element loyalist vigilante"
    ),
    Kind(Status.CIVILIAN): "civilian noncombatant non-combatant",
    Kind(Status.ANY, Group.CHILDREN): (
        "boy girl infant baby minor teenager toddler newborn kid schoolmate classmate schoolchild schoolboy"
        " schoolgirl youngster adolescent child teen pupil preschooler"
    ),
    Kind(Status.ANY, Group.WOMEN): "woman mother wife widow housewife",
    Kind(Status.ANY, Group.ELDERLY): "pensioner octogenarian grandmother grandfather",
    Kind(Status.ANY, Group.MEN): "man",
    Kind(Status.ANY, Group.HEALTH_WORKERS): "medic doctor nurse paramedic physician surgeon midwife",
    Kind(Status.ANY, Group.JOURNALISTS): (
        "journalist reporter photojournalist cameraman camerawoman photographer correspondent newsman"
    ),
    Kind(Status.ANY, Group.POLICE): "policeman policewoman cop constable inspector",
    Kind(): (
        "person resident villager worshipper worshiper refugee migrant farmer worker student teacher"
        " tourist passenger driver protester protestor demonstrator victim pilgrim mourner shepherd herder"
        " fisherman fisher miner employee relative national citizen inhabitant local bystander patient shopper"
        " customer official politician lawmaker elder leader cleric imam priest businessman brother sister father"
        " son daughter member individual human soul settler evacuee guest visitor traveller traveler commuter"
        " labourer laborer lawyer activist deportee expatriate foreigner missionary monk nun pastor guard rescuer"
        " firefighter responder neighbour neighbor cousin nephew niece uncle aunt grandchild parent orphan youth"
        " volunteer contractor prisoner detainee inmate hostage captive abductee survivor subject countryman"
        " compatriot trader merchant vendor shopkeeper engineer technician scientist aide bodyguard interpreter"
        " translator candidate mayor judge prosecutor governor minister diplomat ambassador musician artist writer"
        " lecturer professor headmaster herdsman tribesman clansman nomad pastoralist peasant camper reveller"
        " festivalgoer concertgoer bather beneficiary adult spectator athlete player guide porter trucker"
        " sympathizer sympathiser supporter christian muslim hindu sikh buddhist jew shiite shia sunni yazidi copt"
        " palestinian colleague mum mom dad hero lad opponent ally officer suspect criminal gangster dissident"
        " believer parishioner congregant devotee fatality brethren occupant diner holidaymaker churchgoer"
        " partygoer beachgoer seeker cook baker butcher tailor watchman caretaker bride groom twin sibling"
        " grandson granddaughter friend boatman docker electrician mechanic singer poet author blogger academic"
        " researcher scholar colonist breadwinner applicant invitee cleaner gravedigger janitor steward"
        " seafarer courier ranger- adherent follower staffer delegate envoy motorist cyclist pedestrian crew"
        " dweller clerk accountant banker barber blacksmith bricklayer builder carpenter cashier chef chauffeur"
        " conductor dentist dancer fireman hairdresser logger mason painter pharmacist plumber postman quarryman"
        " roofer secretary seamstress shoemaker surveyor sweeper waiter waitress welder weaver woodcutter marcher"
        " striker picketer passer onlooker hiker climber backpacker intern trainee apprentice townsman townswoman"
        " churchwarden housekeeper nanny babysitter gardener ploughman shearer beekeeper goatherd cowherd"
        " cattleman rancher planter picker beggar hawker peddler pedlar stallholder grocer greengrocer fishmonger"
        " miller smith jeweller cobbler potter"
        " observer mediator negotiator emissary messenger coordinator organiser organizer campaigner"
        " evangelist preacher seminarian rabbi bishop deacon sheikh mullah muezzin chorister barrister"
        " magistrate bailiff warden jailer gaoler convict fugitive informer informant collaborator spy agent"
        " lookout deckhand skipper helmsman ferryman stevedore longshoreman broadcaster announcer presenter"
        " editor columnist stringer fixer therapist vet veterinarian schoolteacher schoolmaster headmistress"
        " tutor librarian curator landowner landlord tenant lodger squatter chieftain headman chief councillor"
        " councilman councilwoman senator legislator parliamentarian deputy farmhand scavenger ragpicker"
        " forager harvester drover muleteer carter rider biker haulier footballer cricketer wrestler boxer"
        " referee novice picnicker pallbearer bearer lifeguard coastguard forester gamekeeper poacher hunter"
        " trapper angler smuggler trafficker dealer townspeople islander commoner mineworker steelworker"
        " dockworker metalworker farmworker kinsman kinswoman clergyman churchman alderman spokesman"
        " spokeswoman signalman oarsman helper orderly assistant tradesman craftsman handyman laywoman layman"
        " congressman"
    ),
}
_IRREGULAR = {
    "person": "people",
    "child": "children",
    "schoolchild": "schoolchildren",
    "grandchild": "grandchildren",
    "wife": "wives",
    "midwife": "midwives",
    "housewife": "housewives",
    "brethren": "brethren",
    "hero": "heroes",
    "mujahid": "mujahideen",
}
_COLLECTIVE = {
    "troops": Kind(Status.COMBATANT),
    "forces": Kind(Status.COMBATANT),
    "militia": Kind(Status.COMBATANT),
    "carabinieri": Kind(Status.COMBATANT),
    "persons": Kind(),
    "peoples": Kind(),
    "servicemembers": Kind(Status.COMBATANT),
    "servicemember": Kind(Status.COMBATANT),
    "personnel": Kind(Status.COMBATANT),
    "police": Kind(Status.ANY, Group.POLICE),
    "staff": Kind(),
    "helmets": Kind(Status.COMBATANT),
    "victims": Kind(),
    "officers": Kind(),
    "women": Kind(Status.ANY, Group.WOMEN),
    "men": Kind(Status.ANY, Group.MEN),
    "elderly": Kind(Status.ANY, Group.ELDERLY),
    "folk": Kind(),
    "kin": Kind(),
    "gunmen": Kind(Status.COMBATANT),
    "taliban": Kind(Status.COMBATANT),
    "hezbollah": Kind(Status.COMBATANT),
    "houthis": Kind(Status.COMBATANT),
    "peshmerga": Kind(Status.COMBATANT),
    "isis": Kind(Status.COMBATANT),
    "personel": Kind(),
}


def _plural(noun: str) -> str:
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2] not in "aeou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "ch", "sh")) else "s")


SINGULAR: dict[str, Kind] = {noun: kind for kind, nouns in _ONE_BY_ONE.items() for noun in nouns.split()}
PEOPLE: dict[str, Kind] = SINGULAR | {_plural(noun): kind for noun, kind in SINGULAR.items()} | _COLLECTIVE
"""Every noun for people, singular and plural, with what it says of them."""

COMBATANT_MODIFIERS = frozenset(
    "military army armed soldiers' combatant paramilitary enemy naval rebel insurgent militant jihadist regime"
    " guerrilla troop defense-force".split()
)
"""Words before "personnel", "members", "deaths" that say those counted bear arms."""

BODIES_OF_FORCES = frozenset(
    "army forces force troops military militia militias navy air-force marines garrison battalion brigade regiment"
    " platoon company division squad unit gendarmerie paramilitaries rebels insurgents fighters militants soldiers"
    " hezbollah hamas taliban isis is isil daesh houthis al-shabaab boko peshmerga ypg sdf wagner rsf m23 pkk ltte"
    " farc jihadists guard guards contingent ranks peacekeepers commandos servicemen crpf bsf itbp cisf idf"
    " anp constabulary levies khasadars rifles scouts".split()
)
"""Armed bodies: their "members" or "losses" are combatants."""

WORKERS = {
    "health": Group.HEALTH_WORKERS,
    "healthcare": Group.HEALTH_WORKERS,
    "medical": Group.HEALTH_WORKERS,
    "ambulance": Group.HEALTH_WORKERS,
    "hospital": Group.HEALTH_WORKERS,
    "aid": Group.AID_WORKERS,
    "humanitarian": Group.AID_WORKERS,
    "relief": Group.AID_WORKERS,
    "un": Group.AID_WORKERS,
    "unrwa": Group.AID_WORKERS,
    "charity": Group.AID_WORKERS,
    "ngo": Group.AID_WORKERS,
    "media": Group.JOURNALISTS,
    "press": Group.JOURNALISTS,
    "news": Group.JOURNALISTS,
    "police": Group.POLICE,
    "crescent": Group.AID_WORKERS,
    "cross": Group.AID_WORKERS,
}
"""What "workers", "staff", "officers" or "employees" are, by the word before."""

WORKER_NOUNS = frozenset(
    "worker workers staff staffer staffers personnel employee employees officer officers crew crews crewmen"
    " volunteer volunteers professional professionals member members recruits cadets trainees driver drivers".split()
)
