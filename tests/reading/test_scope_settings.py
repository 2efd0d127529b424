"""Scope by the time beside a figure and by its setting; the day from which an article counts."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.lib.vocabulary import Scope
from tracker.reading.reader import read_figures

THURSDAY = date(2024, 11, 14)
PERIODS = [
    "In the whole of 2023 the number of soldiers killed was 611.",
    "In October 175 villagers met a violent end, by the ministry's tally.",
    "In January and February 320 rebels were killed, the general said.",
    "Over those two months 45 soldiers lost their lives.",
    "On Friday alone a surgeon at the front counted 70 wounded soldiers.",
    "For the whole of Tuesday the hospital recorded 14 people killed.",
    "Rockets have so far today killed seven people in the capital, the agency said.",
    "In the 24 hours to Wednesday noon 31 dead were brought to the morgue.",
    "From January to June 1,330 civilians were killed, the mission says.",
    "Last year 520 people lost their lives to the violence.",
    "The third quarter saw 215 troops killed.",
    "So far this month 42 people have been killed.",
    "Over the past week 27 soldiers have been killed.",
    "In all of last year 91 aid workers were killed.",
]
TOTALS = [
    "As of Monday 512 people had been killed in the offensive.",
    "The army has lost 24 soldiers since its troops went in on 17 October.",
    "All told, 1,460 people have been killed in the war, the ministry says.",
    "At least 310 civilians have died since Sunday evening in the offensive.",
    "Since the siege began, 128 militants and 54 soldiers have been killed.",
    "Altogether 640 soldiers are in rebel hands.",
    "From the first day of the war until now 43 civilians have been killed.",
]
INCIDENTS = [
    "Two days after the blast the death toll has risen to 26.",
    "The shelling of the market has now claimed 41 lives.",
    "A single missile killed 57 people at a wake on 5 October last year.",
    "Of the forty raiders, 17 were shot dead before dawn on Wednesday.",
    "On 3 November a raid on the village killed 32 farmers.",
]
OTHER_WARS = [
    "The civil war of 2013-2018 cost 380,000 lives.",
    "The last big war here, in the winter of 2008-09, killed 1,300 people.",
]


@pytest.mark.parametrize(
    ("text", "scope"),
    [(text, Scope.PERIOD) for text in PERIODS]
    + [(text, Scope.CUMULATIVE) for text in TOTALS]
    + [(text, Scope.INCIDENT) for text in INCIDENTS]
    + [(text, Scope.BACKGROUND) for text in OTHER_WARS],
)
def test_the_time_beside_a_figure_tells_its_scope(text: str, scope: Scope) -> None:
    figures = read_figures(text, published=THURSDAY)
    assert figures
    assert {figure.scope for figure in figures} == {scope}


@pytest.mark.parametrize(
    ("lead", "since"),
    [
        ("At least 9 houses have burned since 3 November, when the war began.", date(2024, 11, 3)),
        ("The rebels overran the city on 23 October.", date(2024, 10, 23)),
        ("Columns of tanks rolled over the border on the twenty-third of October.", date(2024, 10, 23)),
        (
            "She read from notes of Monday 4 November. The rebels overran the city on 23 October.",
            date(2024, 10, 23),
        ),
        ("Gunmen seized a bus on Tuesday.", None),
        ("The hospital received its first patients on 23 October.", None),
    ],
)
def test_the_day_on_which_armed_people_came_to_stay_begins_the_count(lead: str, since: date | None) -> None:
    text = f"{lead}\n\nThe war has killed 1,204 people, the ministry said."
    assert read_figures(text, published=THURSDAY)[-1].since == since


def test_one_incident_keeps_its_scope_in_an_article_about_months() -> None:
    text = (
        "From July to September 1,540 people were killed in the province, up from 1,379 in the previous quarter.\n"
        "On 3 October, gunmen killed 115 people in an attack on the town of Abeka."
    )
    assert [figure.scope for figure in read_figures(text, published=THURSDAY)] == [
        Scope.PERIOD,
        Scope.PERIOD,
        Scope.INCIDENT,
    ]
