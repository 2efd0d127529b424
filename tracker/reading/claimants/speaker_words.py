"""Words by which somebody who may give a figure is recognised: offices, bodies, media, capitals."""

from __future__ import annotations


def _with_plurals(words: str) -> tuple[frozenset[str], frozenset[str]]:
    single = frozenset(words.split())
    return single, frozenset(
        word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeo" else word + "s" for word in single
    )


PERSONS, PEOPLE = _with_plurals("""
spokesman spokeswoman spokesperson president minister premier chancellor governor mayor commander general colonel
major captain lieutenant officer official doctor medic surgeon nurse physician paramedic witness survivor resident
villager analyst researcher expert historian scholar academic diplomat envoy ambassador lawyer attorney prosecutor
coroner ombudsman secretary chief head director chairman chairwoman chairperson leader coordinator commissioner
rapporteur activist campaigner teacher headmaster principal imam priest bishop pastor cleric sheikh elder chieftain
lawmaker parliamentarian senator deputy source correspondent reporter journalist editor photographer blogger inspector
superintendent rescuer volunteer relative neighbour neighbor father mother brother sister son daughter uncle cousin
widow representative adviser advisor aide king emir prince pope administrator manager worker employee guard driver
shopkeeper farmer fisherman student soldier fighter militant rebel insurgent separatist jihadist islamist gunman
investigator monitor observer veteran deserter prisoner eyewitness bystander undertaker gravedigger statistician
demographer scientist negotiator mediator organiser organizer trader vendor passenger lecturer professor nun monk
missionary councillor legislator evacuee refugee migrant attendant contractor custodian spotter warden sheriff consul
attache strategist economist author critic humanitarian responder firefighter guerrilla
auditor spy archivist midwife orderly porter caretaker sexton chaplain ranger baker butcher tailor carpenter engineer
exile dissident emigre opponent supporter sympathiser colleague friend insider classmate parishioner mourner
sergeant corporal brigadier marshal admiral commodore constable jawan airman
informant informer interpreter attendant ombudswoman policewoman policeman congressman congresswoman alderman
pathologist epidemiologist anthropologist psychologist psychiatrist sociologist archaeologist pharmacist dentist
miner shepherd herder cook clerk barber grocer mason friar deacon rabbi lecturer publisher novelist pilot
""")
BODIES, MANY_BODIES = _with_plurals("""
ministry government administration authority council army military navy department agency office bureau commission
committee court mission observatory watchdog group organisation organization movement party faction front militia
union federation coalition alliance company hospital clinic morgue mortuary church charity society foundation
institute centre center university college tank project database website site portal newspaper daily weekly magazine
broadcaster channel station service directorate command staff headquarters bloc embassy parliament palace cabinet
junta regime side presidency secretariat branch wing hotline network team family community tribe association league
opposition
board assembly inquiry panel registry forum initiative consortium ngo camp kremlin corps brigade battalion division
regiment unit force registrar prosecution leadership body outlet aggregator tribunal police gendarmerie judiciary crew
television tv radio institution desk partnership collective platform monastery parish firm operator airline academy
cooperative diocese archdiocese municipality archive intelligence defence defense tabloid
coastguard
""")
PLURALS = (
    PEOPLE
    | MANY_BODIES
    | frozenset(
        "police authorities forces people families locals men women media press troops rebels insurgents"
        " militants eyewitnesses witnesses rescuers relatives parents medics staffers bodies firemen spokesmen"
        " clergy kin kinsmen kinsfolk elders townspeople townsfolk firefighters"
        " businessmen personnel tribesmen islamists separatists taliban companies accounts churches".split()
    )
)
TITLES = frozenset(
    "mr mrs ms dr prof professor gen lt col maj capt sgt brig adm sen rep gov pres president minister"
    " premier prime chancellor governor mayor commander general colonel major captain lieutenant inspector"
    " sheikh imam king prince pope father bishop archbishop ambassador secretary spokesman spokeswoman"
    " spokesperson judge justice senator ayatollah mullah sir lord lady marshal admiral sergeant brigadier"
    " chief director chairman commissioner".split()
)
NAME_PARTICLES = frozenset(
    "al el an ash as ad ar az bin ibn ben abu abd umm de da do dos das del van von der den ould ag ul ur"
    " bint di du la le"
    " della st".split()
)
"""Small words inside the names of persons, before another part of the name."""
MEDIA_WORDS = frozenset(
    "newspaper newspapers daily weekly magazine broadcaster broadcasters channel tv television radio"
    " outlet outlets media news press portal portals site website times post gazette herald tribune"
    " telegraph guardian observer newswire agency journal chronicle correspondent aggregator online wire".split()
)
MEDIA_NAMES = frozenset(
    "reuters afp ap bbc cnn nbc cbs abc npr dpa upi efe ansa tass interfax ria itar-tass xinhua kyodo"
    " yonhap pti ani anadolu aljazeera jazeera arabiya bloomberg axios politico kloop meduza ozodi azattyk"
    " turan trend armenpress irna mehr fars wafa sana saba petra mena aina dawn geo kommersant novosti"
    " unian ukrinform tolo pajhwok irrawaddy mizzima haaretz hurriyet spiegel monde figaro mundo pais nhk"
    " dw rfi rfe sky itv euronews associated agence".split()
)
VAGUE_TALK = frozenset("reports report rumours rumors speculation estimates".split())
"""Nobody stands behind these when they say something of themselves ("reports said")."""

