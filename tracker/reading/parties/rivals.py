"""Which states have fought each other across a front, whose leaders tell for whom they speak, and contested regions."""

from __future__ import annotations

REGION_OF = {
    "Kashmir": "India",
    "Jammu and Kashmir": "India",
    "Jammu & Kashmir": "India",
    "Tigray": "Ethiopia",
    "Amhara": "Ethiopia",
    "Oromo": "Ethiopia",
    "Rakhine State": "Myanmar",
    "Kurdistan": "Iraq",
}
"""Further regions, and the state whose soldiers and policemen serve there."""

HOSTILE = frozenset(
    frozenset(pair)
    for pair in (
        ("Armenia", "Azerbaijan"),
        ("Nagorno-Karabakh", "Azerbaijan"),
        ("Russia", "Ukraine"),
        ("North Korea", "Ukraine"),
        ("Georgia", "Russia"),
        ("Georgia", "South Ossetia"),
        ("Georgia", "Abkhazia"),
        ("Israel", "Palestinians"),
        ("Israel", "Lebanon"),
        ("Israel", "Iran"),
        ("United States", "Iran"),
        ("Iran", "Iraq"),
        ("India", "Pakistan"),
        ("India", "China"),
        ("Pakistan", "Afghanistan"),
        ("Pakistan", "Iran"),
        ("Thailand", "Cambodia"),
        ("Kyrgyzstan", "Tajikistan"),
        ("Djibouti", "Eritrea"),
        ("Ethiopia", "Eritrea"),
        ("United States", "Venezuela"),
        ("Argentina", "United Kingdom"),
        ("Sudan", "South Sudan"),
        ("Iraq", "Kuwait"),
        ("North Korea", "South Korea"),
        ("Morocco", "Western Sahara"),
        ("China", "Vietnam"),
    )
)
"""Pairs of states (or peoples with a territory) that have fought each other across a front."""

PROTECTED = {"Russia": ("South Ossetia", "Abkhazia")}
"""For whose people a state took up arms: civilians whom it counts are theirs."""

