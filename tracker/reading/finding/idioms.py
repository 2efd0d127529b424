"""Turns of phrase for death, wounds, captivity and disappearance that name none of them, and for giving a count.

The costs of a row are those of ``fates``: to link the phrase to a number before it, and to one behind it.
"""

from __future__ import annotations

from itertools import product

from tracker.lib.vocabulary import Outcome
from tracker.reading.finding.fates import ACTIVE, EITHER, PASSIVE, Costs

_OF_WOUNDS = "; ".join(
    f"{died} {cause}"
    for died, cause in product(
        ("died", "dies", "die", "dying", "died later", "succumbed", "succumb", "succumbing"),
        (f"{of} {whose}{what}" for of in ("of", "from", "to") for whose in ("", "their ", "his ", "her ", "the ")
         for what in ("wounds", "injuries", "burns")),
    )
)  # fmt: skip
_STRUCK = "; ".join(
    f"{what} {verb}"
    for what, verb in product(
        "shrapnel splinters glass fragments pellets debris bullets stones".split(),
        "hit struck got caught cut injured wounded tore into".split(),
    )
)
IDIOMS: dict[Outcome | None, dict[Costs, str]] = {
    Outcome.KILLED: {
        PASSIVE: (
            f"{_OF_WOUNDS}; never made it home; never made it back; never came back; never went home;"
            " never reached home;"
            " never be coming home; not be going home; won't be going home; won't be coming home; won't come home;"
            " won't be coming back; will not be coming home; did not see the end of; never saw the end of;"
            " not live to see; not lived to see; never lived to see; not last the night; not see the dawn;"
            " not see the year out; not get away alive; not got away alive; never got away alive; ended in death;"
            " ended in the grave; ended up dead; ended up in graves; joined the dead; breathed his last;"
            " breathed her last; closed their eyes; met his end; met her end; meet their end; met their maker;"
            " fell in action; fell in battle; fell there; could not be revived; could not be resuscitated; expired;"
            " gave up the ghost; went into the ground; were lowered into; lowered into graves; came home in boxes;"
            " came home in a box; went home in boxes; flown home in coffins; fell victim; fallen victim;"
            " was the price; were the price; are the price; met with death; not alive any more; lost the battle for;"
            " have been lost to; burned in their beds; burnt in their beds; where they slept; lie in the morgue;"
            " lie under the snow; lie in a mass grave; lie in the churchyard; lie in the graveyard; lie in this row;"
            " lies in this row; for their graves; taken to the morgue; brought to the morgue; reached the morgue;"
            " arrived at the morgue; delivered to the morgue; carried to the mortuary; taken to the mortuary;"
            " won't wake up; will never wake; never woke up; was past help; were past help; not survive the;"
            " did not outlive; die in; die of; wept over; did not make old bones; paid for it with their lives;"
            " paid for with their lives; paid for it with his life; not survive; never stood up again;"
            " did not get up; did not get up again; not rise again; never rose again; lost to the war;"
            " not last until; not last till; not last the hour; not last long; in one grave; in a single grave;"
            " in a common grave; in a mass grave; into one grave; in mass graves;"
            " in cold stores; in cold storage; in refrigerators; in freezers; in refrigerated; under blankets;"
            " under a blanket; under white sheets; under tarpaulins; lay before the; lay in front of;"
            " lay in the street;"
            " lay in the streets; lay in the road; lay by the road; lay on the road; gone in a; gone in one;"
            " never left; alive; lived; fall;"
            " could not be helped; too late; nothing could be done; given their lives; gave his life;"
            " gave her life"
        ),
        EITHER: (
            "for the loss of; consigned to the grave; sent to the grave; sent to paradise; put in the ground;"
            " put underground;"
            " laid in the earth; committed to the earth; wrapped in shrouds; put in coffins; certified dead;"
            " certified as dead; dead or dying; struck dead; dropped dead; done to death; stifled; smothered;"
            " throttled; garrotted; trampled; taken off the battlefield; removed from the battlefield;"
            " no longer among the living; given for dead; counted among the dead; listed among the dead;"
            " among the dead; among the fallen; among the slain; as martyrs; as fallen; as dead; for dead"
        ),
        (3, 2): "morgue; morgues; mortuary; mortuaries",
        ACTIVE: (
            "no survivors among; no survivors were found among; no survivor among; robbed; what was left of;"
            " what is left of; what remained of; could do nothing for; nothing could be done for; too late for;"
            " poorer by; did for; made an end of; made corpses of; left without his; left without her;"
            " left without their;"
            " cut short the lives of; ended the life of; extinguished; price of; at a cost of; weeps for; weep for;"
            " wept for; prayed over; lament; laments; lamenting; grieve for; bade farewell to; bid farewell to;"
            " said farewell to; said goodbye to; say goodbye to; last respects to; came to bury; went to bury;"
            " graves for; coffins for; shrouds for; funeral prayers for; funerals for; requiem for; wake for;"
            " death certificates for; robbed of; bereft of; deprived of the lives of; to their deaths; put paid to;"
            " snuff out the lives of; killed off; claim the life of; claimed the life of; claiming the life of;"
            " cost the life of; costing the life of; took the life of; taking the life of; lives of"
        ),
    },
    Outcome.INJURED: {
        PASSIVE: (
            "in a clinic; in the clinic; in clinics; in sickbeds; in the burns unit; in the burns ward;"
            " in burns units; in a field hospital; in field hospitals; in the field hospital; in splints;"
            " in casts; cheated death; escaped death; pulled through; survived with; in medical care;"
            " awaiting surgery; waiting for surgery; awaiting operations; wounds dressed; left for dead;"
            " shot in the leg; shot in the legs; shot in the arm; shot in the stomach; shot in the shoulder;"
            " caught shrapnel; caught a bullet; took shrapnel; lost hearing; without a limb; lie on mats;"
            " lay on mats;"
            " kept in; looked after; being cared for; are cared for; in a grave state; in a bad state;"
            " in a poor state; in a critical state; in a serious state; ringing ears; cuts and; bruises; fractures;"
            " lacerations; lie on the floor; lay on the floor; on the floor of the hospital; in corridors;"
            " in the corridors;"
            " gasping; bleeding; had shrapnel; had bullets; not walk again; never walk again; walk again"
        ),
        EITHER: "tended; tended to; tending; deafened; treated for; overcome by; sickened by; discharged; bandaging",
        (0, 1): "brought in; admissions",
        (-1, 19): "to the clinic; to a clinic; to clinics; to hospital; to hospitals; into hospital; to the hospital",
        ACTIVE: (
            f"{_STRUCK}; operated; limbs from; shrapnel from; bullets from; discharging; tending to;"
            " dressing the wounds of;"
            " taking in the wounded; operating on"
        ),
    },
    Outcome.MISSING: {
        EITHER: (
            "whereabouts not known; no trace has been found of; no trace was found of; no trace remains of;"
            " not a trace of; no trace has been seen of; nothing has been heard of; nothing has been heard from;"
            " no word has come of; no word has come from; never been found; never been heard of; not been found;"
            " not surfaced; never surfaced; not resurfaced; nobody knows where; no one knows where; nobody can say;"
            " no one can say; neither grave nor; missed roll call; absent from roll call; absent at roll call;"
            " not answered roll call; did not answer roll call; lost to view; not been traced; still looked for;"
            " cannot be reached; could not be reached; remain to be traced; remains to be traced"
        ),
        ACTIVE: (
            "waiting for word of; waiting for news of; wait for word of; wait for news of; await news of;"
            " awaiting news of; awaits news of; search goes on for; search continues for; search is on for;"
            " hunt is on for; looked in vain for; searched in vain for; searching in vain for; photographs of;"
            " digging for; dig for; digs for; contact with"
        ),
        PASSIVE: (
            "who knows where; god knows where; heaven knows where; to be found; for news; for word; can say;"
            " can tell; still beneath; still underneath;"
            " remain beneath; still below; being sought; could not reach;"
            " cannot reach; under the stones; under the mud; still to be dug out; not answer; failed to answer"
        ),
    },
    Outcome.CAPTURED: {
        EITHER: (
            "were disarmed; been disarmed; was disarmed; are disarmed; locked in; locked up; penned in;"
            " corralled; fenced in; put behind wire; made captive;"
            " made hostages; taken as slaves; sold into slavery; walked off at gunpoint; marched into captivity;"
            " driven or dragged; dragged away; dragged out of; still with them; still with it;"
            " remain with the group; remain with them; with the kidnappers; with their kidnappers;"
            " with their captors; captors' hands; kidnappers' hands; bandits' hands; captors' clutches;"
            " carried into captivity; shown on television; hoisted a white flag; raised a white flag; taken from;"
            " taken in combat; taken in battle; taken in action;"
            " taken in the fighting; carried into slavery"
        ),
        PASSIVE: (
            "behind the wire; went into captivity; gone into captivity; hands above their heads;"
            " hands on their heads; hands over their heads; put their hands up; stacked their arms;"
            " stacked their rifles; laid aside their arms; threw down their rifles; thrown down their rifles;"
            " remain captive; remains captive; remained captive; in a stockade; in pens; in a pen; in a cage;"
            " in cages; downed their weapons; laid their weapons down; laid their arms down; gave up their arms;"
            " gave up their weapons; asked for quarter"
        ),
        (1, 19): "taken",
        (0, 1): "held; hold; holds; keeps; keep",
        ACTIVE: (
            "took; have taken; had taken; has taken; left with; rode off with;"
            " came back with; withdrew with; retreated with; returned with; says it holds; said it holds;"
            " say they hold; says it held; said it held; said it was holding;"
            " says it is holding; claims to hold; claims to be holding; admits holding; admits to holding;"
            " ransom for; a ransom for; ransoms for; in captivity are; trussed up; tied up; lead away;"
            " walked off with"
        ),
    },
    None: {
        EITHER: (
            "raped; death sentence; death sentences; sentence of death; death penalty; sentence was death;"
            " condemned to death; polled; surveyed; court-martialled; called up; brought out alive; sentenced;"
            " taken out alive;"
            " seen the inside of; decorated; promoted; dismissed; sacked; vaccinated; fed"
        ),
        PASSIVE: (
            "came at; come out; made a run for it; made a break; got through; slipped out; at the front;"
            " in exile; abroad; came back; come back; made it back;"
            " made it home; got back; in a cell; in cells;"
            " in the cells; were picked up; was picked up; fished out; are home; is home; are back; back home;"
            " under arms;"
            " on the payroll; looked on; looking on; sought asylum; dug in; holed up; rely on; depend on; in need of;"
            " in need; walked out; live on; cannot get out; unable to leave; cannot leave; leave home;"
            " to leave their homes; need help; need aid; applied for; on the run; at large;"
            " go hungry; going hungry"
        ),
        ACTIVE: (
            "brought home; brought back; bring home; brings home; promised; promises; mustered; fielded; hired;"
            " pledged; rape of; raping; call up; calling up; feeds;"
            " feeding; led by; numbering; joined by"
        ),
    },
}
"""By outcome; None: what happened to people was no casualty."""