COUNT_NOUNS = frozenset(
    "count counts tally tallies toll tolls figure figures number numbers total totals list lists ledger"
    " register registers records record estimate estimates data statistics database databases tables"
    " report reports statement statements bulletin bulletins update updates account accounts version"
    " reckoning calculation calculations log logs communique communiqué briefing survey surveys study"
    " studies assessment findings breakdown claim claims tabulation details information sum sums dataset"
    " spreadsheet archive roll message dispatch note telling view words opinion estimation admission"
    " arithmetic research investigation analysis books guess guesses word answer answers talk review dossier"
    " contention assertion insistence boast conviction retort belief announcement announcements"
    " conclusion conclusions verdict finding facts summary inventory".split()
)
ACCOUNT_NOUNS = frozenset(
    "reckoning count tally account telling version view estimate estimation words admission admissions"
    " calculation calculations figures numbers opinion statement eyes books arithmetic records report data"
    " assessment terms judgment judgement understanding toll guess sum word estimates tallies counts"
    " lists accounts reports sources books list lights".split()
)
"""What may follow "by X's" and "in X's"."""

CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar"
    " apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday spring"
    " summer autumn winter christmas easter ramadan".split()
)
TIME_WORDS = frozenset(
    "today yesterday tonight tomorrow morning afternoon evening night midday noon midnight week month"
    " year day weekend hours hour minutes moment dawn dusk time".split()
)
PRONOUNS_PERSON = frozenset("he she him her".split())
PRONOUNS_BODY = frozenset("it".split())
PRONOUNS_MANY = frozenset("they them".split())
PRONOUNS = PRONOUNS_PERSON | PRONOUNS_BODY | PRONOUNS_MANY
POSSESSIVES = frozenset("its his her their".split())
DETERMINERS = POSSESSIVES | frozenset(
    "the a an this that these those our my your one another some several many most other two three both"
    " each every any all few various certain either four five six seven eight nine ten eleven twelve"
    " thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty"
    " seventy eighty ninety".split()
)
ARTICLES = frozenset("the a an this that these those our one".split())
PREPOSITIONS = frozenset(
    "of in for at from with by on to about over under after before since until till into near through"
    " across between against during without within among along around behind beyond despite inside outside"
    " throughout toward towards upon via".split()
)
CLAUSE_WORDS = frozenset(
    "that but while when whereas because although though as than which who whom whose where if so yet nor"
    " or what how why whether until unless once after before since whereupon".split()
)
RELATIVES = frozenset("who which whose where when".split())
COMMON_VERBS = frozenset(
    "be is are was were been has have had do does did will would can could may might must shall should"
    " killed died wounded injured hit struck came went took found left lost saw made became began held"
    " fell lay cost fled blew shot got led sent fought hurt ran stood kept brought bore met let drove grew"
    " rose spent paid won broke caught taught captured seized destroyed claimed admits say says said told"
    " buried lies lie remain remains dead happened keeps keep means meant come comes makes make goes needs"
    " wants holds calls runs sees seems serves served shows stays stayed takes treats turns uses used"
    " waits works worked give".split()
)
PLACE_NOUNS = frozenset(
    "district region province city town village area valley county state republic governorate oblast"
    " strip peninsula districts regions provinces coast border island islands capital".split()
)
PLAIN_ADJECTIVES = frozenset(
    "armed united unnamed backed based affiliated led aligned controlled held run allied so-called"
    " displaced detained retired mid appointed elected exiled hardened trained assisted supported linked"
    " recognised recognized unidentified combined organised organized unauthorised concerned".split()
)
"""Words in -ed that stand before a noun and are no verbs of their sentence."""
ARMED = frozenset(
    "army armies military force forces militia militias unit brigade company regiment corps navy troops"
    " rebels insurgents militants separatists soldier soldiers fighter fighters side battalion division"
    " guard taliban hamas hezbollah".split()
)
NAME_OF_BODY = frozenset(
    "rights watch international union nations cross crescent helmets front brigades forces army movement"
    " party council committee network observatory lawyers doctors journalists relief survey project data"
    " memory war peace justice reconciliation monitoring liberation salvation resistance jihad state sans".split()
)
"""Words that make a capitalised name the name of a body and not of a person."""
UNNAMED_BODIES = frozenset(
    "organisation organization group agency body society charity monitor watchdog party movement centre"
    " center institute bureau mission network force site website portal observatory newspaper paper".split()
)
"""With "the", such a noun takes up a body named just before."""
STATE_BODIES = frozenset(
    "government ministry authority authorities council army military police administration presidency cabinet junta"
    " parliament".split()
)
"""Which "the group" or "the organisation" does not take up."""

COUNTING_BODIES = frozenset(
    "observatory watchdog monitor monitors observers ombudsman coroner"
    " doctors medics rescuers network project database tracker researchers undertakers gravediggers"
    " paramedics".split()
)
"""Bodies that count casualties by trade."""
