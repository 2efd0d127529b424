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

LEADERS = {
    "Zelensky": "Ukraine",
    "Zelenskyy": "Ukraine",
    "Zelenskiy": "Ukraine",
    "Poroshenko": "Ukraine",
    "Syrskyi": "Ukraine",
    "Putin": "Russia",
    "Medvedev": "Russia",
    "Shoigu": "Russia",
    "Konashenkov": "Russia",
    "Peskov": "Russia",
    "Lavrov": "Russia",
    "Saakashvili": "Georgia",
    "Aliyev": "Azerbaijan",
    "Aliev": "Azerbaijan",
    "Pashinyan": "Armenia",
    "Sargsyan": "Armenia",
    "Sarksyan": "Armenia",
    "Netanyahu": "Israel",
    "Hagari": "Israel",
    "Modi": "India",
    "Assad": "Syria",
    "Erdogan": "Turkey",
    "Khamenei": "Iran",
    "Karzai": "Afghanistan",
    "Ghani": "Afghanistan",
    "Rajapaksa": "Sri Lanka",
    "Duterte": "Philippines",
}
"""Leaders and spokesmen whose name alone tells for whom they speak."""
