"""Sentences of the wounded, missing and captured, alone or with the dead; and numbers that count nobody lost."""

from __future__ import annotations

import pytest

from tracker.lib.vocabulary import Outcome
from tracker.reading.document import Document
from tracker.reading.figures import Article
from tracker.reading.finding.finding import find_figures

KILLED, INJURED, MISSING = Outcome.KILLED, Outcome.INJURED, Outcome.MISSING
CAPTURED, CASUALTIES = Outcome.CAPTURED, Outcome.CASUALTIES


def counts(text: str) -> list[tuple[int | None, Outcome]]:
    figures = find_figures(Article(Document(text)))
    return [(figure.value, figure.outcome) for figure in figures if figure.value is not None and not figure.implicit]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Three suicide bombers attacked a checkpoint near Mogadishu on Tuesday, killing seven soldiers "
            "and wounding 15 others, a police officer said.",
            [(7, KILLED), (15, INJURED)],
        ),
        (
            "Gunmen on motorcycles raided two villages in Zamfara state, shooting dead 23 residents and "
            "abducting more than 60.",
            [(23, KILLED), (60, CAPTURED)],
        ),
        (
            "The bodies of 14 fishermen were recovered from the lake; another nine remain missing.",
            [(14, KILLED), (9, MISSING)],
        ),
        ("Of the 276 girls seized from the school, 57 managed to escape.", [(276, CAPTURED)]),
        ("Twenty-two of the 31 wounded were discharged on Friday.", [(22, INJURED), (31, INJURED)]),
        (
            "Rebels said they had killed 45 government soldiers and captured 12, while losing only three of their own.",
            [(45, KILLED), (12, CAPTURED), (3, KILLED)],
        ),
        (
            "A market bombing left 38 dead and more than 100 injured, many of them critically.",
            [(38, KILLED), (100, INJURED)],
        ),
        (
            "Doctors at the hospital said they had received 19 bodies and 64 wounded people.",
            [(19, KILLED), (64, INJURED)],
        ),
        (
            "The UN human rights office has verified 10,000 civilian deaths and 18,500 injuries.",
            [(10_000, KILLED), (18_500, INJURED)],
        ),
        (
            "Five police officers were killed and two injured when their vehicle hit a roadside bomb.",
            [(5, KILLED), (2, INJURED)],
        ),
        ("Casualties: 4 killed, 11 wounded.", [(4, KILLED), (11, INJURED)]),
        (
            "Israel says 1,200 people were killed and 251 taken to Gaza as hostages on 7 October 2023.",
            [(1_200, KILLED), (251, CAPTURED)],
        ),
        ("Of those, 97 are still being held.", [(97, CAPTURED)]),
        ("Forty-nine people were sentenced to death and 12 to life in prison over the lynching of a man.", []),
        (
            "Police fired on the crowd, killing three protesters, wounding 24 and arresting more than 200.",
            [(3, KILLED), (24, INJURED)],
        ),
        ("A drone attack wounded eight, two of them seriously.", [(8, INJURED), (2, INJURED)]),
        ("The blast wounded eight people, two of whom later died.", [(8, INJURED), (2, KILLED)]),
        ("Seven people were pulled alive from the rubble; 20 others are still trapped under it.", [(20, MISSING)]),
        (
            "Sixteen Ukrainian civilians were wounded in the Kharkiv region over the past day, Syniehubov said.",
            [(16, INJURED)],
        ),
        (
            "Air defences shot down 54 of 78 drones, but debris killed a woman and injured 11 people.",
            [(11, INJURED)],
        ),
        ("The Taliban overran the post, killing 18 and taking six captive.", [(18, KILLED), (6, CAPTURED)]),
        ("About 3,000 Yazidi women are still missing.", [(3_000, MISSING)]),
        ("The ministry said the number of wounded had climbed to 95,000.", [(95_000, INJURED)]),
        (
            "Two soldiers and a civilian were killed on the Armenian side, and five servicemen injured.",
            [(2, KILLED), (5, INJURED)],
        ),
        ("The vessel carried 45 crew; 12 are missing after the missile strike.", [(12, MISSING)]),
        (
            "Clashes between farmers and herders left 15 dead, 27 wounded and 400 homes burned.",
            [(15, KILLED), (27, INJURED)],
        ),
        ("Three journalists were among 12 people detained.", []),
        (
            "In all, the commission recorded 22,000 cases of killing and 61,000 disappearances.",
            [(22_000, KILLED), (61_000, MISSING)],
        ),
        (
            "The number of those killed stands at 47, and 112 are being treated in three hospitals.",
            [(47, KILLED), (112, INJURED)],
        ),
        ("Nobody was hurt when 15 rockets hit the base, which hosts 2,500 American troops.", []),
        (
            "Some 50 fighters were reported captured, 12 of whom have since been executed.",
            [(50, CAPTURED), (12, KILLED)],
        ),
        ("Russia: 14 hurt as drones hit Belgorod", [(14, INJURED)]),
        ("Thai, Cambodian troops clash; 5 soldiers wounded", [(5, INJURED)]),
        ("Three in hospital after grenade attack that killed 1", [(3, INJURED), (1, KILLED)]),
        (
            "Officials said that 25 of the wounded, among them four children, were in a critical condition.",
            [(25, INJURED), (4, INJURED)],
        ),
        ("Fourteen sailors were aboard; only three survived.", []),
        (
            "The region recorded 12 attacks in May, in which 45 people were killed and 18 kidnapped.",
            [(45, KILLED), (18, CAPTURED)],
        ),
        ("The blast killed 11 and left 4 in comas.", [(11, KILLED), (4, INJURED)]),
        (
            "Since 2015 the coalition's raids have killed 8,983 civilians and injured 10,243, of whom "
            "2,000-plus were children.",
            [(8_983, KILLED), (10_243, INJURED), (2_000, INJURED)],
        ),
        (
            "Boko Haram seized 110 schoolgirls in Dapchi; 104 were later released and five died.",
            [(110, CAPTURED), (5, KILLED)],
        ),
        ("The militia is holding 43 aid convoy drivers hostage.", [(43, CAPTURED)]),
        ("Sixteen soldiers are in the hands of the separatists, Baku admitted.", [(16, CAPTURED)]),
        ("Ukraine says 2,500 of its defenders of Azovstal are prisoners of war.", [(2_500, CAPTURED)]),
        ("Eleven crew members of the tanker were abducted off Togo; pirates want a ransom.", [(11, CAPTURED)]),
        ("A further 30 villagers were marched into the bush.", [(30, CAPTURED)]),
        ("Armenia says 23 of its servicemen are held in Baku.", [(23, CAPTURED)]),
        (
            "Four journalists were seized at a checkpoint near Donetsk and taken to an unknown place.",
            [(4, CAPTURED)],
        ),
        ("The fate of 200 soldiers is unknown.", [(200, MISSING)]),
        ("More than 40 fishermen have not been seen since the patrol boat was sunk.", [(40, MISSING)]),
        ("Rescuers believe 15 people are still under the rubble.", [(15, MISSING)]),
        ("Relatives of 27 missing soldiers protested outside the ministry.", [(27, MISSING)]),
        ("Killed: 12\nWounded: 31\nMissing: 4", [(12, KILLED), (31, INJURED), (4, MISSING)]),
        ("Dead - 12. Injured - 31.", [(12, KILLED), (31, INJURED)]),
        ("Toll at a glance\nDead 214\nInjured 1,030", [(214, KILLED), (1_030, INJURED)]),
        ("Five were children.", []),
        ("The brigade had 3,000 men before the battle; it lost a third.", []),
        ("A missile slammed into a restaurant, leaving 12 diners dead and 60 hurt.", [(12, KILLED), (60, INJURED)]),
        ("An IED took the lives of two soldiers and left three with severe burns.", [(2, KILLED), (3, INJURED)]),
        ("They were all between 18 and 25.", []),
        (
            "In total 6 officers and 84 other ranks were killed, 200 wounded.",
            [(6, KILLED), (84, KILLED), (200, INJURED)],
        ),
        ("The rebels put their losses at 25 and the army's at 110.", [(25, CASUALTIES), (110, CASUALTIES)]),
        ("Six of the nine detained activists were released on bail.", []),
        ("Hospital sources counted 53 fatalities and 190 injuries.", [(53, KILLED), (190, INJURED)]),
        (
            "A mortar round landed in a schoolyard, injuring 22 pupils, seven of them seriously.",
            [(22, INJURED), (7, INJURED)],
        ),
        ("Nine people suffered minor injuries and four were treated for shock.", [(9, INJURED), (4, INJURED)]),
        (
            "One Indian soldier was martyred and two others were injured in a ceasefire violation along the LoC.",
            [(1, KILLED), (2, INJURED)],
        ),
        ("Police opened fire, and at least six demonstrators were hit, two fatally.", [(6, INJURED), (2, KILLED)]),
        ("The shooting left one person dead and three in critical condition.", [(1, KILLED), (3, INJURED)]),
        (
            "A doctor at the clinic told AFP it had taken in 26 wounded people, eight of whom had died.",
            [(26, INJURED), (8, KILLED)],
        ),
        ("Only 3 of the 28 passengers survived the ambush.", []),
        ("At least two dozen people were hurt.", [(24, INJURED)]),
        ("The Houthis' health ministry put the toll at 68 dead and 47 wounded.", [(68, KILLED), (47, INJURED)]),
        ("Toll in Manipur clashes mounts to 98; 310 hurt", [(98, KILLED), (310, INJURED)]),
        ("Kidnappers free 40 of 73 pupils", []),
        ("60 nabbed by bandits in Kaduna", [(60, CAPTURED)]),
        ("US: 3 troops killed, 34 injured in Jordan drone attack", [(3, KILLED), (34, INJURED)]),
        ("Kyiv said 2,000 of its soldiers had gone missing in the pocket.", [(2_000, MISSING)]),
        ("Nobody knows what became of 300 others.", [(300, MISSING)]),
        ("At the height of the siege 30 people a day were dying.", []),
        ("One in ten of the 5,000 wounded will not walk again.", [(5_000, INJURED)]),
        (
            "The convoy was ambushed at dawn. Seven Malian soldiers died. A further ten are in hospital in "
            "Gao. The army says it killed 20 of the attackers.",
            [(7, KILLED), (10, INJURED), (20, KILLED)],
        ),
        ("A landmine claimed its 400th victim yesterday.", []),
        ("The mother of four was killed by a sniper.", []),
        (
            "Thirteen people, among them three children, were killed when two shells hit a bread queue; 26 "
            "more were wounded.",
            [(13, KILLED), (3, KILLED), (26, INJURED)],
        ),
        ("Ten of the wounded are in a serious condition.", [(10, INJURED)]),
        ("Of the 50 or so people inside the church, only nine escaped unhurt.", []),
        ("Gunmen took eight hostages and killed one of them.", [(8, CAPTURED), (1, KILLED)]),
        ("Hamas freed 105 hostages in exchange for 240 prisoners; 129 remain in Gaza.", [(129, CAPTURED)]),
        (
            "Since Friday 63 bodies have been pulled from the ruins, and 28 people are still listed as missing.",
            [(63, KILLED), (28, MISSING)],
        ),
        (
            "The government has acknowledged 1,507 deaths among its forces, 2,600 wounded and 300 prisoners.",
            [(1_507, KILLED), (2_600, INJURED), (300, CAPTURED)],
        ),
        ("Azerbaijan: 2,783 servicemen dead, over 100 missing", [(2_783, KILLED), (100, MISSING)]),
        ("Losses in the past 24 hours: 870 personnel, 12 tanks, 31 armoured vehicles.", [(870, CASUALTIES)]),
        (
            "Personnel losses rose by 1,160 to 789,550, the General Staff said.",
            [(1_160, CASUALTIES), (789_550, CASUALTIES)],
        ),
        ("The naval vessel sank with 104 sailors; 46 were saved.", []),
        ("The shelling of a maternity ward wounded at least 17 staff, said the regional governor.", [(17, INJURED)]),
        (
            "Colombia's truth commission found that 450,664 people lost their lives between 1985 and 2018 and"
            " 121,768 were forcibly disappeared.",
            [(450_664, KILLED), (121_768, MISSING)],
        ),
        ("Over 55,000 were kidnapped, it said.", [(55_000, CAPTURED)]),
        ("Both pilots were killed.", []),
        ("The rebels have executed five of the 12 men they captured in May.", [(5, KILLED), (12, CAPTURED)]),
        (
            "More than 3,000 children were recruited by armed groups last year, and 1,200 killed or maimed.",
            [(1_200, CASUALTIES)],
        ),
        (
            "In the first six months of 2016 the mission documented 5,166 casualties: 1,601 deaths and 3,565 injured.",
            [(5_166, CASUALTIES), (1_601, KILLED), (3_565, INJURED)],
        ),
        ("It left 1 dead & 6 injured.", [(1, KILLED), (6, INJURED)]),
        (
            "The coalition confirmed that its raid on the school bus killed 40 children and 11 adults; 79 "
            "people were injured, 56 of them children.",
            [(40, KILLED), (11, KILLED), (79, INJURED), (56, INJURED)],
        ),
        ("The rebels lost 12 killed and 30 captured.", [(12, KILLED), (30, CAPTURED)]),
        ("The army said it lost contact with 17 soldiers.", [(17, MISSING)]),
        ("He put Ukraine's dead at 46,000 and its wounded at 380,000.", [(46_000, KILLED), (380_000, INJURED)]),
        (
            "Nearly 4,000 Yazidis, a third of them boys, were enslaved; 2,700 are unaccounted for.",
            [(4_000, CAPTURED), (2_700, MISSING)],
        ),
        ("Among those injured were 14 children and a pregnant woman.", [(14, INJURED)]),
        (
            "Six people have been injured, three seriously, one critically.",
            [(6, INJURED), (3, INJURED), (1, INJURED)],
        ),
        ("Sixty-one drones and 4 missiles were fired; there were no casualties.", []),
        ("More than half of the 800 fighters who surrendered were foreigners.", [(800, CAPTURED)]),
    ],
)
def test_every_count_of_casualties_is_found(text: str, expected: list[tuple[int, Outcome]]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        (
            "The Security Council voted 14 to 0 on Thursday to extend the mandate of the 13,000-strong "
            "peacekeeping force until 31 December after attacks killed civilians."
        ),
        (
            "Some 4,000 fighters loyal to the general are massed 30 km south of the capital, where clashes "
            "killed many last week."
        ),
        "The ceasefire, signed in 2020 by 17 armed groups, ended a war in which thousands died.",
        "Turkey has sent 35 trucks of aid and 120 rescue workers to the border town hit by shelling.",
        (
            "France will withdraw its remaining 1,500 soldiers from Niger by the end of the year, after 10 of"
            " its outposts came under attack."
        ),
        "The rebels control 8 of the region's 12 districts and say they shot down 2 helicopters.",
        "Police arrested 64 people on suspicion of links to the bombers.",
        "The court sentenced 23 men to between five and 20 years for the attack on the mosque.",
        "Israel struck 140 targets overnight; Hezbollah fired 90 rockets, 60 of which were intercepted.",
        "Aid agencies need $1.2 billion to feed 3.4 million people displaced by the fighting.",
        ("About 600,000 refugees have crossed into Chad since the killings began, and 12,000 arrive each week."),
        "The 27-member alliance will train 30,000 Ukrainian soldiers this year, up from 15,000.",
        "A crowd of some 20,000 mourners marched behind the coffin of the murdered politician.",
        "He served 12 years in prison for murder and was released at 34.",
        ("Only 2 of the city's 11 hospitals are working after the bombardment; they have 300 beds between them."),
        "More than 1,200 demonstrators gathered outside the embassy to protest at the deaths.",
        "The helicopter carrying nine people landed safely after being hit by gunfire.",
        "The army says it has recruited 8,000 volunteers since the massacre, 2,500 of them women.",
        "At 5.30 p.m. two cars pulled up outside number 14 and four masked men got out with rifles.",
        "It was the third attack in ten days and the 40th this year, according to the monitor.",
        "The province of 2.3 million people has seen fighting between 5 militias for 11 years.",
        "The ministry said 78 per cent of casualties were men and one in five a child.",
        "The commander, 52, lost his left eye in 1996 and has survived four attempts on his life.",
        "The mediators met for three hours; the five envoys agreed on 10 points to stop the bloodshed.",
        (
            "In Tuesday's vote 212 deputies backed the motion to commemorate the victims of the genocide and "
            "31 opposed it."
        ),
        "The king received 15 ambassadors and decorated six officers for bravery in battle.",
        "Insurgents blew up 3 bridges and 14 power pylons, leaving 200,000 people without electricity.",
        "The report, 94 pages long and based on 350 interviews, accuses both sides of war crimes.",
        "Some 500 of the 1,400 homes in the village were destroyed; 3,000 residents have fled.",
        "Kim pledged 10,000 more troops, and 1,500 were flown to Vladivostok aboard four Russian ships.",
        "The bomb weighed 50 kilos and was set off by a man of about 30.",
        "Doctors vaccinated 187,000 children during the truce, 12,000 of them in a single day.",
        "The carrier has a crew of 5,000 and 70 aircraft; it was targeted with 18 missiles.",
        "The army captured 14 tanks, 6 howitzers and 30 tonnes of ammunition in Kharkiv.",
        "Rescue teams saved 45 people from the rubble of the nine-storey block.",
        "Nobody was injured when 4 mortar shells landed near a base where 200 Americans are stationed.",
        "The militia's strength is estimated at between 2,000 and 3,000 men, half of them under 20.",
        ("Thailand has closed 852 schools along the 800 km frontier and moved 100,000 villagers into 300 shelters."),
        "Around 40 journalists were accredited for the funeral, at which 21 shots were fired.",
        "Analysts expect the operation to last three to six months and could cost 5,000 lives.",
        "Seven people were questioned by detectives investigating the murder, and two were charged.",
        "Armenia bought 90 howitzers from India in 2023, three years after its defeat in the 44-day war.",
        "Some 2,000 Yazidis still live in tents on Mount Sinjar, ten years after the genocide.",
        "The UN had warned that 25,000 children could die of hunger in the besieged enclave.",
        "The minister said 5 of the 7 hijackers came from abroad and that all 7 held valid visas.",
    ],
)
def test_other_numbers_of_war_reports_are_passed_over(text: str) -> None:
    assert counts(text) == []
