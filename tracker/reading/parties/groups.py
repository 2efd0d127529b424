"""Armed groups, communities and coalitions: how a text names them, and the nouns that tell whose people are meant."""

from __future__ import annotations

from tracker.reading.parties.armed_groups import ARMED_GROUPS

# Forces of several states and missions whose own people are counted as a side.
_COALITIONS = """
NATO, ISAF, NATO-led, Nato, International Security Assistance Force|Afghanistan
UNRWA, Unrwa|Palestinians
SADC, SAMIM|Mozambique
Joint Force|Mali
African Union, AMISOM, ATMIS, AUSSOM, AU, AU force|Somalia
UNIFIL, Unifil|Lebanon
MONUSCO|Congo
MINUSMA|Mali
MINUSCA|Central African Republic
UNMISS|South Sudan
UNAMID|Sudan
UNISFA|Sudan
G5 Sahel|Mali
KFOR|Kosovo
SFOR|Bosnia
UNPROFOR, Unprofor|Bosnia
EUFOR|Bosnia
UNMIK|Kosovo
MONUC|Congo
SAMIDRC|Congo
ECOMOG, Ecomog|Liberia
UNMIL|Liberia
UNAMSIL|Sierra Leone
UNOCI, ONUCI|Ivory Coast
ONUB|Burundi
UNAMIR|Rwanda
UNMEE|Eritrea
UNDOF|Syria
UNOSOM|Somalia
MINUSTAH|Haiti
Multinational Joint Task Force, MNJTF|Nigeria
"""

# Communities named by their people; where they have a land, its name stands after the bar and does not name them.
_COMMUNITIES = """
Kuki-Zo, Kuki, Kukis, Kuki-Zomi, Zomi, Hmar|
Meitei, Meiteis, Meetei|
Naga, Nagas|
Rohingya, Rohingyas|
Tamil, Tamils|
Sinhalese|
Hazara, Hazaras|
Pashtun, Pashtuns|
Baloch, Baluch, Balochs|
Punjabi, Punjabis|
Sikh, Sikhs|
Hindu, Hindus|
Kurds, Kurdish, Kurd|
Yazidis, Yazidi, Yezidi, Yezidis|
Sunni, Sunnis|
Shia, Shias, Shi'ite, Shi'ites, Shiite, Shiites|
Alawite, Alawites, Alawi|
Druze|
Bedouin, Bedouins|
Christian, Christians|
Muslims|
Jews|
Ahmadis, Ahmadi|
Bengali settlers|
Jumma, Jummas, Chakma, Chakmas|
Bodo, Bodos|
Madhesi, Madhesis|
Copts, Coptic, Copt|
Tutsi, Tutsis, Banyamulenge|
Hutu, Hutus|
Hema|
Lendu|
Dinka|
Nuer|
Murle|
Masalit|
Fur|
Zaghawa|
Tigrayan, Tigrayans, Tigrean, Tigreans|
Amharas, ethnic Amhara|
Oromos, ethnic Oromo|
Fulani, Fulanis, Fulbe, Peul, Peuhl|
Dogon|
Bambara|
Tuareg, Tuaregs|
Berom|
Igbo|
Kokang Chinese|
Karen, Karens|
Kachin, Kachins|
Chin villagers|
Moro, Moros|
Uighur, Uighurs, Uyghur, Uyghurs|
Han Chinese|
Chechens, Chechen|
Ingush|
Kosovo Albanians, ethnic Albanians|
Serbs, Serb, Kosovo Serbs, Kosovo Serb|
Croats, Croat|
Bosniaks, Bosniak|
Papuan, Papuans|
Acehnese|
Karabakh Armenians, ethnic Armenians|
Mapuche|
Meskhetian Turks|
Pamiris, Pamiri|
Hausa|
Yoruba|
Tiv|
Jukun|
Gumuz|
Hawiye|
Kikuyu, Kikuyus|
Luo|
Pokot|
Turkana herders|
Twa|
Nande|
Shilluk|
Misseriya|
Ngok Dinka|
Nuba|
Beja|
Madurese|
Dayak, Dayaks|
Assyrians|
Turkmens, Turkomans|
Maronites|
Crimean Tatars|
"""

