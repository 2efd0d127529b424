"""Armed groups, communities and coalitions: how a text names them, and the nouns that tell whose people are meant."""

from __future__ import annotations

# One group a line: names, the usual one first | states in which it has fought, a foreign enemy last.
_GROUPS = """
Taliban, Afghan Taliban, Taleban, Talib, Talibs|Afghanistan
Pakistani Taliban, TTP, Tehrik-e-Taliban Pakistan, Tehreek-e-Taliban Pakistan, Tehrik-i-Taliban|Pakistan
Haqqani network, Haqqani|Afghanistan
Hamas, Qassam Brigades, al-Qassam Brigades, Qassam|Israel
Islamic Jihad, Palestinian Islamic Jihad|Israel
Fatah, al-Aqsa Martyrs Brigades|Israel
Hezbollah, Hizbollah, Hizbullah|Lebanon, Israel
Amal movement|Lebanon
Islamic State, ISIS, ISIL, Daesh, Islamic State group|Iraq, Syria
Islamic State Khorasan, ISIS-K, ISKP, IS-K, Islamic State in Khorasan|Afghanistan
Islamic State West Africa Province, ISWAP|Nigeria
Islamic State in the Greater Sahara, Islamic State in the Sahel, ISGS|Mali, Niger, Burkina Faso
al-Qaeda, al-Qaida, al Qaeda, Al Qaida, AQAP, AQIM, Qaeda|Yemen, Iraq, Afghanistan
Nusra Front, al-Nusra, Jabhat al-Nusra, Nusra|Syria
Hayat Tahrir al-Sham, HTS|Syria
Syrian Democratic Forces, SDF|Syria
YPG, People's Protection Units|Syria, Turkey
Free Syrian Army, FSA|Syria
Syrian National Army, SNA|Syria
PKK, Kurdistan Workers' Party, Kurdistan Workers Party|Turkey
peshmerga, pesh merga|Iraq
Mahdi Army, Mehdi Army|Iraq
Popular Mobilization Forces, Popular Mobilisation Forces, PMF, Hashd al-Shaabi|Iraq
Kataib Hezbollah, Kata'ib Hezbollah|Iraq
Houthis, Houthi, Huthi, Huthis, Ansar Allah, Ansarullah, Ansarallah|Yemen
Southern Transitional Council, STC|Yemen
Rapid Support Forces, RSF|Sudan
Janjaweed|Sudan
SPLM-N, SPLA-N|Sudan
Sudan Liberation Army, SLA|Sudan
Justice and Equality Movement, JEM|Sudan
SPLA-IO, SPLM-IO, SPLA-in-Opposition|South Sudan
White Army|South Sudan
Tigray People's Liberation Front, TPLF, Tigray Defence Forces, Tigray Defense Forces, TDF|Ethiopia
Fano|Ethiopia
Oromo Liberation Army, OLA, OLF-Shene|Ethiopia
al-Shabaab, al-Shabab, al Shabaab, al Shabab, Shabaab, Shabab, Shebab|Somalia
Boko Haram|Nigeria
Lord's Resistance Army, LRA|Uganda
Allied Democratic Forces, ADF|Congo
M23, March 23 Movement, AFC/M23|Congo
FDLR|Congo
CODECO|Congo
Wazalendo|Congo
Mai-Mai, Mai Mai|Congo
Seleka|Central African Republic
anti-Balaka, anti-balaka|Central African Republic
JNIM, Jama'at Nusrat al-Islam wal-Muslimin|Mali, Burkina Faso
FLA, Azawad Liberation Front|Mali
MNLA|Mali
Ansar Dine|Mali
Wagner, Wagner Group, Africa Corps|Mali
Libyan National Army, LNA|Libya
Ambazonia, Amba Boys, Ambazonian|Cameroon
Liberation Tigers of Tamil Eelam, LTTE, Tamil Tigers, Tamil Tiger, Tigers, Tiger|Sri Lanka
Abu Sayyaf, Abu Sayyaf Group, ASG|Philippines
Moro Islamic Liberation Front, MILF|Philippines
Moro National Liberation Front, MNLF|Philippines
Bangsamoro Islamic Freedom Fighters, BIFF|Philippines
Maute, Maute group, Dawlah Islamiya|Philippines
New People's Army, NPA|Philippines
Lashkar-e-Taiba, LeT, Lashkar-e-Tayyaba|India
Jaish-e-Mohammad, Jaish-e-Mohammed, JeM, Jaish|India
Hizbul Mujahideen|India
The Resistance Front, TRF|India
Maoist, Maoists, Naxalite, Naxalites, Naxal, Naxals|India, Nepal
ULFA|India
NDFB|India
Baloch Liberation Army, BLA|Pakistan
Baloch Liberation Front, BLF|Pakistan
Jundallah, Jaish al-Adl|Iran
Lashkar-e-Islam|Pakistan
Jamaat-ul-Ahrar|Pakistan
Arakan Army|Myanmar
Kachin Independence Army, KIA|Myanmar
Karen National Union, KNU, Karen National Liberation Army, KNLA|Myanmar
People's Defence Force, People's Defense Force, People's Defence Forces, People's Defense Forces, PDF, PDFs|Myanmar
Arakan Rohingya Salvation Army, ARSA|Myanmar
TNLA, Ta'ang National Liberation Army|Myanmar
MNDAA, Myanmar National Democratic Alliance Army|Myanmar
Three Brotherhood Alliance|Myanmar
Shan State Army|Myanmar
United Wa State Army|Myanmar
DKBA, Democratic Karen Buddhist Army|Myanmar
Karenni Nationalities Defence Force, KNDF|Myanmar
FARC, Revolutionary Armed Forces of Colombia|Colombia
ELN, National Liberation Army|Colombia
AUC|Colombia
Clan del Golfo, Gulf Clan|Colombia
Shining Path|Peru
Viv Ansanm|Haiti
Kosovo Liberation Army, KLA, UCK|Serbia
Azov|Ukraine
Donetsk People's Republic, DNR, DPR|Ukraine
Luhansk People's Republic, Lugansk People's Republic, LNR, LPR|Ukraine
Ansar al-Sunna|Mozambique
Polisario, Polisario Front|Morocco
West Papua National Liberation Army, TPNPB, Free Papua Movement, OPM|Indonesia
Free Aceh Movement, GAM|Indonesia
Jemaah Islamiyah|Indonesia
BRN, Barisan Revolusi Nasional|Thailand
Islamic Movement of Uzbekistan, IMU|Afghanistan, Pakistan
Mujahedin-e-Khalq, MEK|Iran
FLN, National Liberation Forces|Burundi, Rwanda
FNL, Forces for National Liberation|Burundi
RED-Tabara|Burundi
FDD|Burundi
UNITA, Unita|Angola
FLEC|Angola
RUF, Revolutionary United Front|Sierra Leone
LURD, Lurd|Liberia
NPFL|Liberia
MFDC|Senegal
GSPC, Salafist Group for Preaching and Combat|Algeria
GIA, Armed Islamic Group|Algeria
MUJAO, al-Mourabitoun, Macina Liberation Front, Katiba Macina|Mali
Ansaru|Nigeria
Lakurawa|Nigeria
MEND, Movement for the Emancipation of the Niger Delta|Nigeria
IPOB, Eastern Security Network|Nigeria
FACT, Front for Change and Concord in Chad|Chad
UFDD|Chad
Coalition of Patriots for Change, CPC|Central African Republic
Union for Peace in the Central African Republic|Central African Republic
FPRC|Central African Republic
CNDP|Congo
Kamuina Nsapu|Congo
Nyatura, Raia Mutomboki, Twirwaneho|Congo
Mobondo|Congo
Interahamwe|Rwanda
Sudan People's Liberation Army, SPLA|Sudan
Renamo|Mozambique
Forces Nouvelles, New Forces|Ivory Coast
Ogaden National Liberation Front, ONLF|Ethiopia
Ginbot 7|Ethiopia
Union of Islamic Courts, Islamic Courts Union|Somalia
Fatah al-Islam|Lebanon
Popular Front for the Liberation of Palestine, PFLP|Israel
Lions' Den|Israel
Ansar Bayt al-Maqdis, Ansar Beit al-Maqdis, Sinai Province|Egypt
Ansar al-Sharia|Libya
Libya Dawn|Libya
Ahrar al-Sham, Jaish al-Islam, Jaysh al-Islam|Syria
Islamic Resistance in Iraq, Asaib Ahl al-Haq|Iraq
Ansar al-Islam|Iraq
Komala|Iran
PJAK|Iran
DHKP-C|Turkey
Caucasus Emirate|Russia
ETA|Spain
Real IRA, IRA|United Kingdom
Hezb-e-Islami, Hizb-e-Islami, Hezb-i-Islami|Afghanistan
Northern Alliance|Afghanistan
National Resistance Front, NRF|Afghanistan
Lashkar-e-Jhangvi, Lashkar-i-Jhangvi|Pakistan
BRAS, Baloch Raji Aajoi Sangar|Pakistan
Harkat-ul-Mujahideen|India
NSCN, NSCN-K|India
People's Liberation Army of Manipur, UNLF, Arambai Tenggol|India
PLFI|India
Shanti Bahini, Kuki-Chin National Front|Bangladesh
JMB|Bangladesh
JVP|Sri Lanka
Chin National Front, Chinland Defence Force, CDF|Myanmar
Sendero Luminoso, MRTA|Peru
EPP|Paraguay
Segunda Marquetalia, FARC dissidents|Colombia
Tren de Aragua|Venezuela
Sinaloa cartel, Zetas, Jalisco New Generation, CJNG, Gulf cartel, La Familia|Mexico
MS-13, Mara Salvatrucha, Barrio 18|El Salvador
Red Command, Comando Vermelho, First Capital Command|Brazil
Los Choneros, Los Lobos|Ecuador
Gran Grif, 400 Mawozo, G9|Haiti
Bougainville Revolutionary Army|Papua New Guinea
Fretilin, Falintil|Indonesia
Laskar Jihad, East Indonesia Mujahideen|Indonesia
Patani United Liberation Organisation, PULO, RKK|Thailand
Revolutionary Guards, IRGC, Revolutionary Guard, Basij|
"""

# Forces of several states and missions whose own people are counted as a side.
_COALITIONS = """
NATO, ISAF, NATO-led, Nato, International Security Assistance Force|Afghanistan
African Union, AMISOM, ATMIS, AUSSOM|Somalia
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
    " uniform security bodyguard bodyguards peacekeeper peacekeepers".split()
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


GROUPS = _lines(_GROUPS)
COALITIONS = _lines(_COALITIONS)
COMMUNITIES = {name: names for name, (names, _) in _lines(_COMMUNITIES).items()}
"""By first name: all names (for the first two, with the states concerned)."""