# One side a line: its leaders, ministers and spokesmen since 2000 by the surname alone.
_LEADERS = """
Ukraine|Zelensky, Zelenskyy, Zelenskiy, Poroshenko, Syrskyi, Syrsky, Zaluzhny, Zaluzhnyi, Yanukovych, Turchynov, \
Lysenko, Motuzyanyk, Podolyak, Arestovych, Reznikov, Yermak, Klymenko, Maliar, Budanov, Umerov, Klitschko
Russia|Putin, Medvedev, Shoigu, Konashenkov, Peskov, Lavrov, Gerasimov, Zakharova, Nogovitsyn, Belousov, \
Patrushev, Yastrzhembsky, Kadyrov, Kadirov, Bastrykin, Nebenzya, Medinsky, Gladkov, Bogomaz, Manilov
Georgia|Saakashvili, Shevardnadze, Utiashvili, Lomaia
South Ossetia|Kokoity, Kokoyty, Tibilov
Abkhazia|Bagapsh, Ankvab, Shamba, Ardzinba
Azerbaijan|Aliyev, Aliev, Hajiyev, Eyvazov
Armenia|Pashinyan, Sargsyan, Sarksyan, Kocharyan, Stepanyan, Hovhannisyan, Tonoyan, Papikyan, Torosyan
Nagorno-Karabakh|Harutyunyan, Sahakyan, Beglaryan, Ghukasyan, Poghosyan
Kyrgyzstan|Japarov, Otunbayeva, Bakiyev, Tashiev
Tajikistan|Rahmon, Rakhmon
Uzbekistan|Karimov, Mirziyoyev
Israel|Netanyahu, Hagari, Gallant, Olmert, Halevi, Gantz, Ashkenazi, Lapid, Defrin, Regev, Adraee, \
Leibovich
Palestinians|Arafat, al-Qidra, Qidra, al-Qudra, al-Kidra, Erekat, Ashrawi
Hamas|Haniyeh, Haniya, Sinwar, Mashaal, Meshaal, Meshal, Deif, Zuhri, Barhoum, al-Arouri, al-Hayya
Lebanon|Mikati, Siniora, Abiad, Berri, Hariri, Lahoud
Hezbollah|Nasrallah
Syria|Assad, al-Assad, Muallem, Jaafari, Jolani, al-Sharaa, Sharaa
Iran|Khamenei, Ahmadinejad, Rouhani, Raisi, Pezeshkian, Araghchi, Araqchi, Zarif, Baghaei, Kermanpour, \
Soleimani
Iraq|Maliki, al-Maliki, Abadi, al-Abadi, Allawi, Jaafari, Kadhimi, Talabani
al-Qaeda|Zarqawi, al-Zarqawi, Zawahiri
Islamic State|Baghdadi, al-Baghdadi
Turkey|Erdogan, Akar, Davutoglu, Basbug, Buyukanit, Soylu
PKK|Ocalan, Karayilan, Bayik
Saudi Arabia|al-Asiri, Asiri, al-Maliky
Yemen|al-Alimi
Houthis|Saree, Sarea, al-Houthi, Abdulsalam, al-Mashat
Afghanistan|Karzai, Ghani, Azimi, Bashary, Rezaee, Stanekzai, Saleh
Taliban|Akhundzada, Zabihullah, Baradar, Haibatullah
Pakistan|Musharraf, Zardari, Gilani, Ghafoor, Bajwa, Kayani, Tarar, Naqvi
Pakistani Taliban|Mehsud, Fazlullah, Khorasani
India|Modi, Manmohan, Vajpayee, Advani, Jaitley, Rajnath, Misri
Sri Lanka|Rajapaksa, Rajapakse, Nanayakkara, Rambukwella, Wickremesinghe, Kumaratunga, Prasad Samarasinghe
Liberation Tigers of Tamil Eelam|Prabhakaran, Ilanthiraiyan, Ilanthirayan, Thamilselvan, Tamilselvan, Nadesan
Nepal|Deuba, Gyanendra
Maoist|Prachanda, Baburam
Myanmar|Hlaing, Suu Kyi, Thein Sein
Thailand|Thaksin, Abhisit, Yingluck, Prayuth, Prayut, Srettha, Paetongtarn, Phumtham, Anutin, Sansern, Winthai, \
Surasant
Cambodia|Hun Sen, Manet, Socheata, Phay Siphan, Hor Namhong
Philippines|Duterte, Arroyo, Lorenzana, Zagala, Brawner
Sudan|Bashir, al-Bashir, Burhan, al-Burhan
Rapid Support Forces|Hemedti, Hemeti, Hemetti, Dagalo
South Sudan|Kiir, Makuei, Aguer, Lul Ruai
SPLA-IO|Machar, Lam Paul
Ethiopia|Meles, Zenawi, Abiy, Demeke, Redwan
Tigray People's Liberation Front|Debretsion, Getachew, Tadesse Werede
Eritrea|Isaias, Afwerki
Somalia|Farmajo, Mohamud
al-Shabaab|Abu Musab, Godane, Abdiasis, Abdiaziz
Uganda|Museveni, Kulayigye, Muhoozi, Ankunda
Kenya|Kibaki, Kenyatta, Ruto, Oguna, Lenku
Rwanda|Kagame, Mushikiwabo, Makolo
Burundi|Nkurunziza, Ndayishimiye
Congo|Kabila, Tshisekedi, Muyaya, Kamerhe, Ekenge
M23|Makenga, Nangaa, Bisimwa, Runiga, Kanyuka
CNDP|Nkunda, Bwambale
Lord's Resistance Army|Kony
Nigeria|Buhari, Obasanjo, Tinubu, Yar'Adua, Olukolade, Zulum, Shettima, Buratai
Boko Haram|Shekau
Chad|Deby, Déby
Mali|Goita
Burkina Faso|Kabore
Niger|Tiani, Tchiani, Issoufou, Bazoum
Cameroon|Biya
Central African Republic|Bozize, Bozizé, Djotodia, Touadera, Touadéra
Ivory Coast|Gbagbo, Ouattara
Libya|Gaddafi, Gadhafi, Qaddafi, Dbeibah, Serraj, al-Serraj
Libyan National Army|Haftar, Hifter, Mismari, al-Mismari
Mozambique|Nyusi
Colombia|Uribe, Petro, Duque
Venezuela|Chavez, Chávez, Maduro, Cabello, Padrino
Mexico|Calderon, Calderón, Lopez Obrador, Peña Nieto, Sheinbaum
United States|Bush, Obama, Trump, Biden, Rumsfeld, Hegseth, Petraeus, McChrystal
United Kingdom|Blair
France|Macron, Hollande, Sarkozy, Parly, Le Drian
South Africa|Ramaphosa, Zuma, Motshekga
Donetsk People's Republic|Zakharchenko, Pushilin, Basurin
Luhansk People's Republic|Plotnitsky, Pasechnik, Marochko
Wagner|Prigozhin
"""


def _by_name(table: str) -> dict[str, str]:
    sides: dict[str, str] = {}
    for line in table.strip().splitlines():
        side, _, names = line.partition("|")
        for name in names.split(","):
            sides.setdefault(name.strip(), side)
    return sides


LEADERS = _by_name(_LEADERS)
"""Leaders and spokesmen whose name alone tells for whom they speak."""
