"""Armed groups of the conflicts since 2000: how a text names them, and whom they have fought."""

from __future__ import annotations

# One group a line: names, the usual one first | states in which it has fought, a foreign enemy last.
ARMED_GROUPS = """
Taliban, Afghan Taliban, Taleban, Talib, Talibs|Afghanistan, Pakistan
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
al-Shabaab, al-Shabab, al Shabaab, al Shabab, Shabaab, Shabab, Shebab|Somalia, Kenya
Boko Haram|Nigeria, Chad, Niger, Cameroon
Lord's Resistance Army, LRA|Uganda, Congo, Central African Republic, South Sudan
Allied Democratic Forces, ADF|Congo, Uganda
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
Maoist, Maoists, Naxalite, Naxalites, Naxal, Naxals, CPI (Maoist)|India, Nepal
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
People's Defence Force, People's Defense Force, People's Defence Forces, People's Defense Forces, PDF, PDFs, \
local defence force, local defence forces|Myanmar
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
MUJAO|Mali
al-Mourabitoun|Mali
Katiba Macina, Macina Liberation Front|Mali
Ansarul Islam|Burkina Faso
GATIA, HCUA, CMA, Coordination of Azawad Movements|Mali
Dan Na Ambassagou, Dozo, Dozos|Mali
Lakurawa|Nigeria
Ansaru|Nigeria
MEND, Niger Delta Avengers, Movement for the Emancipation of the Niger Delta|Nigeria
IPOB, Eastern Security Network|Nigeria
Civilian Joint Task Force, CJTF|Nigeria
FACT, UFDD, Union of Forces for Democracy|Chad
Coalition of Patriots for Change, CPC|Central African Republic
UPC|Central African Republic
UFDR|Central African Republic
MLC, RCD, RCD-Goma, UPC-L|Congo
NDC-R|Congo
Ahlu Sunna Waljama'a, Ahlu Sunna wal Jamaa, ASWJ|Somalia
Ahlu Sunnah, ISIS-Mozambique, Ahlu Sunnah wal Jamaah|Mozambique
Seventh Brigade|Libya
Turkistan Islamic Party, TIP, ETIM|China
Hurras al-Din|Syria
Faylaq al-Sham|Syria
Men of Dignity|Syria
Saraya al-Quds, al-Quds Brigades|Israel
Jenin Brigade|Israel
Popular Resistance Committees|Israel
Radwan Force|Lebanon, Israel
Harakat al-Nujaba|Iraq
People's Anti-Fascist Front, PAFF|India
United Jihad Council|India
Gul Bahadur|Pakistan
Ittehad-ul-Mujahideen|Pakistan
Kuki National Army|India
Brotherhood Alliance|Myanmar
Pa-O National Army|Myanmar
Palaung State Liberation Front|Myanmar
Shanni Nationalities Army|Myanmar
All Burma Students' Democratic Front|Myanmar
Bamar People's Liberation Army|Myanmar
Kawthoolei Army|Myanmar
Rohingya Solidarity Organisation|Myanmar
Los Urabenos, Rastrojos|Colombia
Knights Templar, Zeta cartel, Caballeros Templarios|Mexico
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
Nyatura|Congo
Raia Mutomboki|Congo
Twirwaneho|Congo
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

ALLIES_OF_THE_STATE = {
    "Hezbollah": ("Syria",),
    "Wagner": ("Mali", "Central African Republic", "Russia"),
    "Popular Mobilization Forces": ("Iraq",),
    "peshmerga": ("Iraq",),
    "Wazalendo": ("Congo",),
    "Civilian Joint Task Force": ("Nigeria",),
    "Dan Na Ambassagou": ("Mali",),
    "Janjaweed": ("Sudan",),
    "Revolutionary Guards": ("Iran",),
    "Northern Alliance": ("United States",),
}
"""Groups that take up arms for a state, and for which: no rebels there."""
