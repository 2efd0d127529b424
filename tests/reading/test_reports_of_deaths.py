"""Sentences as reporters write them of the dead: every count in them, and none of the other numbers."""

from __future__ import annotations

import pytest

from tracker.lib.vocabulary import Outcome
from tracker.reading.document import Document
from tracker.reading.figures import Article
from tracker.reading.finding.finding import find_figures

KILLED = Outcome.KILLED


def counts(text: str) -> list[tuple[int | None, Outcome]]:
    figures = find_figures(Article(Document(text)))
    return [(figure.value, figure.outcome) for figure in figures if figure.value is not None and not figure.implicit]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At least 17 people, including five children, have been killed in an air strike on a displacement"
            " camp in Rafah.",
            [(17, KILLED), (5, KILLED)],
        ),
        (
            "The strike brings to 41,000 the number of Palestinians killed since October, according to the "
            "health ministry.",
            [(41_000, KILLED)],
        ),
        ("The army lost eleven men in the ambush, its worst setback this year.", [(11, KILLED)]),
        (
            "Both sides have suffered heavy losses: 320 dead on the government side, about 500 among the rebels.",
            [(320, KILLED), (500, KILLED)],
        ),
        ("Nine members of one family were among the dead.", [(9, KILLED)]),
        (
            "Some 2,000 people fled across the border as 300 soldiers moved into the town, where fighting has"
            " killed 80.",
            [(80, KILLED)],
        ),
        ("Monday's death toll of 72 was the highest in a single day since 2014.", [(72, KILLED)]),
        ("He said 12 of the hostages had been killed and 30 freed.", [(12, KILLED)]),
        ("More than 130 of them were later found dead in a mass grave.", [(130, KILLED)]),
        ("Authorities have exhumed 87 bodies from three mass graves near Tarhuna.", [(87, KILLED)]),
        ("The junta's troops burned 200 houses and killed 10 villagers, residents said.", [(10, KILLED)]),
        ("The group claimed responsibility, saying it had killed 40 'crusaders'.", [(40, KILLED)]),
        ("In the first week 150 civilians died; in the second, 90.", [(150, KILLED), (90, KILLED)]),
        ("Turkey's defence ministry said 37 militants had been 'neutralised' in northern Iraq.", [(37, KILLED)]),
        (
            "Officials confirmed the deaths of six peacekeepers, four from Senegal and two from Chad.",
            [(6, KILLED), (4, KILLED), (2, KILLED)],
        ),
        (
            "The operation, now in its third week, has claimed the lives of 31 insurgents and nine troops.",
            [(31, KILLED), (9, KILLED)],
        ),
        ("Ten coffins were lowered into the ground in Mekelle on Sunday.", [(10, KILLED)]),
        (
            "The governor put the toll at 56, but local leaders say as many as 110 perished.",
            [(56, KILLED), (110, KILLED)],
        ),
        ("The war has displaced 6 million people and killed an estimated 150,000.", [(150_000, KILLED)]),
        ("At least 60 Rohingya, most of them women, are feared drowned as they fled the fighting.", [(60, KILLED)]),
        ("Insurgents beheaded more than 50 people over three days in Muidumbe.", [(50, KILLED)]),
        ("The jihadists lost 80 fighters, against 15 on the army's side.", [(80, KILLED), (15, KILLED)]),
        ("Thirteen bodies with bullet wounds were found on the road.", [(13, KILLED)]),
        (
            "Six people were killed, bringing the total to 318 since the protests began.",
            [(6, KILLED), (318, KILLED)],
        ),
        ("Ukraine returned the bodies of 1,212 soldiers to Kyiv in exchange for 27.", [(1_212, KILLED)]),
        ("Hundreds of families buried their dead; the cemetery added 60 graves in a week.", [(60, KILLED)]),
        (
            "A military court sentenced 37 people, including three Americans, to death over a coup attempt in"
            " which six people died.",
            [(6, KILLED)],
        ),
        (
            "Hamas-run authorities said 33 people died while seeking food, 14 of them near a distribution site.",
            [(33, KILLED), (14, KILLED)],
        ),
        ("Fighters stormed the prison, freeing 800 inmates and killing 30 guards.", [(30, KILLED)]),
        (
            "The army said it had killed two senior commanders and 20 of their bodyguards.",
            [(2, KILLED), (20, KILLED)],
        ),
        ("Six of the victims were children under the age of 10.", [(6, KILLED)]),
        ("Eighty percent of the 1,400 dead were civilians, said B'Tselem.", [(1_400, KILLED)]),
        ("The mission has 15,000 troops and has lost 200 since 2013.", [(200, KILLED)]),
        ("A total of 8,372 men and boys were murdered at Srebrenica in July 1995.", [(8_372, KILLED)]),
        (
            "Two days of fighting have claimed 32 lives, among them those of four aid workers.",
            [(32, KILLED), (4, KILLED)],
        ),
        ("Pakistan said its forces had shot 'dozens' dead; India acknowledged one death.", [(1, KILLED)]),
        ("The 34 people killed included nine Thai workers and a Nepali student.", [(34, KILLED), (9, KILLED)]),
        ("Nine Thai workers were among the 34 killed.", [(9, KILLED), (34, KILLED)]),
        (
            "Nearly 900 Palestinians have been killed in the West Bank, while 40 Israelis have died in attacks there.",
            [(900, KILLED), (40, KILLED)],
        ),
        ("The Red Crescent evacuated 45 patients, 12 of whom died on the way.", [(12, KILLED)]),
        (
            "Security forces killed four militants in Pulwama district after a 12-hour gun battle in which a "
            "jawan was also martyred.",
            [(4, KILLED)],
        ),
        ("Police said 16 Maoists, including 11 women, were gunned down in Sukma.", [(16, KILLED), (11, KILLED)]),
        ("Death toll in Beirut strike climbs to 20", [(20, KILLED)]),
        ("27 killed in Sudan market shelling, activists say", [(27, KILLED)]),
        ("Tribal clashes kill 11, displace thousands in Papua", [(11, KILLED)]),
        ("Cartel gunmen killed 13 state police officers in an ambush and burned their patrol cars.", [(13, KILLED)]),
        ("Gangs have killed 5,600 people in Haiti this year, up by 1,000 on 2023.", [(5_600, KILLED)]),
        (
            "The government said 102 troops had been killed; opposition sources put it at 260.",
            [(102, KILLED), (260, KILLED)],
        ),
        ("He lost two brothers and three cousins in the strike.", [(2, KILLED), (3, KILLED)]),
        ("Rescuers pulled out 9 dead and 21 survivors.", [(9, KILLED)]),
        ("Eleven people died when the boat sank while fleeing clashes.", [(11, KILLED)]),
        (
            "Fourteen were dead on the spot and two more succumbed to their injuries in hospital.",
            [(14, KILLED), (2, KILLED)],
        ),
        ("A 12-year-old boy and two women aged 30 and 45 were killed.", [(2, KILLED)]),
        ("Police recovered six corpses with their hands tied.", [(6, KILLED)]),
        ("How many have died? At least 3,000, the opposition says.", [(3_000, KILLED)]),
        ("DEATHS\nPalestinians: 1,200\nIsraelis: 13", [(1_200, KILLED), (13, KILLED)]),
        ("Here is the toll so far. Gaza: 2,104. Israel: 69.", [(2_104, KILLED), (69, KILLED)]),
        ("The dead include 12 children, six women and a paramedic.", [(12, KILLED), (6, KILLED)]),
        ("Among the victims are five Indians and three Bangladeshis.", [(5, KILLED), (3, KILLED)]),
        (
            "Rebels attacked a camp. The army says 14 of its soldiers died; the rebels say 60.",
            [(14, KILLED), (60, KILLED)],
        ),
        ("It was the deadliest attack since 2017, when a truck bomb killed almost 600.", [(600, KILLED)]),
        ("The Israeli army said it had struck 200 targets and killed around 50 militants.", [(50, KILLED)]),
        ("The raid, in which 24 helicopters and 600 commandos took part, left seven rebels dead.", [(7, KILLED)]),
        (
            "More than 1.2 million people have been displaced since January, and over 14,000 killed.",
            [(14_000, KILLED)],
        ),
        ("He commanded 300 men, of whom 40 fell.", [(40, KILLED)]),
        ("About 80 people were aboard the bus when it was hit, and 17 did not survive.", [(17, KILLED)]),
        ("Three of the brothers were executed in front of their mother.", [(3, KILLED)]),
        ("Yesterday's clashes cost the lives of 9 policemen.", [(9, KILLED)]),
        ("Some 34 lives were lost in the stampede that followed the explosion.", [(34, KILLED)]),
        ("Militants torched 40 shops and slit the throats of 11 villagers.", [(11, KILLED)]),
        ("Around 20 gunmen arrived at 3 a.m. and opened fire, killing at least 14.", [(14, KILLED)]),
        (
            "A gunman killed 14 people before being shot dead by police, who arrested two accomplices.",
            [(14, KILLED)],
        ),
        ("The country has 140,000 soldiers, 8,000 of whom have been killed, by one estimate.", [(8_000, KILLED)]),
        (
            "The army has admitted losing 31 soldiers, though analysts put the true figure closer to 100.",
            [(31, KILLED), (100, KILLED)],
        ),
        ("Fighting has forced 35,000 to flee and killed 112, the OCHA said on 3 May.", [(112, KILLED)]),
        ("Thirty-one people have now died of their injuries.", [(31, KILLED)]),
        ("The Taliban said 12 'invaders' had been sent to hell.", [(12, KILLED)]),
        ("Two 'terrorists' were eliminated and three arrested, the army announced.", [(2, KILLED)]),
        ("In the worst incident, on 5 June, 17 worshippers were gunned down inside a church.", [(17, KILLED)]),
        ("Around 150 people, including at least 30 children, were massacred.", [(150, KILLED), (30, KILLED)]),
        (
            "Since the coup 4,500 people have been killed and 26,000 arrested, according to the AAPP.",
            [(4_500, KILLED)],
        ),
        ("Turkey lost 33 soldiers in a single air raid in Idlib in February 2020.", [(33, KILLED)]),
        ("The government's forces recaptured 12 villages, losing 20 men.", [(20, KILLED)]),
        ("The authorities listed 63 names of the fallen.", [(63, KILLED)]),
        ("Five years after the attack that killed 147 students, survivors gathered in Garissa.", [(147, KILLED)]),
        ("The 15-year-old was one of two boys shot dead in Jenin on Tuesday.", [(2, KILLED)]),
        ("Up to 1,000 may have been killed, the UN says.", [(1_000, KILLED)]),
        ("Drone strike kills 11 at wedding", [(11, KILLED)]),
        ("19 feared dead after boat hit by shell", [(19, KILLED)]),
        ("Iran says 224 dead, most of them civilians", [(224, KILLED)]),
        (
            "M23 fighters killed 13 peacekeepers; nine were South African, three Malawian and one Uruguayan.",
            [(13, KILLED), (9, KILLED), (3, KILLED), (1, KILLED)],
        ),
        ("Of the 71 dead, 31 were women and 40 men.", [(71, KILLED), (31, KILLED), (40, KILLED)]),
        ("Nigeria's army said troops 'neutralised' 35 bandits and rescued 13 hostages.", [(35, KILLED)]),
        ("He was sentenced to 30 years for the murder of 12 people.", [(12, KILLED)]),
        (
            "The prosecutor said 116 bodies bearing signs of torture had been found in Bucha by 4 April, 50 "
            "of them children's.",
            [(116, KILLED), (50, KILLED)],
        ),
        (
            "On Monday the ministry's figure was 87. By Tuesday it had risen to 102.\nThe dead are mostly farmers.",
            [(87, KILLED), (102, KILLED)],
        ),
        ("The ministry said 87 people had died. By Tuesday it had risen to 102.", [(87, KILLED), (102, KILLED)]),
        ("The opposition disputes that. It counts 340 dead; the Red Cross, 290.", [(340, KILLED), (290, KILLED)]),
        (
            "Russia's losses: 12,000 killed, says NATO. Kyiv's own estimate is higher: 17,000.",
            [(12_000, KILLED), (17_000, KILLED)],
        ),
        (
            "The blast tore through a mosque during prayers. Police first spoke of 32 dead. The figure was "
            "later raised to 59, and finally to 101.",
            [(32, KILLED), (59, KILLED), (101, KILLED)],
        ),
        ("Israel's army said 329 of its soldiers have fallen since the ground operation began.", [(329, KILLED)]),
        ("Save the Children puts the number of children killed at 13,000.", [(13_000, KILLED)]),
        ("The list of the dead has 43 names on it.", [(43, KILLED)]),
        ("Two of the dead were Chinese nationals, and a third was Pakistani.", [(2, KILLED)]),
        ("Three were shot at close range. The fourth died under torture.", [(3, KILLED)]),
        (
            "Nine Azerbaijani servicemen and two civilians fell victim to mines last year.",
            [(9, KILLED), (2, KILLED)],
        ),
        ("Clan fighting has left nearly 70 people dead and 200 homes in ashes.", [(70, KILLED)]),
        ("Police have arrested 14 men over the killing of five farmers.", [(5, KILLED)]),
        ("He has buried six relatives since the war began.", [(6, KILLED)]),
        ("Four generations of the family, 19 people in all, were wiped out in one strike.", [(19, KILLED)]),
        (
            "At least 18 people, 11 of them members of the same family, were killed overnight.",
            [(18, KILLED), (11, KILLED)],
        ),
        (
            "Sudan's army and the RSF traded blame for the strike on El Obeid that medics said left 40 dead.",
            [(40, KILLED)],
        ),
        ("Some 16,000 people have been killed and 8.5 million driven from their homes.", [(16_000, KILLED)]),
        (
            "The death toll from Sunday's twin blasts has gone up to 23 after three of the injured died.",
            [(23, KILLED), (3, KILLED)],
        ),
        ("The crash of the helicopter, shot down by rebels, killed all 14 aboard.", [(14, KILLED)]),
        ("All 29 people on board died when the plane was shot down.", [(29, KILLED)]),
        ("It killed 34, half of them children.", [(34, KILLED)]),
        ("Seventy-two hours of fighting cost each side some 200 men.", [(200, KILLED)]),
        (
            "Pakistani forces killed 17 terrorists and lost four men, ISPR said in a statement.",
            [(17, KILLED), (4, KILLED)],
        ),
        ("Another four died in hospital, taking the toll to 37.", [(4, KILLED), (37, KILLED)]),
        ("At least 200 people, perhaps as many as 300, died in the massacre.", [(200, KILLED), (300, KILLED)]),
        ("The toll could not be verified, but residents counted 48 fresh graves.", [(48, KILLED)]),
        (
            "Philippine troops killed 11 militants, including two leaders, for the loss of one soldier.",
            [(11, KILLED), (2, KILLED), (1, KILLED)],
        ),
        ("Eight rebels were killed against two on the government's side.", [(8, KILLED), (2, KILLED)]),
        ("A grenade killed two policemen; their driver lost a leg.", [(2, KILLED)]),
        ("Two peacekeepers succumbed to their wounds a week later.", [(2, KILLED)]),
        (
            "Al-Shabab said it killed 57 Kenyan soldiers. Kenya denied the claim and said seven of its "
            "soldiers had died.",
            [(57, KILLED), (7, KILLED)],
        ),
        (
            "Officials in Goma said the morgues were full and that 773 bodies had been counted by Thursday.",
            [(773, KILLED)],
        ),
        ("A mass grave holding at least 20 bodies was found near the airport.", [(20, KILLED)]),
        (
            "The Syrian Observatory documented the death of 5,812 people in 2023, among them 1,889 civilians.",
            [(5_812, KILLED), (1_889, KILLED)],
        ),
        (
            "Security officials said the clashes had claimed 30 lives and that scores more had been hurt.",
            [(30, KILLED)],
        ),
        ("The dead numbered 140.", [(140, KILLED)]),
        ("We lost 12 boys that day.", [(12, KILLED)]),
        ("They buried him on Friday beside 11 comrades who had fallen in the same week.", [(11, KILLED)]),
        ("The 11-month siege killed 9,000, the UN believes.", [(9_000, KILLED)]),
        ("Gunmen on Saturday killed 9 in Nuevo Leon; 4 heads were left in a park.", [(9, KILLED)]),
        ("It said five Palestinians were killed by settlers and 12 by the army.", [(5, KILLED), (12, KILLED)]),
        (
            "The fighting killed 16 civilians in Krajina, 7 in Bosnia and 4 elsewhere.",
            [(16, KILLED), (7, KILLED), (4, KILLED)],
        ),
        ("He was one of 21 Copts beheaded on a Libyan beach in 2015.", [(21, KILLED)]),
        (
            "A 2004 attack by Chechen militants on a school in Beslan left 334 people dead, 186 of them children.",
            [(334, KILLED), (186, KILLED)],
        ),
        ("The Taliban released 5,000 prisoners but killed 28 officers on the same day.", [(28, KILLED)]),
        (
            "A total of 47 Palestinians, 16 of them children, and an Israeli settler have died.",
            [(47, KILLED), (16, KILLED)],
        ),
    ],
)
def test_every_count_of_casualties_is_found(text: str, expected: list[tuple[int, Outcome]]) -> None:
    assert counts(text) == expected