_IT = ("it", "that", "this", "them", *(f"{whose} {what}" for whose in ("the", "its", "their", "his")
       for what in ("figure", "number", "count", "tally", "total", "estimate")))  # fmt: skip
_RAISED = "lifted lifts raised raises pushed pushes took takes taking brought brings bringing cut cuts lowered lowers"
_RAISED += " reduced corrected revised amended changed moved"
_REVISIONS = "; ".join(f"{verb} {what} to" for verb, what in product(_RAISED.split(), _IT))
_KEPT = "; ".join(f"{verb} {what} at" for verb, what in product("set sets has had have left leaves kept".split(), _IT))

TALLY_IDIOMS: dict[Costs, str] = {
    (99, 2): (
        "commit himself to; commit itself to; commit herself to; commit themselves to; committed himself to;"
        " committed itself to; owns to; own to; owned to; confesses to; confessed to; pleads guilty to;"
        " go as high as; goes as high as; went as high as; gone as high as; ran to; runs to; swelled to;"
        " swollen to; crept to; crept up to; leapt to; shot up to; soared to; doubled to; tripled to; dropped to;"
        " sank to; shrank to; slid to; came down to; pared to; trimmed to; whittled down to; scaled down to;"
        " scaled back to; plumps for; plumped for; opts for; opted for; clings to; clung to; holds to;"
        " holds that; holds at; hold at; held at;"
        " maintains; will go no higher than; would not go beyond; would not go above; will say only; would say only;"
        " says only; stands by; stood by; stuck at; stays at; stayed at; remains at; remained at; remain at;"
        " hovers at; hovers around; ended at; ended on; finished at; finished on; started at; started with;"
        " starts with; begun with; moved to; went on to; had begun at; began with; began at; first said;"
        " first spoke of; first gave; first posted; hazards; hazarded;"
        " guess is; guess was; guesses; guessed; ventures; ventured; declares; declared; proclaims; proclaimed;"
        " trumpeted; boasted of; boasted; boasts; alleged; alleges; swears to; swore to; attests to;"
        " settled for; agreed on; released the names of; published the names of; works out at; worked out at;"
        " comes out at; came out at; comes in at; came in at;"
        " tots up; totted up; reached only; it is; it's; he makes it; makes it; made that; makes this; got to;"
        " gets to;"
        " verdict is; verdict was; tally is; tally was; count is; count was; figure is; figure was; sum is; sum was;"
        " total is; total was; number is; number was; estimate is; estimate was;"
        f"{_REVISIONS}; {_KEPT}"
    ),
    (2, 99): (
        "nearer the mark; closer to the mark; nearer the truth; closer to the truth; more likely; more like it;"
        " the more likely figure; is the figure; was the figure; is the number; was the number; is the count;"
        " was the count; is what; was what; is spoken of; was spoken of; is mentioned; was mentioned; is quoted;"
        " was quoted; was the answer; is the answer; was the word; nearer to the truth; closer to reality"
    ),
}
"""Phrases that give a count of what was spoken of before."""
