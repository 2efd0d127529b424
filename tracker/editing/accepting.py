"""From the reading page to the ledger: articles read, suggestions accepted, names settled, each as one change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tracker.editing import readings
from tracker.editing.cards import Card
from tracker.editing.forms.reading import NameForm, ReadForm, SuggestionForm, UntouchedForm
from tracker.editing.intake import Logged
from tracker.editing.learning import learn_party, learn_source, was_meant
from tracker.ledger import changes
from tracker.ledger.models import Article, Change, Conflict, Suggestion
from tracker.ledger.permissions import may
from tracker.lib.vocabulary import State


@dataclass(frozen=True)
class Read:
    """An article that was read: what is new in it, and the change by which that can be undone."""

    article: Article
    suggestions: list[Suggestion]
    change: Change


def read_new(form: ReadForm, *, by: Any) -> Read:
    """Store the article of a valid form, unless it is here already, and suggest its figures."""
    cleaned = form.cleaned_data
    conflict, text = cleaned["conflict"], cleaned.get("text", "")
    why = f"Read “{form.known or cleaned['title']}”"[:500]
    with changes.making(by=by, why=why, verb="propose_figures", conflict=conflict) as change:
        article = form.known or changes.add_article(by=by, why=why, **form.facts(by=by, why=why))
        return Read(article, _propose(article, conflict, text, by=by, why=why), change)


def read_again(article: Article, conflict: Conflict, *, by: Any) -> Read:
    """Suggest the figures of an article that is here already: those that are new."""
    why = f"Read “{article.title}”"[:500]
    with changes.making(by=by, why=why, verb="propose_figures", conflict=conflict) as change:
        return Read(article, _propose(article, conflict, "", by=by, why=why), change)


def _propose(article: Article, conflict: Conflict, text: str, *, by: Any, why: str) -> list[Suggestion]:
    stored = article.text or text
    proposals = readings.propose(article, conflict, stored)
    return changes.propose_figures(by=by, why=why, article=article, conflict=conflict, proposals=proposals, text=stored)


def mark_by_hand(article: Article, conflict: Conflict, start: int, end: int, *, by: Any) -> Suggestion:
    """The open suggestion that these words belong to; a new one where there is none."""
    of_it = Suggestion.objects.read_from(article, conflict).still_open()
    standing = of_it.filter(start__lt=end, end__gt=start).first()
    if standing:
        return standing
    proposal = readings.propose_words(article, conflict, start, end)
    why = f"Marked by hand in “{article.title}”"[:500]
    return changes.propose_figures(
        by=by, why=why, article=article, conflict=conflict, proposals=[proposal], by_hand=True
    )[0]


def state_for(by: Any, conflict: Conflict) -> State:
    """What an accepted figure becomes: published where the editor may publish, else a draft."""
    return State.PUBLISHED if may(by, "publish_claim", conflict) else State.DRAFT


def accept(form: SuggestionForm, *, by: Any, changed: Iterable[str] = ()) -> Logged:
    """Record the figure of a valid form and learn the names in it. Raises what the verbs raise, Decided among them."""
    suggestion = form.card.suggestion
    article, conflict = suggestion.article, suggestion.conflict
    why = f"Read from “{article.title}”, {article.publisher}"[:500]
    with changes.making(by=by, why=why, verb="accept_suggestion", conflict=conflict) as change:
        claimant = form.resolve("claimant", by=by, why=why)
        quoted = form.quoted(by=by, why=why)
        counted = form.counted(by=by, why=why)
        recorded = changes.accept_suggestion(
            suggestion, by=by, why=why, quoted=quoted, claimant=claimant, state=state_for(by, conflict),
            changed=list(changed), **counted,
        )  # fmt: skip
        for match, source in ((form.card.claimant, claimant), (form.card.relay, quoted.relayed_via)):
            if was_meant(match, source):
                learn_source(match.name, source, by=by, why=why)
        if was_meant(form.card.party, counted["party"]):
            learn_party(form.card.party.name, counted["party"], by=by, why=why)
    return Logged(recorded, change)


def attempted(form: SuggestionForm, *, by: Any, changed: Iterable[str] = ()) -> Logged | None:
    """``accept``, with what is wrong put beside the form's fields: then None. Raises Decided."""
    return form.attempt(lambda: accept(form, by=by, changed=changed)) if form.is_valid() else None


def accept_all(cards: Iterable[Card], *, by: Any) -> list[Logged]:
    """Accept these as they stand, all or none; each is a change of its own, so that each can be undone alone."""
    logged: list[Logged] = []
    with transaction.atomic():
        for card in cards:
            form = UntouchedForm(card)
            done = attempted(form, by=by)
            if done is None:
                why = " ".join(message for _, _, message in form.listed_errors())
                words = _("“%(words)s” cannot be accepted as it stands. %(why)s")
                raise changes.Refused(words % {"words": card.reading.text, "why": why})
            logged.append(done)
    return logged


def settle(form: NameForm, *, by: Any) -> Change:
    """Create the record of a name, or add the name to the record that it means."""
    cleaned, conflict = form.cleaned_data, form.conflict
    what, name, printed = cleaned["what"], cleaned["name"], cleaned["printed"]
    verb = "add_alias" if cleaned["known"] or cleaned["party"] else f"add_{what}"
    why = "Named in an article that was read"
    with changes.making(by=by, why=why, verb=verb, conflict=None if what == "source" else conflict) as change:
        learned = True
        if what == "source":
            source = cleaned["known"] or changes.add_source(by=by, why=why, name=name, kind=cleaned["kind"] or "other")
            learned = learn_source(printed, source, by=by, why=why) or not cleaned["known"]
        elif what == "party":
            party = cleaned["party"] or changes.add_party(by=by, why=why, conflict=conflict, name=name)
            learned = learn_party(printed, party, by=by, why=why) or not cleaned["party"]
        else:
            dated = {"date": cleaned["date"]} if cleaned["date"] else {}
            changes.add_incident(by=by, why=why, conflict=conflict, name=name, place=cleaned["place"], **dated)
        if not learned:
            raise changes.Refused(
                _("“%(name)s” was not added: it may stand for anybody, or means another record already.")
                % {"name": printed}
            )
    return change
