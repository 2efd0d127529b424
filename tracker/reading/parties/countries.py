"""States, states in fact and well-known territories: how a text names each, its people, its capital and its places."""

from __future__ import annotations

from typing import NamedTuple


class Polity(NamedTuple):
    """``names`` (the usual one first), ``people`` (adjectives and demonyms), ``capitals`` that speak for it, ``places``
    that lie in it.
    """

    names: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    places: tuple[str, ...]


# One polity a line: names | people | capitals | cities and regions. Places where wars were reported since 2000.
_TABLE = """
Afghanistan|Afghan, Afghans|Kabul|Kandahar, Helmand, Kunduz, Herat, Nangarhar, Jalalabad, Mazar-i-Sharif, Khost, \
Kunar, Paktika, Paktia, Ghazni, Logar, Ghor, Zabul, Uruzgan, Farah, Badghis, Baghlan, Panjshir, Lashkar Gah, \
Badakhshan, Nimroz, Sar-e-Pul, Jawzjan, Takhar, Samangan, Faryab, Wardak, Laghman, Nuristan, Kapisa, Bagram, \
Sangin, Marjah, Musa Qala, Spin Boldak, Torkham, Bamiyan, Tora Bora, Daikundi
Albania|Albanian, Albanians|Tirana|
Algeria|Algerian, Algerians|Algiers|In Amenas, Kabylie, Medea, Tizi Ouzou, Blida, Boumerdes, Bentalha
Angola|Angolan, Angolans|Luanda|Cabinda, Huambo, Kuito
Argentina|Argentine, Argentinian, Argentines|Buenos Aires|
Armenia|Armenian, Armenians|Yerevan|Goris, Vardenis, Jermuk, Kapan, Syunik, Gegharkunik, Sotk, Berd, Tavush, Vayk, \
Sisian, Kutakan, Verishen, Ijevan
Australia|Australian, Australians|Canberra|
Austria|Austrian, Austrians|Vienna|
Azerbaijan|Azerbaijani, Azerbaijanis, Azeri, Azeris|Baku|Ganja, Terter, Tartar, Barda, Agdam, Nakhchivan, \
Mingachevir, Beylagan, Fizuli, Goranboy, Naftalan, Gadabay, Tovuz, Lachin, Kalbajar, Sumgait, Khojaly, Yevlakh, \
Jabrayil, Horadiz, Gazakh, Dashkasan
Bahrain|Bahraini, Bahrainis|Manama|
Bangladesh|Bangladeshi, Bangladeshis|Dhaka|Chittagong, Cox's Bazar, Rangamati, Khagrachhari, Bandarban, Chittagong \
Hill Tracts
Belarus|Belarusian, Belarusians|Minsk|
Belgium|Belgian, Belgians|Brussels|
Benin|Beninese||
Bolivia|Bolivian, Bolivians|La Paz|
Bosnia, Bosnia and Herzegovina, Bosnia-Herzegovina|Bosnian, Bosnians|Sarajevo|Srebrenica, Tuzla, Gorazde, Mostar, \
Bihac, Prijedor, Zepa
Brazil|Brazilian, Brazilians|Brasilia|Rio de Janeiro, Sao Paulo, Complexo da Penha
Bulgaria|Bulgarian, Bulgarians|Sofia|
Burkina Faso|Burkinabe, Burkinabes|Ouagadougou|Djibo, Barsalogho, Solhan, Dori, Kaya, Yagha, Soum, Arbinda, \
Seytenga, Inata, Nouna, Fada N'Gourma, Yirgou, Kompienga, Pama, Boulsa, Gorgadji, Nassoumbou, Kantchari, Foube, \
Diapaga, Toeni, Silmadjé, Bobo-Dioulasso, Mansila
Burundi|Burundian, Burundians|Bujumbura, Gitega|Gatumba, Cibitoke, Kabezi
Cambodia|Cambodian, Cambodians, Khmer|Phnom Penh|Preah Vihear, Oddar Meanchey, Poipet, Battambang, Banteay \
Meanchey, Siem Reap, Samraong, Ta Muen Thom, Ta Krabey, Pursat, Koh Kong
Cameroon|Cameroonian, Cameroonians|Yaounde|Bamenda, Kolofata, Mora, Maroua, Kumba, Buea, Kumbo, Ngarbuh, Limbe, \
Fotokol, Amchide, Batibo, Ekona
Canada|Canadian, Canadians|Ottawa|
Central African Republic|Central African|Bangui|Bambari, Bria, Bossangoa, Bangassou, Birao, Bocaranga, Paoua, \
Ndele, Kaga-Bandoro, Bossembele
Chad|Chadian, Chadians|N'Djamena|Boma, Abeche, Lake Chad, Faya, Moundou, Adre, Am Timan, Mandakao, Tibesti
Chile|Chilean, Chileans|Santiago|
China|Chinese|Beijing|Xinjiang, Urumqi, Kashgar, Hotan, Tiananmen, Yining, Shache
Colombia|Colombian, Colombians|Bogota|Catatumbo, Cauca, Arauca, Cali, Antioquia, Narino, Norte de Santander, \
Choco, Caqueta, Guaviare, Putumayo, Medellin, Bojaya, Tumaco, Buenaventura, Valle del Cauca, Jamundi
Congo, DR Congo, DRC, Democratic Republic of Congo, Democratic Republic of the Congo|Congolese, \
FARDC|Kinshasa|Goma, Bukavu, North Kivu, South Kivu, Ituri, Bunia, Uvira, Masisi, Rutshuru, Kivu, Djugu, Kasai, \
Butembo, Irumu, Walikale, Beni, Sake, Minova, Nyiragongo, Kalehe, Kasindi, Mambasa, Oicha, Kishishe, Kitchanga, \
Kanyabayonga, Kamanyola, Lubumbashi, Kananga, Mweso, Kibumba, Bunagana, Fizi, Walungu, Tshikapa, Lubero
Croatia|Croatian, Croatians|Zagreb|Vukovar, Dubrovnik, Krajina, Knin
Cuba|Cuban, Cubans|Havana|
Cyprus|Cypriot, Cypriots|Nicosia|
Czech Republic, Czechia|Czech, Czechs|Prague|
Denmark|Danish, Dane, Danes|Copenhagen|
Djibouti|Djiboutian, Djiboutians||
East Timor, Timor-Leste|Timorese|Dili|
Ecuador|Ecuadorean, Ecuadorian, Ecuadorians|Quito|Guayaquil, Esmeraldas, Manta, Duran
Egypt|Egyptian, Egyptians|Cairo|Sinai, North Sinai, El-Arish, Sheikh Zuweid, Bir al-Abed, Suez, Luxor, Alexandria, \
Minya, Sharm el-Sheikh, Rabaa, Port Said, Kerdasa
El Salvador|Salvadoran, Salvadorans|San Salvador|
Eritrea|Eritrean, Eritreans|Asmara|Badme, Assab, Massawa, Tsorona, Keren
Estonia|Estonian, Estonians|Tallinn|
Ethiopia|Ethiopian, Ethiopians|Addis Ababa|Mekelle, Axum, Amhara region, Afar, Oromia, Gondar, Lalibela, Bahir \
Dar, Dessie, Wollega, Benishangul-Gumuz, Gambella, Mai Kadra, Shire, Adwa, Wolkait, Dedebit, Humera, Adigrat, \
Alamata, Metekel, Welega, Gimbi, Ataye, Kombolcha, Merawi, Jijiga, Ogaden, Debre Birhan, Konso, Dembi Dolo, \
Togoga, Adi Daero, Zalambessa
Fiji|Fijian, Fijians|Suva|
Finland|Finnish, Finn, Finns|Helsinki|
France|French, Frenchman, Frenchmen|Paris|Bataclan
Gabon|Gabonese|Libreville|
Georgia|Georgian, Georgians|Tbilisi|Gori, Poti, Zugdidi, Kutaisi, Senaki, Pankisi, Kodori
Germany|German, Germans|Berlin|
Ghana|Ghanaian, Ghanaians|Accra|
Greece|Greek, Greeks|Athens|
Guatemala|Guatemalan, Guatemalans||
Guinea|Guinean, Guineans|Conakry|Nzerekore
Haiti|Haitian, Haitians|Port-au-Prince|Pont-Sonde, Cite Soleil, Artibonite, Petion-Ville, Kenscoff, Delmas, Cabaret, \
Mirebalais, Croix-des-Bouquets, Carrefour-Feuilles, Solino
Honduras|Honduran, Hondurans|Tegucigalpa|
Hungary|Hungarian, Hungarians|Budapest|
India|Indian, Indians|New Delhi, Delhi|Srinagar, Jammu, Kashmir Valley, Pahalgam, Pulwama, Uri, Poonch, Rajouri, \
Anantnag, Manipur, Galwan, Imphal, Churachandpur, Jiribam, Assam, Nagaland, Chhattisgarh, Bastar, Mumbai, Ladakh, \
Dantewada, Jharkhand, Kupwara, Baramulla, Doda, Kathua, Amritsar, Bishnupur, Kangpokpi, Moreh, Sukma, Bijapur, \
Gadchiroli, West Bengal, Bihar, Odisha, Orissa, Tripura, Meghalaya, Andhra Pradesh, Telangana, Kokrajhar, \
Pathankot, Sopore, Shopian, Kulgam, Kishtwar, Reasi, Gulmarg, Tengnoupal, Chandel, Kakching, Nagpur, Gujarat, \
Raipur, Guwahati, Narayanpur, Malegaon, Udhampur
Indonesia|Indonesian, Indonesians|Jakarta|Aceh, Papua, Poso, Bali, Nduga, Intan Jaya, Yahukimo, Wamena, Puncak, \
Ambon, Maluku, Maybrat, Timika, Jayapura, West Papua, Central Sulawesi, Sampit, Surabaya
Iran, Islamic Republic of Iran|Iranian, Iranians|Tehran, Teheran|Isfahan, Tabriz, Bandar Abbas, Kermanshah, \
Shiraz, Natanz, Kerman, Zahedan, Ahvaz, Minab, Qom, Mashhad, Sistan-Baluchestan, Sistan and Baluchestan, \
Khuzestan, Karaj, Evin, Fordow, Bushehr, Mahabad, Sanandaj, Chabahar, Saravan, Abadan, Urmia, Khorramabad, Hamadan
Iraq|Iraqi, Iraqis|Baghdad|Mosul, Fallujah, Falluja, Ramadi, Tikrit, Basra, Kirkuk, Anbar, Diyala, Samarra, \
Nineveh, Baquba, Baiji, Najaf, Karbala, Sadr City, Irbil, Erbil, Hawija, Tal Afar, Sinjar, Babil, Haditha, \
Nasiriyah, Kut, Dohuk, Sulaimaniyah, Taji, Abu Ghraib, Balad, Muqdadiya, Karrada, Kufa, Hilla, Salahuddin, \
Speicher, Umm Qasr, Tuz Khurmatu, Qaraqosh, Amerli, Makhmour
Ireland|Irish|Dublin|
Israel|Israeli, Israelis, IDF|Jerusalem, Tel Aviv|Haifa, Sderot, Ashkelon, Ashdod, Beersheba, Kiryat Shmona, Ofakim, \
Kissufim, Nahal Oz, Nirim, Zikim, Bat \
Yam, Metula, Nahariya, Be'eri, Kfar Aza, Rishon LeZion, Ramat Gan, Petah Tikva, Galilee, Eilat, Beit Shemesh, \
Arad, Dimona, Netanya, Tiberias, Safed, Majdal Shams, Golan Heights, Netivot, Nir Oz, Re'im, Holon, Herzliya, \
Hadera, Lod, Tamra, Bnei Brak, Rehovot
Italy|Italian, Italians|Rome|
Ivory Coast, Cote d'Ivoire|Ivorian, Ivorians|Abidjan, Yamoussoukro|Duekoue, Bouake, Abobo, Yopougon, Grand-Bassam, \
Korhogo
Japan|Japanese|Tokyo|
Jordan|Jordanian, Jordanians|Amman|Tower 22, Irbid
Kazakhstan|Kazakh, Kazakhs|Astana|Almaty, Zhanaozen
Kenya|Kenyan, Kenyans, KDF|Nairobi|Garissa, Lamu, Mandera, Westgate, Mombasa, Wajir, Mpeketoni, Moyale, Marsabit, \
Turkana, Kisumu, Baringo, Eldoret, Kapedo, DusitD2
Kosovo|Kosovar, Kosovars, Kosovan, Kosovo Albanian|Pristina|Mitrovica, Banjska, Racak, Drenica, Gracanica, Zvecan, \
Pec, Prizren
Kuwait|Kuwaiti, Kuwaitis|Kuwait City|
Kyrgyzstan|Kyrgyz|Bishkek|Batken, Osh, Leilek, Ak-Sai, Jalal-Abad, Maksat, Kok-Tash, Isfana, Chon-Alai, \
Samarkandek, Kok-Terek, Razzakov, Kyzyl-Bel
Laos|Lao, Laotian, Laotians|Vientiane|
Latvia|Latvian, Latvians|Riga|
Lebanon|Lebanese|Beirut|Tyre, Sidon, Nabatieh, Baalbek, Bekaa Valley, Bekaa, Qana, southern Lebanon, south \
Lebanon, Dahiyeh, Bint Jbeil, Nahr al-Bared, Marjayoun, Khiam, Hermel, Naqoura, Nabatiyeh, Maroun al-Ras, Jezzine, \
Zahle, Dahieh, Chtaura, Byblos, Aitaroun, Ain al-Hilweh
Liberia|Liberian, Liberians|Monrovia|Voinjama, Buchanan
Libya|Libyan, Libyans|Tripoli|Benghazi, Misrata, Sirte, Derna, Tarhuna, Sebha, Zawiya, Zintan, Brega, Ajdabiya, \
Ain Zara, Tawergha, Gharyan, Zliten, Murzuq, Ras Lanuf, Bani Walid, al-Jufra, Ghat, Tobruk, Zuwara, Kufra
Lithuania|Lithuanian, Lithuanians|Vilnius|
Macedonia, North Macedonia|Macedonian, Macedonians|Skopje|Tetovo, Kumanovo, Lipkovo
Malaysia|Malaysian, Malaysians|Kuala Lumpur|Sabah
Mali|Malian, Malians|Bamako|Timbuktu, Gao, Kidal, Mopti, Menaka, Ogossagou, Moura, Tessalit, Segou, Bandiagara, \
Tinzaouaten, Sikasso, Kati, Koulikoro, Boulkessi, Indelimane, Dioura, Nampala, Konna, Aguelhok, Ansongo, Koro, \
Bankass, Sobane Da, Farabougou, Diafarabe, Kayes, Sevare, Tombouctou, Lere, Labbezanga
Mauritania|Mauritanian, Mauritanians|Nouakchott|
Mexico|Mexican, Mexicans|Mexico City|Sinaloa, Culiacan, Michoacan, Guerrero, Ciudad Juarez, Jalisco, Tamaulipas, \
Chihuahua, Tijuana, Acapulco, Veracruz, Reynosa, Zacatecas, Guanajuato, Nuevo Laredo, Monterrey, Ayotzinapa, \
Iguala, Chiapas
Moldova|Moldovan, Moldovans|Chisinau|
Mongolia|Mongolian, Mongolians|Ulaanbaatar|
Morocco|Moroccan, Moroccans|Rabat|
Mozambique|Mozambican, Mozambicans|Maputo|Cabo Delgado, Palma, Mocimboa da Praia, Pemba, Macomia, Muidumbe, \
Nangade, Mueda, Nampula, Quissanga, Ancuabe, Gorongosa, Sofala, Afungi
Myanmar, Burma|Burmese|Naypyitaw, Naypyidaw|Rakhine, Sagaing, Mandalay, Yangon, Kachin state, Shan state, Sittwe, \
Maungdaw, Kayah, Chin state, Magway, Bago, Lashio, Loikaw, Myitkyina, Myawaddy, Mrauk-U, Laukkai, Kokang, Karenni, \
Buthidaung, Minbya, Kyauktaw, Paletwa, Hpakant, Monywa, Pazigyi, Depayin, Thantlang, Falam, Hakha, Mindat, Demoso, \
Hpruso, Momauk, Bhamo, Muse, Hpasawng, Papun, Kawkareik, Let Yet Kone, Nawnghkio, Kyaukphyu, Taungup, Pauktaw, \
Thandwe, Inn Din, Tula Toli, Meiktila, Kyaukme, Hsipaw, Mong La
Namibia|Namibian, Namibians|Windhoek|
Nepal|Nepali, Nepalese|Kathmandu|Rolpa, Rukum, Dang, Jumla
Netherlands, Holland|Dutch|The Hague|
New Zealand|New Zealander, New Zealanders|Wellington|
Nicaragua|Nicaraguan, Nicaraguans|Managua|
Niger|Nigerien, Nigeriens|Niamey|Tillaberi, Diffa, Tahoua, Inates, Chinagodrar, Tongo Tongo, Bosso, Tillabery, \
Agadez, Baleyara, Tchoma Bangou, Banibangou, Ayorou, Torodi, Fambita
Nigeria|Nigerian, Nigerians|Abuja|Borno, Maiduguri, Baga, Chibok, Zamfara, Plateau state, Jos, Benue, Kaduna, \
Katsina, Yobe, Adamawa, Lagos, Dapchi, Kano, Sokoto, Bama, Gwoza, Konduga, Damaturu, Potiskum, Birnin Kebbi, \
Kebbi, Niger state, Taraba, Enugu, Anambra, Imo state, Owo, Kuriga, Monguno, Dikwa, Marte, Rann, Ngala, Nganzai, \
Metele, Buni Yadi, Mubi, Michika, Zaria, Southern Kaduna, Kagara, Odi, Zaki Biam, Yelwata, Mangu, Bokkos, Dogo \
Nahawa, Izge, Gamboru Ngala, Bauchi, Woro
North Korea|North Korean, North Koreans|Pyongyang|
Norway|Norwegian, Norwegians|Oslo|
Oman|Omani, Omanis|Muscat|
Pakistan|Pakistani, Pakistanis|Islamabad|Peshawar, Quetta, Karachi, Lahore, Balochistan, Baluchistan, Waziristan, \
North Waziristan, South Waziristan, Swat, Khyber Pakhtunkhwa, Khyber, Bajaur, Gwadar, Muzaffarabad, Rawalpindi, \
Kurram, Bannu, Dera Ismail Khan, Bahawalpur, Azad Kashmir, Sindh, Orakzai, Mohmand, Kotli, Swabi, Mastung, \
Muridke, Mir Ali, Miranshah, Kohat, Hangu, Charsadda, Mardan, Nowshera, Lakki Marwat, Buner, Kech, Turbat, \
Panjgur, Khuzdar, Sialkot, Faisalabad, Parachinar, Noshki, Wagah, Sargodha, Bolan, Zhob, Karak
Panama|Panamanian, Panamanians||
Papua New Guinea|Papua New Guinean|Port Moresby|Bougainville, Enga, Hela
Paraguay|Paraguayan, Paraguayans||
Peru|Peruvian, Peruvians|Lima|Ayacucho, VRAEM, Junin, Bagua, Juliaca
Philippines|Philippine, Filipino, Filipinos|Manila|Mindanao, Marawi, Jolo, Sulu, Basilan, Zamboanga, Maguindanao, \
Cotabato, Mamasapano, Davao, Lanao del Sur, Negros, Samar, Masbate, Abra, Patikul, Lanao del Norte, Sultan \
Kudarat, Zamboanga City, North Cotabato, Negros Oriental, Bukidnon, Surigao, Tawi-Tawi, Luzon, Datu Hofer
Poland|Polish, Pole, Poles|Warsaw|
Portugal|Portuguese|Lisbon|
Qatar|Qatari, Qataris|Doha|
Romania|Romanian, Romanians|Bucharest|
Russia, Russian Federation|Russian, Russians|Moscow, Kremlin|Belgorod, Kursk, Bryansk, Chechnya, Grozny, Beslan, \
Dagestan, Ingushetia, Buryatia, Voronezh, Vladikavkaz, Kemerovo, Rostov, Krasnodar, Taganrog, Sudzha, Makhachkala, \
Nalchik, Kabardino-Balkaria, North Ossetia, Nazran, Budyonnovsk, Argun, Gudermes, Vedeno, Volgograd, Domodedovo, \
Crocus City Hall, Shebekino, Tuapse, Novorossiysk, St Petersburg, Dubrovka, Ryazan, Tver, Saratov, Pskov
Rwanda|Rwandan, Rwandans|Kigali|Gisenyi, Nyungwe, Butare, Murambi
Saudi Arabia|Saudi, Saudis, Saudi Arabian|Riyadh|Jizan, Najran, Abha, Qatif, Jeddah, Dhahran
Senegal|Senegalese|Dakar|Casamance, Ziguinchor
Serbia|Serbian, Serbians|Belgrade|Presevo, Nis, Novi Sad
Sierra Leone|Sierra Leonean, Sierra Leoneans|Freetown|Makeni, Kenema, Kono
Slovakia|Slovak, Slovaks|Bratislava|
Slovenia|Slovenian, Slovene, Slovenes|Ljubljana|
Somalia|Somali, Somalis|Mogadishu|Kismayo, Baidoa, Beledweyne, Galkayo, Puntland, Lower Shabelle, Hiran, Galmudug, \
Merca, Bulo Marer, El Adde, Bosaso, Jubaland, Middle Shabelle, Afgoye, Las Anod, Jowhar, Bay region, Bakool, \
Mudug, Gedo, El Buur, Marka, Qoryoley, Bardhere, Dhusamareb, Barawe, Hiraan, Adado, Buhoodle
South Africa|South African, South Africans|Pretoria|
South Korea|South Korean, South Koreans|Seoul|Yeonpyeong, Baengnyeong
South Sudan|South Sudanese|Juba|Jonglei, Malakal, Bentiu, Pibor, Upper Nile, Yei, Nasir, Unity state, Warrap, \
Rumbek, Leer, Yambio, Mayom, Akobo, Torit, Aweil, Renk, Pochalla
Spain|Spanish, Spaniard, Spaniards|Madrid|
Sri Lanka|Sri Lankan, Sri Lankans|Colombo|Jaffna, Kilinochchi, Mullaitivu, Vavuniya, Trincomalee, Batticaloa, \
Mannar, Puthukkudiyiruppu, Vanni, Wanni, Elephant Pass, Ampara, Muttur, Habarana, Galle, Kattankudy, Pooneryn, \
Kebithigollewa, Mankulam, Pudumatalan, Anuradhapura
Sudan|Sudanese|Khartoum|Darfur, El Fasher, El-Fasher, al-Fashir, Omdurman, El Geneina, Kordofan, Nyala, Gezira, \
Wad Madani, Port Sudan, Abyei, Blue Nile, North Darfur, West Darfur, South Darfur, South Kordofan, North Kordofan, \
El Obeid, Zamzam, Kadugli, Sennar, Babanusa, Bahri, El-Geneina, Al Fashir, Ardamata, Zalingei, Kutum, Um Rawaba, \
Kalogi, Dilling, Nuba Mountains, Abu Shouk, Tawila, Kabkabiya, Heglig, Damazin, Atbara, Ed Daein, El Daein, Wad \
al-Nourah, Merowe
Sweden|Swedish, Swede, Swedes|Stockholm|
Switzerland|Swiss|Bern|
Syria|Syrian, Syrians|Damascus|Aleppo, Homs, Idlib, Raqqa, Deraa, Daraa, Hama, Ghouta, Eastern Ghouta, Deir \
al-Zor, Deir ez-Zor, Latakia, Kobani, Palmyra, Douma, Sweida, Suwayda, Afrin, Houla, Hasakeh, Hasaka, Tartus, \
Manbij, Baniyas, Zabadani, Yarmouk, Jisr al-Shughour, Saraqeb, Khan Sheikhoun, Qusair, Rastan, Maaloula, Azaz, \
al-Bab, Jableh, Qamishli, Tabqa, Baghouz, Tal Abyad, Ras al-Ain, Khan al-Assal, Darayya, Madaya, Quneitra, \
Salamiyah, Maarat al-Numan, Jaramana
Tajikistan|Tajik, Tajiks|Dushanbe|Isfara, Khujand, Vorukh, Sughd, Gorno-Badakhshan, Khorog, Kurgan-Tyube, Rasht, \
Rushan
Tanzania|Tanzanian, Tanzanians|Dodoma|Dar es Salaam, Mtwara
Thailand|Thai, Thais|Bangkok|Surin, Sisaket, Si Sa Ket, Ubon Ratchathani, Buriram, Yala, Pattani, Narathiwat, Sa \
Kaeo, Trat, Songkhla, Kantharalak, Nam Yuen, Tak Bai, Hat Yai, Sungai Kolok
Togo|Togolese|Lome|
Tunisia|Tunisian, Tunisians|Tunis|Sousse, Bardo, Kasserine, Ben Guerdane
Turkey, Turkiye, Türkiye|Turkish, Turk, Turks|Ankara|Istanbul, Diyarbakir, Cizre, Hakkari, Sirnak, Suruc, \
Gaziantep, Kilis, Nusaybin, Silopi, Yuksekova, Daglica, Mardin, Izmir, Reyhanli, Tunceli, Semdinli, Hatay
Turkmenistan|Turkmen|Ashgabat|
Uganda|Ugandan, Ugandans|Kampala|Gulu, Kasese, Mpondwe, Lira, Pader, Barlonyo, Kitgum, Bundibugyo
Ukraine|Ukrainian, Ukrainians|Kyiv, Kiev|Kharkiv, Kharkov, Odesa, Odessa, Mariupol, Donetsk, Luhansk, Lugansk, \
Donbas, Donbass, Kherson, Zaporizhzhia, Zaporizhzhya, Bakhmut, Bucha, Dnipro, Mykolaiv, Mykolayiv, Sumy, Lviv, \
Kramatorsk, Debaltseve, Avdiivka, Izium, Chernihiv, Azovstal, Sloviansk, Slovyansk, Kryvyi Rih, Ternopil, \
Vinnytsia, Poltava, Pokrovsk, Irpin, Ilovaisk, Crimea, Sievierodonetsk, Kremenchuk, Kupiansk, Toretsk, Zaporizhia, \
Chasiv Yar, Horlivka, Kostiantynivka, Kakhovka, Nikopol, Vuhledar, Lysychansk, Severodonetsk, Popasna, Volnovakha, \
Melitopol, Berdyansk, Berdiansk, Enerhodar, Vovchansk, Huliaipole, Myrnohrad, Kurakhove, Izyum, Makiivka, \
Makeyevka, Gorlovka, Shakhtarsk, Schastia, Zhytomyr, Rivne, Khmelnytskyi, Khmelnytskiy, Ivano-Frankivsk, Uman, \
Hroza, Yenakiieve, Zaitseve, Shyrokyne, Artemivsk, Svatove, Kreminna, Robotyne, Marinka, Maryinka, Borodyanka, \
Hostomel, Vasylkiv, Bilohorivka, Konotop, Pavlohrad
United Arab Emirates, UAE|Emirati, Emiratis|Abu Dhabi|Dubai
United Kingdom, Britain, UK, U.K., Great Britain, England|British, Briton, Britons|London|
United States, US, U.S., USA, America, United States of America|American, Americans|Washington, Pentagon|
Uruguay|Uruguayan, Uruguayans|Montevideo|
Uzbekistan|Uzbek, Uzbeks|Tashkent|Andijan, Ferghana, Nukus, Karakalpakstan
Venezuela|Venezuelan, Venezuelans|Caracas|Apure, Catia, La Guaira, Maracaibo
Vietnam|Vietnamese|Hanoi|
Yemen|Yemeni, Yemenis, Yemenite|Sanaa|Aden, Hodeidah, Hudaydah, Marib, Taiz, Saada, Hajjah, Hadramawt, Mukalla, \
Dhamar, Abyan, Shabwa, al-Bayda, Sana'a, Ras Isa, Sirwah, Mokha, al-Jawf, Jawf, Ibb, Lahj, Socotra, Amran, \
Zinjibar, Radaa, Dahyan, Seiyun
Zambia|Zambian, Zambians|Lusaka|
Zimbabwe|Zimbabwean, Zimbabweans|Harare|
Malawi|Malawian, Malawians|Lilongwe|
Madagascar|Malagasy|Antananarivo|
Botswana|Botswanan||
Lesotho|Basotho||
Gambia|Gambian, Gambians|Banjul|
Guinea-Bissau|Bissau-Guinean||
Equatorial Guinea|Equatoguinean||
Costa Rica|Costa Rican, Costa Ricans||
Dominican Republic|Dominican, Dominicans|Santo Domingo|
Jamaica|Jamaican, Jamaicans||
Iceland|Icelandic, Icelanders|Reykjavik|
Luxembourg|Luxembourger||
Malta|Maltese|Valletta|
Montenegro|Montenegrin, Montenegrins|Podgorica|
Bhutan|Bhutanese|Thimphu|
Maldives|Maldivian, Maldivians||
Singapore|Singaporean, Singaporeans||
Bahamas|Bahamian, Bahamians|Nassau|
Barbados|Barbadian, Barbadians|Bridgetown|
Belize|Belizean, Belizeans|Belmopan|
Brunei|Bruneian, Bruneians||
Cape Verde|Cape Verdean, Cape Verdeans|Praia|
Comoros|Comorian, Comorians|Moroni|
Congo Republic, Congo-Brazzaville, Republic of Congo||Brazzaville|
Eswatini, Swaziland|Swazi, Swazis|Mbabane|
Guyana|Guyanese|Georgetown|
Mauritius|Mauritian, Mauritians||
Samoa|Samoan, Samoans|Apia|
Sao Tome|Sao Tomean||
Seychelles|Seychellois||
Solomon Islands|Solomon Islander, Solomon Islanders|Honiara|
Suriname|Surinamese|Paramaribo|
Tonga|Tongan, Tongans||
Trinidad and Tobago, Trinidad|Trinidadian, Trinidadians||
Vanuatu|||
Soviet Union, USSR|Soviet, Soviets||
Yugoslavia|Yugoslav, Yugoslavs||
"""