FORCES = frozenset(
    "soldier soldiers serviceman servicemen servicewoman servicewomen servicemember servicemembers trooper"
    " troopers troops policeman policemen policewoman policewomen police constable constables gendarme"
    " gendarmes army armies military paramilitary paramilitaries conscript conscripts reservist reservists"
    " commando commandos ranger rangers sailor sailors marine marines airman airmen pilot pilots officer"
    " officers guardsman guardsmen jawan jawans regulars personnel paratrooper paratroopers recruits recruit"
    " cadet cadets corporal sergeant lieutenant captain general navy legionnaires infantrymen tankmen"
    " garrison platoon battalion brigade draftees privates mobilised crewmen crew infantry crpf bsf forces"
    " loyalist loyalists rifleman riflemen levies spetsnaz gendarmerie uniform security bodyguard bodyguards"
    " peacekeeper peacekeepers".split()
)
"""Nouns for people in a state's service."""

REBELS = frozenset(
    "militant militants rebel rebels insurgent insurgents guerrilla guerrillas guerilla guerillas separatist"
    " separatists terrorist terrorists jihadist jihadists jihadi jihadis extremist extremists islamist islamists"
    " gunman gunmen attacker attackers assailant assailants bandit bandits raider raiders gangster gangsters"
    " infiltrators bomber bombers mutineers mercenary mercenaries rebellion insurgency secessionists pirate"
    " pirates takers plotters mujahideen mujahedeen fighter fighters militiaman militiamen militia militias cadre"
    " cadres ultras insurrectionists hijackers kidnappers cultists gang gangs cartel underground".split()
)
"""Nouns for people in arms against a state."""

CIVILIANS = frozenset(
    "civilian civilians people persons person villagers villager residents resident man men woman women boy"
    " boys girl girls child children passengers bystanders worshippers mourners pupils students teachers"
    " workers farmers herders journalists medics tourists refugees shoppers commuters labourers laborers"
    " protesters families inhabitants schoolchildren schoolgirls citizens nationals patients pilgrims".split()
)
"""Nouns for people who are of no force."""

UNITS = frozenset(
    "army troops forces soldiers police military guards fighters militants rebels armed navy servicemen"
    " ranks side serviceman soldier units border personnel marines paramilitaries policemen".split()
)
"""Nouns that after a name make it a belligerent: "Thai troops", "the Armenian side"."""

GROUP_HEADS = frozenset(
    "rebels militants fighters insurgents guerrillas militiamen gunmen jihadists extremists separatists"
    " rebel militant fighter insurgent terrorists cadres militia guerrilla gang cartel terrorist bandits".split()
)
"""Nouns that after an unknown proper name make it an armed group's: "Xyz rebels"."""

GROUP_ENDINGS = frozenset("front tigers brigades liberation resistance fano mujahideen militia".split())
"""Last words of the proper names of armed groups."""

ATTACKS = frozenset(
    "strike strikes airstrike airstrikes shelling bombardment bombardments missile missiles drone drones"
    " rocket rockets fire attack attacks raid raids offensive artillery gun guns gunners gunfire shell"
    " shells bomb bombs bombing bombings jet jets warplane warplanes aircraft planes aviation gunship"
    " gunships helicopters mortar mortars tank tanks mine assault assaults ambush invasion incursion barrage"
    " barrages snipers sniper air bombers aggression operation operations blast salvo salvoes salvos"
    " gunboats massacre".split()
)
"""Nouns for what an attacker sends: the side named before one of them is not the side that is hit."""

BATTLEFIELD = frozenset(
    "front line conflict war dispute clashes crisis border frontier fighting truce ceasefire talks question"
    " issue region ombudsman peace violence battle".split()
)
"""Nouns that make a name before them the name of a war or its ground, not of a side."""


def _lines(table: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    found = {}
    for line in table.strip().splitlines():
        names, _, rest = line.partition("|")
        split = tuple(name.strip() for name in names.split(","))
        found[split[0]] = split, tuple(filter(None, map(str.strip, rest.split(","))))
    return found


GROUPS = _lines(ARMED_GROUPS)
COALITIONS = _lines(_COALITIONS)
COMMUNITIES = {name: names for name, (names, _) in _lines(_COMMUNITIES).items()}
"""By first name: all names (for the first two, with the states concerned)."""
