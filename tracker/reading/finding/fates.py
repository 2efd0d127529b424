"""Phrases that tell what became of people, each with what it costs to link it to a number.

A row's key is the cost to link the phrase to a number before it, and to one behind it: "were killed" and "killed 12"
fit both ways, "12 died" and "killing 12" only one.
"""

from __future__ import annotations

from itertools import product

Costs = tuple[int, int]

EITHER: Costs = (0, 0)
PASSIVE: Costs = (0, 19)
ACTIVE: Costs = (19, 0)
PAIR: Costs = (-2, -2)
_NOUN: Costs = (0, 1)
_TOLL: Costs = (3, 0)


def _each(*parts: str) -> str:
    """All phrases made of one choice of each part: "took; led" and "away; off"."""
    options = ([option.strip() for option in part.split(";")] for part in parts)
    return ";".join(" ".join(filter(None, words)) for words in product(*options))


_BODY_PARTS = (
    "limbs; a limb; legs; a leg; their legs; an arm; arms; their limbs; an eye; eyes; their sight; hands; a hand"
)
KILLED: dict[Costs, str] = {
    EITHER: (
        "martyrdom of; funeral of; funerals of;"
        " machine-gunned; brought dead; brought in dead; dead on arrival; lying dead; lifeless; laid side by side;"
        " laid out in rows; lined up and shot; lay side by side; crushed under; crushed beneath; poisoned; gassed;"
        " murder of; murders of; killing of; slaughter of; execution of; assassination of; beheading of; massacre"
        " of; hanged; hacked down; burned to ashes; burnt to ashes; taken for dead; stabbed; knifed; unburied;"
        " floated ashore; washed ashore;"
        " slain; shot dead; shot to death; hung; burnt to death; blown up; put to death; shot and killed; mown down;"
        " cut down; their dead; his dead; its dead; no longer alive; struck down; blown apart; torn apart; ripped"
        " apart; riddled with bullets; burned alive; burnt alive; buried alive; killed in action; kia; throats cut;"
        " throats slit; sent to hell; sent to their graves; sent to their deaths; put to the sword; laid to rest;"
        " buried; interred; cremated; rendered harmless; felled; out of action for good; put up against a wall;"
        " stifled; smothered; garrotted; garroted; guillotined; fatally; headless; charred; burned beyond recognition;"
        " burnt beyond recognition; dug up; dug out;"
        " dug from under; dug out of; dug from; in shrouds; under sheets; sent home in coffins;"
        + _each("blown; torn; cut; hacked; ripped", "to pieces; to bits; to shreds")
        + ";"
        + _each(
            "stabbed; burned; beaten; hacked; crushed; stoned; clubbed; bludgeoned; tortured; shelled; bombed;"
            " trampled; knifed; kicked; choked; whipped; battered",
            "to death",
        )
        + ";"
        + _each("fatally; mortally", "shot; wounded; injured; stabbed; hit; hurt; struck")
    ),
    ACTIVE: (
        "did away with; did for; put an end to; dispatched; despatched; shot down; gunning down; cut the throats of;"
        " swallowed; swallowed up; snuffed out; ended the lives of; robbed of life; deprived of life; account for"
        " the deaths of; caused the deaths of; causing the deaths of; caused the death of; led to the deaths of;"
        " responsible for the deaths of;"
        " mourns; mourn; mourning; grieves for; grieving for;"
        " took out; takes out; taking out;"
        " slaying; slay; slays; slew; lose; losing; loses; loss of; blew up; blowing up; blow up; blew to pieces;"
        " shooting dead; shoot dead; mowed down; cutting down; putting to death; tore apart; ripped apart; hacking"
        " to death; beating to death; burning alive; cost the lives of; costing the lives of; took the lives of;"
        " taking the lives of; claims the lives of; claimed the lives of; claiming the lives of; throats of; throat of"
    ),
    (4, 0): "lost",
    (2, 3): "shot",
    PASSIVE: (
        "did not come home; didn't come home; would not come home; not see the end of; not live to see; never lived"
        " to see;"
        " not see the morning; not see the evening; not see another day; never got up; never left alive; came out"
        " dead; brought out dead; pulled out dead; carried out dead; recovered dead; found lifeless; no longer"
        " breathing; stopped breathing; met a violent end; came to grief; went to the grave; carried to their"
        " graves; carried to the cemetery; under the ground; lay where they fell; lie in the cemetery; in the"
        " cemetery; ended up in the morgue; came home in coffins; came back in coffins; returned in coffins; left"
        " in coffins; came home in bags; gave up their lives; were past saving; breathed no more; bled to death;"
        " lay lifeless; lay slain; lie buried; lies buried; lie dead in; were given burial; been given burial; were"
        " gone; not leave it alive; not leave alive; not got out alive; not get out alive; never came out; never"
        " came out alive; never emerged;"
        " beyond their help; beyond our help; beyond his help; past saving; past help; left on the battlefield;"
        " left on the field; left dead on;"
        " not outlive; went down fighting; not come through; didn't survive; didn't make it; never get home; fought"
        " to the death; went down with;"
        " died; die; dies; dying; perished; perish; perishes; perishing; succumbed; succumb; succumbs; succumbing;"
        " drowned; never get up again; suffocated; asphyxiated; lay dead; lie dead; not survive; not live; not make"
        " it; never made it; never woke; not wake up; fell in; fell; fallen; blew themselves up; blew himself up;"
        " blew herself up; blown themselves up; blown himself up; passed away; passed on; starved to death; bled to"
        " death; bled out; froze to death; frozen to death; choked to death; were dead; pronounced dead; declared"
        " dead; confirmed dead; found dead; left dead; feared dead; presumed dead; believed dead; fatal; with their"
        " lives; paid with their lives; with his life; with her life; are gone; is gone; all gone; gone for good;"
        " for the dead; in the morgue; in morgues; in the mortuary; in mortuaries; in body bags; in coffins; in a"
        " coffin; breathed their last; went to their deaths; left this world; never made it out; not come back"
        " alive; never come home; never came home; not be coming home; not be going home; not come home alive; not"
        " be coming back; never come back; mourned; being mourned; lost the fight for life; lost the fight for their"
        " lives; came home in bags; in bags; in boxes; could not save; could not be saved; unable to save; beyond"
        " saving; beyond help; with him; with her; with himself; with herself; with themselves; in a box; in the"
        " ground; were no more; is no more; are no more; did not come out alive;"
        + _each("attained; embraced; achieved; tasted; found; met", "martyrdom")
        + ";"
        + _each("met; found; meet; meeting", "death; their death; their deaths; their end; his death; a violent death")
        + ";"
        + _each("ultimate; supreme; highest; final", "sacrifice; price")
        + ";"
        + _each(
            "lost; lose; losing; gave; given; giving; laid down; sacrificed; claimed; cost; forfeited; lay down",
            "their; his; her; its",
            "lives; life",
        )
    ),
    _NOUN: (
        "fatal casualties; fatal losses; dead; death; deaths; fatality; fatalities; bodies; body; corpses; corpse;"
        " cadavers; graves; tombs; lives;"
        " martyrs; killings; executions; funerals; deceased; the fallen; its fallen; our fallen; their fallen; his"
        " fallen; coffins; loss of life; burials; murders; remains of; human remains; body bags; slayings; beheadings;"
        " assassinations; death notices; obituaries; mortalities; lynchings; skeletons; homicides"
    ),
    (4, 5): "victims",
    (3, 2): "claimed; claims; claiming; claim",
    _TOLL: "death toll; toll; body count; cost; costing; costs; tolls; death tolls",
}
INJURED: dict[Costs, str] = {
    EITHER: (
        "stitches; gashed; grazed; knocked out; shell-shocked; shaken and bruised; on stretchers; on a stretcher;"
        " stretchered; nursed; being nursed; lying wounded; lie wounded; lay wounded; lies wounded; badly burned;"
        " badly burnt; hobbling; maimed for life; laid up; operated upon;"
        " injury of; wounding of; injuring of;"
        " bleeding; left for dead; on mats; on mattresses; scratches; scratched; walking-wounded;"
        " been admitted; were admitted; was admitted; are admitted; admitted with; stitched up; under the"
        " knife; invalided out; invalided home; lamed; scarred; left bleeding; got away hurt; got away wounded;"
        " escaped hurt; escaped wounded; attended to; under observation; hit by bullets; gunshot; splinters;"
        " stretcher cases; walking wounded; came to harm; got hurt; gravely hurt;"
        " hurt; burnt; under treatment; wounds; injuries; injury; being treated; shrapnel wounds; their wounded; its"
        " wounded; shot and wounded; shot and injured; wounded in action; wia; put in hospital; stretchered away;"
        " stretchered off; carried off on stretchers; knocked unconscious; hit by shrapnel; struck by shrapnel; cut"
        " by glass; beaten up; under medical care; gunshot victims; burn victims; trauma cases; trauma patients;"
        " blast victims; shrapnel cases; patients with; war-wounded; amputees; discharged from hospital; sent home"
        " after treatment; released after treatment; treated and released; treated and discharged; on the operating"
        " table; wound"
    ),
    ACTIVE: "hurting; caring for; cared for; looking after; operated on",
    PASSIVE: (
        "escaped with their lives; got off lightly; lie in hospital; lay in hospital; lying in hospital; in beds;"
        " occupy beds; in its beds; in the infirmary; under the surgeon; under the surgeons; need an operation;"
        " needed an operation; needed operations; required surgery; lost a foot; lost feet; lost fingers; lost both"
        " legs; lost a hand; sought help;"
        " came away with wounds; came away with injuries; got away with wounds; got away with injuries;"
        " a bullet; bullets in; with shrapnel; with bullet; with gunshot; in a bad way; in a poor way; in a grave"
        " way; on the critical list; on the danger list; in the wards; on the wards; recovering; convalescing; on"
        " drips;"
        " in hospital; in hospitals; critical; critically; in comas; in a coma; turned to doctors; in intensive care;"
        " amputated; with wounds; in wards; in its wards; in their wards; under care; on ventilators; on a"
        " ventilator; bullet wounds; bullet injuries; on admission; on life support; in surgery; undergoing surgery;"
        " underwent surgery; had surgery; in hospital beds; in shock; smoke inhalation; broken bones; concussion;"
        " on stretchers; on a stretcher; on crutches; in plaster; in bandages; limped away; limped off; limp away;"
        " wheeled in; carried in; needed stitches; need stitches; need prostheses; need artificial limbs; fighting"
        " for life; with burns; with cuts; inhaled"
        " gas; came away wounded; recovering in hospital; burns; severe burns; were hit; was hit; been hit;"
        + _each("in; in a; are; were; remain", "critical; serious; grave; stable", "condition")
        + ";"
        + _each("in; in a", "critical; serious; grave", "but stable condition")
        + ";"
        + _each("fighting for; fought for; clinging to; battling for", "their lives; his life; her life; life")
        + ";"
        + _each(
            "need; needed; needing; required; received; receiving; sought; seeking; given; got; getting; undergoing",
            "; hospital; medical; emergency; urgent",
            "treatment; care; attention; help; surgery; first aid",
        )
        + ";"
        + _each(
            "suffered; sustained; suffering; received; escaped with; survived with; came off with; got off with",
            "injuries; wounds; burns; cuts; shock; concussion; bruises; fractures; minor injuries; serious injuries",
        )
        + ";"
        + _each("lost; lose; losing", _BODY_PARTS)
        + ";"
        + _each(
            "taken; rushed; flown; brought; transferred; admitted; evacuated; airlifted; ferried; sent; carried;"
            " moved; transported; driven; conveyed; referred; went; medevaced; ended up",
            "to; to a; to the; to local; to nearby; into; in",
            "hospital; hospitals; clinic; clinics; infirmary; intensive care",
        )
    ),
}
MISSING: dict[Costs, str] = {
    EITHER: (
        "had no word; had no news; have no news of; have no word of; has no news of; has no word of; contact was lost"
        " with; contact has been lost with; contact lost with; lost"
        " all contact; nobody knows where; no one knows where; nobody can say where; no one can say where;"
        " nothing has been seen of; nothing was seen of; nothing more was seen of;"
        + _each("no", "trace; sign; word; news", "has been; was; had been; could be", "found; seen; had", "of; from")
        + ";"
        + _each("there is; there was; there has been; there had been", "no; still no", "trace; sign; word; news")
        + ";"
        "dropped out of sight; out of sight; gone without trace; gone without a trace; not reported in; not"
        " answering; not been heard of; not heard of; remain to be found; remains to be found; nothing is known;"
        " nothing is known of;"
        " nothing known of; fate of; the fate of; listed as missing; reported missing; posted missing; posted as"
        " missing; given as missing; put down as missing; not on any list; strayed; last known;"
        " last seen; last heard from; last heard of; been seen since; seen again; set eyes on; fate is unknown;"
        " fate is not known; fate remains unknown; fates are unknown; nowhere to be found; went astray; yet to turn"
        " up; yet to surface; yet to appear; yet to come home; cannot trace; could not trace; disappear;"
        " disappears; vanish; vanishes; disappearance of; enforced disappearances; enforced disappearance; been"
        " heard from; heard from since; nobody can find; no one can find; nobody has seen; no one has seen; not yet"
        " returned; never arrived; failed to arrive; failed to turn up; failed to show up;"
        " missing; unaccounted for; disappeared; vanished; disappearances; unaccounted; not found; cannot be found;"
        " could not be found; whereabouts; gone missing; forcibly disappeared; untraced; untraceable; not located;"
        " not traced; lost at sea; lost without trace; without a trace; without trace; never found; never traced;"
        " not heard from; not come back; not returned; not return; never returned; never came back; never seen"
        " again; failed to return; failed to come back; not seen since; not been seen since; no contact with; lost"
        " contact; out of contact; no word of; no word from; no trace of; no news of; no sign of; became of; nothing"
        " has been heard; nothing was heard; heard nothing; nobody has heard from; no one has heard from; lost touch"
        " with; swallowed up; feared trapped; not accounted for; dropped out of contact; disappearance; missing in"
        " action; mia; not reported back; not answered the roll; not answer the roll; failed to report; not reported"
        " for duty; yet to trace; yet to locate; yet to find; yet to hear from; not turned up; not come home; not been"
        " back; lost in the crowd; never reached; do not know where; not answered their phones; not answering their"
        " phones;"
        + _each(
            "not; not yet; never; cannot; could not; yet to; still to; still not",
            "be; been",
            "found; located; traced; reached; accounted for; seen; heard; heard of; heard from; contacted",
        )
    ),
    ACTIVE: "search for; searching for; hunt for; hunting for; looking for; in search of; still seeking; still tracing",
    PASSIVE: (
        "unknown; still buried; remain buried; feared buried; still being sought; being searched for; being looked"
        " for; still being looked for; remain lost; buried in the rubble; buried under rubble; trapped under;"
        " trapped beneath; trapped underneath;"
        + _each(
            "; trapped; buried; lost; still",
            "under; underneath; beneath; in; inside; below",
            "; the",
            "rubble; debris; ruins; wreckage; concrete; collapsed building; collapsed buildings; slabs",
        )
    ),
}
_CAPTORS = (
    "rebel; enemy; hostile; militant; jihadist; insurgent; their captors '; her captors '; his captors '; the captors"
    " ';"
    " the kidnappers '; the rebels '; the gunmen '; the militants '; the bandits '; their kidnappers '; the"
    " abductors '; their abductors '; russian; ukrainian; israeli"
)
CAPTURED: dict[Costs, str] = {
    EITHER: (
        "rode off with; drove off with; drove away with; rode away with; ran off with; sped off with; sailed off with;"
        " vanished with; disappeared with; went off with; fled with; being kept; was kept; were kept; been kept; kept"
        " prisoner; kept captive; kept hostage; kept as; kept chained; locked up; interned; disarmed and locked;"
        " disarmed and held; disarmed and led; disarmed and marched;"
        " walked off with; picked up at checkpoints; picked up at roadblocks; bundled off; driven off in; taken"
        " along; led into the bush; led into the forest; held at gunpoint; taken as hostages; taken as prisoners;"
        " taken as captives; fell into captivity; fell into enemy hands; fallen into enemy hands; in enemy"
        " captivity; put in irons; disarmed and taken;"
        " treated as prisoners; treated as hostages; regarded as prisoners; recognised as prisoners;"
        " abduction of; kidnapping of; hostage-taking; led out alive; caught alive; captured alive; caught;"
        " paraded; parading; in chains; shackled; blindfolded; handcuffed; marched out of;"
        " taken off a bus; taken off buses; pulled off a bus; dragged from; hauled from; 's keeping; 's custody; 's"
        " hands; 's clutches; in possession of; under lock and key; behind barbed wire; taken at gunpoint; led off"
        " at gunpoint; herded into; carried over the border; carried across the border; are kept;"
        " taken prisoner; taken hostage; taken captive; held hostage; held captive; held prisoner; led away; led off;"
        " hostages; captives; prisoners; prisoners of war; pows; pow; hostage; seized; in captivity; captivity;"
        " surrendered; surrenders; captive; abductees; abductions; kidnappings; being held; prisoner; taken away;"
        " dragged into; fell captive; taken alive; are held; were held; was held; is held; been held; still held;"
        " into captivity; made prisoner; made prisoners; as prisoners; as hostages; as captives; held in captivity;"
        " kept in captivity; led into captivity; taken ?; been taken ?; bundled into; marched into the; taken into"
        " the bush; taken into the forest; taken from their; taken over the border; taken across the border; dragged"
        " over; dragged across; snatched from; taken by gunmen; taken by the rebels; taken by rebels; taken by"
        " militants; taken to gaza; kidnap victims; borne off; driven off; hijacked; ambushed and taken; carted off;"
        " trucked away; custody; chained; seizure of; capture of;" + _each(_CAPTORS + "; foreign", "hands")
    ),
    ACTIVE: (
        "parade; parades; escaped with;"
        " made off with; makes off with; making off with; took with them; take with them; taking with them; are"
        " keeping; hold hostage; holds hostage; hold captive;"
        " seizing; seize; seizes; shanghaied; holding captive; holding hostage; leading away; leads away;"
        " leading off; dragging into; are holding; is holding; still holding; still holds; still hold; being held by;"
        " have in their hands; has in its hands; still have; still has"
    ),
    PASSIVE: (
        "came out with their hands up; walked out with their hands up; hands in the air; waved a white flag;"
        " waving a white flag; waved white flags; handed themselves over; handed over their weapons; gave"
        " themselves up; given themselves up; behind wire; in its prisons; in its jails;"
        " surrender; surrendering; gave up; capitulated; capitulate; raised the white flag; put up their hands;"
        " raised their hands; hoisted the white flag; in the hands of; into the hands of; held by; away; hands;"
        " deprived of their liberty; deprived of liberty; in its cells; in their cells; in his cells; in its camps;"
        " in cellars; in the cellars; in its hands; in their hands; in"
        " our hands; in his hands; in their keeping; in its keeping; as shields; as human shields; with their hands"
        " up; with hands up; with their hands raised; into the bush; into the jungle; into the forest; into the hills;"
        " into the mountains;"
        + _each(
            "laid down; lay down; laying down; put down; threw down; thrown down; dropped; layed down",
            "; their; his; its",
            "arms; weapons; guns; rifles",
        )
        + ";"
        + _each("gave; given; give; giving; handed", "themselves; himself", "up; over")
        + ";"
        + _each("turned; turning; handed; gave", "themselves; himself", "in; over")
        + ";"
        + _each("fell; fallen; fall", "into", "captivity; enemy hands; the hands of")
    ),
}
CASUALTIES: dict[Costs, str] = {
    (0, 3): "casualties; casualty; losses",
    EITHER: "out of action; hors de combat",
}
NO_CASUALTY: dict[Costs, str] = {
    EITHER: (
        "questioned; interrogated; let go; set free; flown home; led to safety; brought to safety;"
        " carried to safety; on their way; caught in; caught up; caught between;"
        " released; freed; rescued; exchanged; swapped; evacuated; displaced; arrested; detained; deported;"
        " repatriated; deployed; fled; homeless; destroyed; downed; damaged; enrolled; jailed; sentenced;"
        " imprisoned; charged; uprooted; recruited; stationed; trained; sheltered; relocated; liberated; survived;"
        " escaped; participated; attended; employed; moved; elected; voted; burned down; took part; mobilised;"
        " mobilized; lost their jobs; lost their homes; lost their livelihoods; lost their seats; lost their way;"
        " invited; infected; returned; crossed; demolished; torched; enlisted; conscripted; shifted; left homeless;"
        " without homes; without electricity; without power; without water; without food; without heating; without"
        " shelter; trapped; stranded; besieged; airlifted; convicted; indicted; prosecuted; garrisoned; resettled;"
        " registered as; found alive; pulled alive; pulled out alive; still alive; turned up; safe and sound;"
        " unhurt; unharmed; uninjured; unscathed; posted to; on trial; under arrest; facing trial; face trial;"
        " headcount; entire strength; exodus; driven from; driven out; forced from; forced to flee; forced out;"
        " refugees; inhabitants; paroled; pardoned; amnestied; managed to escape; got away; broke free; ran away; got"
        " off; walked free; traded back; handed back; sent back; slipped away; made it out; in prison; in jail; behind"
        " bars"
    ),
    ACTIVE: (
        "arrival of; deployment of; dispatch of; presence of; return of; recruitment of;"
        " backed by; guarded by; defended by; manned by; in exchange for; paid with; lifted out; ferried; built for;"
        " shelters; sheltering; houses; housing; holds; releasing; freeing; rescuing; evacuating; displacing;"
        " arresting; detaining; destroying; sending; deploying; destroy; fired; launched; send; sent; arrest;"
        " deploy; firing; launching; damaging; hit; struck; hitting; striking; storming; sentencing; forcing;"
        " forced; driven; drove; driving; uprooting; release of; rescue of; free; release; rescue; commands;"
        " commanding; strength was put at; strength is put at; strength of; population of; home to; army of; force of"
    ),
    PASSIVE: (
        "take part; takes part; taking part; gather; gathering; assemble; assembled; stand guard;"
        " came to see; came to hear; came out; gathered; marched; turned out; joined; watched; demonstrated;"
        " protested; signed; rallied; stayed; have left; had left; has left; left home; left their homes; took"
        " flight; took refuge; sought refuge; taken refuge; took shelter; to safety; going home; went home; returned"
        " home; left the area; sent home; move to safety; protest; camped; live in; lived in; living in; work in;"
        " worked in; queued; fleeing; flee"
    ),
}