# States in fact and territories whose people are counted as a side of their own.
_IN_FACT = """
Palestinians, Palestine|Palestinian|Ramallah|Gaza, Gaza Strip, Gaza City, Khan Younis, Khan Yunis, Rafah, Jabalia, \
Jabaliya, \
Beit Lahiya, Beit Hanoun, Deir al-Balah, Nuseirat, West Bank, Jenin, Nablus, Tulkarem, Tulkarm, Hebron, Bethlehem, \
Bureij, Maghazi, Shejaia, Shejaiya, Shujaiyya, Shujaya, Khuzaa, Shati, Zaytoun, Qalqilya, \
Balata, Huwara, Jericho, Nur Shams, Tel al-Sultan, Shujaiya, al-Mawasi, Tubas, Zeitoun
Nagorno-Karabakh, Nagorny Karabakh, Nagorno-Karabakh Republic, NKR, Artsakh, Karabakh, Nagorno Karabakh|Karabakhi, \
Karabakh Armenian, Karabakh Armenians|Stepanakert|Martakert, Martuni, Hadrut, Shushi, Shusha, Askeran
South Ossetia|South Ossetian, South Ossetians, Ossetian, Ossetians|Tskhinvali|
Abkhazia|Abkhaz, Abkhazian, Abkhazians|Sukhumi|
Transnistria, Transdniestria|Transnistrian|Tiraspol|
Western Sahara|Sahrawi, Sahrawis, Saharawi||
Somaliland|Somalilander||
Taiwan|Taiwanese|Taipei|
"""


def _polities(table: str) -> dict[str, Polity]:
    found = {}
    for line in table.strip().splitlines():
        columns = [tuple(filter(None, map(str.strip, column.split(",")))) for column in line.split("|")]
        polity = Polity(*columns)
        found[polity.names[0]] = polity
    return found


STATES = _polities(_TABLE)
IN_FACT = _polities(_IN_FACT)
POLITIES = STATES | IN_FACT

GIVEN_NAMES = frozenset({"mali", "chad", "jordan", "georgia", "israel", "paris", "sofia", "florence", "jos", "shire"})
"""Names of places that are first names too: before another capitalised word they name a person."""
