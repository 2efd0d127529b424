"""Status and group of the people counted, where the noun behind the number does not say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tracker.lib.vocabulary import Group, Outcome, Status
from tracker.reading.document import Document
from tracker.reading.figures import Figure
from tracker.reading.finding import status_clues as clues
from tracker.reading.finding import status_own as own_forces
from tracker.reading.finding import status_predicate as predicates
from tracker.reading.finding import status_topic as topics
from tracker.reading.finding.armed import ARMED, CIVIL, NEUTRAL
from tracker.reading.finding.grammar import words_around
from tracker.reading.finding.people import PEOPLE, Kind
from tracker.reading.finding.status_ages import group_by_age
from tracker.reading.finding.status_callings import calling
from tracker.reading.finding.status_series import Series
from tracker.reading.finding.status_setting import Surroundings
from tracker.reading.finding.told import Link

_SUMS = frozenset({"combined", "joint"})
_YIELDING = frozenset(
    "themselves capitulated flag arms weapons surrendered surrenders surrender surrendering prisoner prisoners"
    " captivity pows".split()
)
_DESTROYING = frozenset(
    "eliminated eliminating neutralised neutralized neutralising neutralizing destroyed liquidated martyred martyrdom"
    " annihilated".split()
)
_MEMBERS = frozenset("men man members member officers".split())
_NAMED_BODIES = ARMED - NEUTRAL - frozenset({"police", "defence", "defense", "staff", "general"})
_MALES = frozenset({"men", "man", "boys"})
_NAMED, _SMALL, _ROUND, _REACH = 0.85, 20, 100, 6


class Reading(NamedTuple):
    """A kind with the rule that gave it and how sure it is."""

    kind: Kind
    rule: str
    sure: float


class _Case(NamedTuple):
    """One figure to read, with what the rules need to hand."""

    order: int
    figure: Figure
    link: Link
    before: Figure | None
    own: Kind
    noun: str
    part: Status | None


def give_status(document: Document, figures: Sequence[Figure], links: Sequence[Link]) -> None:
    """Fill ``category`` and ``group`` of every figure whose own noun left them open."""
    reader = _Reader(document, figures)
    for index, (figure, link) in enumerate(zip(figures, links, strict=True)):
        reading = reader.read(index, link)
        figure.category, figure.group = reading.kind
        if figure.category is Status.COMBATANT and figure.group is Group.MEN:
            figure.group = Group.NONE
        figure.note("category", reading.rule, reading.sure)
        figure.note("group", reading.rule, reading.sure)
    _agree(figures, document.headline)


def _agree(figures: Sequence[Figure], headline: int) -> None:
    """A number given twice, once with its noun and once without, counts the same people both times."""
    named = {
        (f.value, f.low, f.outcome): f for f in figures if f.sure["category"] >= _NAMED and (f.value or 0) > _SMALL
    }
    for figure in figures:
        other = named.get((figure.value, figure.low, figure.outcome))
        if other is not None and other.value is not None and other.value % _ROUND == 0 and figure.at >= headline:
            continue
        if other is not None and figure.sure["category"] < _NAMED:
            figure.category, figure.group = other.category, other.group
            figure.note("category", "as where the number stands again", 0.85)


class _Reader:
    """Reads one document's figures in turn; those before are already read."""

    def __init__(self, document: Document, figures: Sequence[Figure]) -> None:
        self.document = document
        self.figures = figures
        self.nouns = frozenset(figure.noun for figure in figures if figure.noun is not None)
        self.series = Series(document, figures)
        self.around = Surroundings(document, figures)

    def read(self, index: int, link: Link) -> Reading:
        """Status and group of one figure, by the first rule that speaks."""
        figure, low = self.figures[index], self.document.low
        own = Kind(figure.category, figure.group)
        if own.status is Status.COMBATANT and figure.noun and low[figure.noun - 2 : figure.noun] == ["non", "-"]:
            return Reading(Kind(Status.CIVILIAN, own.group), "the noun counted says so", 0.97)
        if own.status is not Status.ANY:
            return Reading(own, "the noun counted says so", 0.97)
        near = low[max(0, figure.at - _REACH) : figure.after + _REACH]
        if _SUMS.intersection(low[max(0, figure.at - 2) : figure.after + 2]) or ("both" in near and "sides" in near):
            return Reading(own, "a sum", 0.8)
        if predicates.are_lumped(self.document, figure):
            return Reading(own, "people of every kind", 0.9)
        before = self.series.before(index)
        noun = low[figure.noun] if figure.noun is not None else ""
        case = _Case(index, figure, link, before, own, noun, self.series.status_of_whole(figure, before))
        return (
            self._by_age(case)
            or self._by_civil_heading(case)
            or self._by_noun(case)
            or self._by_men(case)
            or self._by_predicate(case)
            or self._by_label(case)
            or self._by_frame(case)
            or self._by_topic(case)
            or self._by_series(case)
            or self._by_them(case)
            or self._by_surroundings(case)
        )

    def _by_age(self, case: _Case) -> Reading | None:
        """The age told behind the number: "four of them had not turned ten"."""
        if case.own.group not in (Group.NONE, Group.MEN):
            return None
        group = group_by_age(self.document, max(case.figure.after, (case.figure.noun or 0) + 1))
        if group is Group.NONE:
            return None
        heading = self._heading(case.figure)
        civil = case.part is Status.CIVILIAN or (heading is not None and heading.status is Status.CIVILIAN)
        return Reading(Kind(Status.CIVILIAN if civil else Status.ANY, group), "the age told says so", 0.9)

    def _by_civil_heading(self, case: _Case) -> Reading | None:
        """A paragraph headed "Civilians." counts nobody else."""
        heading = self._heading(case.figure)
        if heading is None or heading.status is not Status.CIVILIAN or case.own.group is Group.POLICE:
            return None
        return Reading(Kind(Status.CIVILIAN, case.own.group), "the heading of the paragraph says so", 0.85)

    def _by_noun(self, case: _Case) -> Reading | None:
        """A noun that names a group, or stands for one named before: children, "two of his colleagues"."""
        figure, own = case.figure, case.own
        group = calling(self.document, figure) if own.group is Group.NONE else Group.NONE
        if group is not Group.NONE:
            return Reading(Kind(case.part or Status.ANY, group), "whose staff they are", 0.9)
        uniform = predicates.in_uniform(self.document, figure)
        if uniform is not None:
            return Reading(uniform if own.group is Group.NONE else Kind(uniform.status, own.group), "in uniform", 0.9)
        if case.noun == "heroes" and not CIVIL.intersection(words_around(self.document, figure.at)):
            return Reading(Kind(Status.COMBATANT), "a word for a force's own dead", 0.8)
        if own_forces.own_people(self.document, figure):
            return Reading(Kind(Status.COMBATANT), "a force's own people", 0.85)
        if case.noun == "police" and own_forces.is_paramilitary(self.document, figure):
            return Reading(Kind(Status.COMBATANT), "a paramilitary police", 0.88)
        shared = self._shared_noun(case)
        if shared is not None:
            return Reading(shared, "one noun for two numbers", 0.9)
        boys = case.noun == "boys" and own_forces.are_its_boys(self.document, figure, case.link)
        if own.group not in (Group.NONE, Group.MEN) and not boys:
            return Reading(Kind(case.part or Status.ANY, own.group), "the noun counted names a group", 0.92)
        shared = self.series.shared_group(figure, case.before)
        if shared is None or predicates.predicated(self.document, figure) is not None:
            return None
        return Reading(shared, "more of the group counted before", 0.8)

    def _shared_noun(self, case: _Case) -> Kind | None:
        """The noun behind the next number: "two Ethiopian and two Somali soldiers"."""
        figure, ahead = case.figure, self.figures[case.order + 1 : case.order + 2]
        if figure.noun is None or case.noun in PEOPLE or not ahead or not self.document.is_capital(figure.noun):
            return None
        joined = ahead[0].at == figure.noun + 2 and self.document.low[figure.noun + 1] == "and"
        named = ahead[0].noun is not None and self.document.low[ahead[0].noun] in PEOPLE
        return Kind(ahead[0].category, ahead[0].group) if joined and named else None

    def _by_men(self, case: _Case) -> Reading | None:
        """Men, members and officers, where they are those of a force."""
        document, figure, noun = self.document, case.figure, case.noun
        if noun not in _MEMBERS | _MALES:
            return None
        if noun == "men" and document.word(figure.at - 1) == "police":
            return Reading(Kind(Status.ANY, Group.POLICE), "the police's own men", 0.85)
        ahead = document.low[figure.noun + 1 : figure.noun + _REACH] if figure.noun is not None else []
        if ahead[:1] == ["of"] and "police" in ahead:
            return Reading(Kind(Status.ANY, Group.POLICE), "the police's own men", 0.85)
        named = self.document.word((figure.noun or 0) - 1)
        if noun == "men" and figure.noun is not None and (named in own_forces.SIDES or named in ("security", "state")):
            return Reading(Kind(Status.COMBATANT), "men of a force", 0.88)
        heading = self._heading(figure)
        if noun == "men" and heading is not None and heading.group is Group.POLICE:
            return Reading(heading, "the heading of the paragraph says so", 0.8)
        service = own_forces.service(document, figure) if noun in ("officers", "officer") else None
        if service is not None:
            return Reading(service, "officers of the force named beside them", 0.85)
        body = own_forces.own_body(document, figure)
        if body is not None:
            return Reading(body, "the force's own men", 0.9)
        if noun in ("officers", "officer") and own_forces.men_of_a_force(document, figure.noun or 0):
            return Reading(Kind(Status.COMBATANT), "a force's own men", 0.92)
        if self.document.low[max(figure.after, (figure.noun or 0) - 1)] in _NAMED_BODIES:
            return Reading(Kind(Status.COMBATANT), "a named force's own men", 0.9)
        if noun not in _MALES:
            return None
        told = noun != "boys" and self.around.usual is Status.COMBATANT
        if told or own_forces.is_own_man(document, figure, case.link):
            return Reading(Kind(Status.COMBATANT), "a force's own men", 0.85)
        return None

    def _by_predicate(self, case: _Case) -> Reading | None:
        """What the clause says of those counted, and nouns that leave the status open."""
        figure, part = case.figure, case.part
        said = predicates.predicated(self.document, figure) or predicates.opened_by(self.document, figure)
        if said is not None:
            beside = figure.at - 1 if figure.value == 1 else figure.after
            after_civilians = case.before is not None and case.before.category is Status.CIVILIAN
            if after_civilians and self.document.word(beside) in ("of", ","):
                part = Status.CIVILIAN
            open_to = Status.ANY if said.group is Group.POLICE else part or Status.ANY
            status = said.status if said.status is not Status.ANY else open_to
            return Reading(Kind(status, said.group), "the clause says who they were", 0.92)
        if part is not None and (case.noun in PEOPLE or not case.noun):
            return Reading(Kind(part, case.own.group), "a part of those counted before", 0.88)
        if case.noun in PEOPLE and case.noun not in NEUTRAL and case.noun not in clues.HURT:
            return Reading(case.own, "the noun counted leaves it open", 0.93)
        return None

    def _by_label(self, case: _Case) -> Reading | None:
        """The label before the number, or the line above the list."""
        figure = case.figure
        label = clues.labelled(self.document, figure)
        listed = clues.list_heading(self.document, self.around.starts, self.around.paragraph(figure))
        if listed is not None and (label is None or label.status is not listed):
            group = label.group if label is not None and label.status is Status.ANY else case.own.group
            return Reading(Kind(listed, group), "the heading of the list says so", 0.9)
        if label is None:
            return None
        status = label.status if label.status is not Status.ANY else case.part or Status.ANY
        return Reading(Kind(status, label.group), "the label before the number says so", 0.85)

    def _by_frame(self, case: _Case) -> Reading | None:
        """The words around the outcome, and what a force says of its own."""
        document, figure, group = self.document, case.figure, case.own.group
        told = (
            own_forces.on_a_side(document, figure)
            or (Status.COMBATANT if self._is_open(case) and self._belongs(figure) else None)
            or clues.told_by_outcome(document, figure, case.link)
            or clues.framed(document, figure, self.nouns)
            or self._told_by_heading(figure)
            or (Status.CIVILIAN if clues.makes_up_part(document, figure) else None)
        )
        if told:
            return Reading(Kind(told, group), "the words around the outcome say so", 0.92)
        if own_forces.names_group(document, figure):
            return Reading(Kind(Status.COMBATANT, group), "an armed group's name stands beside the number", 0.88)
        if self._is_open(case) and own_forces.claims_to_have_killed(document, figure):
            return Reading(Kind(Status.COMBATANT, group), "the enemies that a force says it killed", 0.75)
        if (self._is_open(case) or case.noun in NEUTRAL) and own_forces.is_own_loss(document, figure):
            return Reading(Kind(Status.COMBATANT, group), "what a force says of its own", 0.85)
        return None

    def _by_topic(self, case: _Case) -> Reading | None:
        """What a question, or words such as "how many rebels", said whom the number counts."""
        if not self._is_open(case):
            return None
        figure = case.figure
        topic = topics.asked(self.document, figure) or topics.attacked(self.document, figure)
        if topic is None:
            first = self.around.starts[self.around.paragraph(figure)]
            topic = topics.counted_before(self.document, figure, first)
        if topic is None or (case.before is not None and topic.at < case.before.at):
            return None
        group = topic.kind.group if case.own.group is Group.NONE else case.own.group
        return Reading(Kind(topic.kind.status, group), "whom the passage asks about", 0.85)

    def _by_them(self, case: _Case) -> Reading | None:
        """Whom "60 of them" is a part of."""
        topic = topics.meant_by_them(self.document, case.figure) if self._is_open(case) else None
        if topic is None or topic.kind.status is Status.ANY:
            return None
        return Reading(Kind(topic.kind.status, case.own.group), "the people that it is a part of", 0.8)

    def _belongs(self, figure: Figure) -> bool:
        return own_forces.belongs(self.document, figure) or own_forces.has_buried(self.document, figure)

    def _is_open(self, case: _Case) -> bool:
        """Whether no noun of its own says whom the number counts."""
        return not case.noun or case.noun in clues.HURT

    def _by_series(self, case: _Case) -> Reading | None:
        """The figure that this one goes on from."""
        document, figure = self.document, case.figure
        source = case.link.source or (case.before if self.series.continues(figure, case.before) else None)
        source = self.series.main(source, figure) if source is not None else None
        if source is None:
            return None
        elsewhere = document.sentence_at(source.at) != document.sentence_at(figure.at)
        if elsewhere and self.around.names_other_war(figure):
            return Reading(case.own, "it may speak of another war", 0.8)
        if elsewhere and self.series.stands_apart(source, figure, case.link.source is not None):
            return None
        people = source.noun is not None and document.low[source.noun] in PEOPLE
        if source.category is not Status.ANY or people:
            return Reading(Kind(source.category, case.own.group), "carried on from the figure before", 0.85)
        return None

    def _by_surroundings(self, case: _Case) -> Reading:
        """A force's losses in other words, and whom the passage and the article speak of."""
        figure, link, group = case.figure, case.link, case.own.group
        combatant = Kind(Status.COMBATANT, group)
        cue = self.document.low[link.place.at : link.place.after] if link.place else []
        losing = own_forces.loses(self.document, figure) and case.noun in ("", "dead")
        alone = (
            not case.noun
            and len(cue) == 1
            and cue[0] in clues.LOSING
            and not own_forces.is_of_kin(self.document, figure)
        )
        captives = self.document.low[figure.after : figure.after + _REACH] if figure.outcome is Outcome.CAPTURED else []
        yielding = not _YIELDING.isdisjoint((*cue, *captives)) or {"hands", "up"}.issubset(cue)
        if losing or alone or yielding:
            return Reading(combatant, "a force's losses", 0.8)
        if _DESTROYING.intersection(cue):
            return Reading(combatant, "a word for the enemy's dead", 0.85)
        if self.around.told_by_ministry_of_war(figure):
            return Reading(combatant, "told by a ministry of defence", 0.75)
        if self._is_open(case) and self.series.is_sum_of_list(case.order):
            return Reading(combatant, "the sum of a list of fighters", 0.8)
        if self.around.names_other_war(figure):
            return Reading(Kind(Status.ANY, group), "it may speak of another war", 0.7)
        if self.around.is_among_forces(figure):
            return Reading(combatant, "the passage speaks of forces alone", 0.75)
        deed = case.link.place is not None and clues.is_deed(self.document, figure, case.link.place.after)
        if not deed and self.around.speaks_of_fighters(figure):
            return Reading(combatant, "fighters are the people named last", 0.7)
        return Reading(Kind(self.around.usual_status(figure), group), "as in most of the article", 0.7)

    def _heading(self, figure: Figure) -> Kind | None:
        return clues.heading_kind(self.document, self.around.starts[self.around.paragraph(figure)])

    def _told_by_heading(self, figure: Figure) -> Status | None:
        """What the heading of the paragraph says: "Civilians. Shelling killed 12"."""
        heading = self._heading(figure)
        if heading is not None and heading.status is not Status.ANY:
            return heading.status
        first = self.around.starts[self.around.paragraph(figure)]
        opens = any(self.document.word(at) in CIVIL and at not in self.nouns for at in range(first, first + 4))
        return Status.CIVILIAN if opens and figure.noun is None else None
