"""The list of deadlines, ready to print.

Those that are the same but for whose they are stand in one line, with all the names.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from app.access import User
from app.deadline_sources.deadline import Deadline
from app.deadline_sources.listing import list_deadlines, of_scope
from app.deadlines.choice import DONE, PASSED, Choice, filters, fits
from app.filters import long_date, weekday, window
from app.scopes import WHOLE, scope_choices, scope_name, scope_url
from app.store.names import Names
from app.table_choice import FilterPart, Option
from planning.evaluate import Evaluation

SETTINGS = "settings.edit"


@dataclass(frozen=True, slots=True)
class ScopeGroup:
    """Scopes of one kind in a list to choose from."""

    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class WhosePart:
    """Whose a deadline is, and where it is explained."""

    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineLine:
    """One deadline of one or several; `note` says how far off it is."""

    id: str
    day: str
    note: str
    what: str
    whose: tuple[WhosePart, ...]
    wave: str
    how_sure: str
    is_firm: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlinesPage:
    """The deadlines that were asked for, by their day."""

    of: str
    of_url: str
    summary: str
    counted: str
    scopes: tuple[ScopeGroup, ...]
    filters: tuple[FilterPart, ...]
    lines: tuple[DeadlineLine, ...]
    feed_of: str
    can_set: bool


def deadlines_page(
    evaluation: Evaluation, choice: Choice, names: Names, user: User
) -> DeadlinesPage:
    """The list, as it was asked for."""
    today = evaluation.snapshot.status_date
    chosen = [
        it
        for it in of_scope(list_deadlines(evaluation, names), choice.scope)
        if fits(it, choice, today)
    ]
    is_whole = choice.scope == WHOLE
    return DeadlinesPage(
        of=scope_name(choice.scope, names),
        of_url="" if is_whole else scope_url(choice.scope),
        summary=_summary(len(chosen), choice),
        counted=_(
            "Days are counted from the status date, %(day)s.", day=long_date(today)
        ),
        scopes=tuple(_scopes(evaluation, names, choice)),
        filters=filters(choice),
        lines=tuple(_lines(chosen, today)),
        feed_of="" if is_whole else choice.scope.value,
        can_set=user.may(SETTINGS),
    )


def _summary(count: int, choice: Choice) -> str:
    if choice.ahead == PASSED:
        return ngettext(
            "%(num)d has passed, and nobody has reported it as done",
            "%(num)d have passed, and nobody has reported them as done",
            count,
        )
    if choice.ahead == DONE:
        return ngettext("%(num)d is done", "%(num)d are done", count)
    return ngettext("%(num)d deadline ahead", "%(num)d deadlines ahead", count)


def _scopes(
    evaluation: Evaluation, names: Names, choice: Choice
) -> Iterator[ScopeGroup]:
    groups = scope_choices(evaluation, names, with_whole=True)
    for label, named in groups.items():
        options = (
            Option(it, text, it == choice.scope.value) for it, text in named.items()
        )
        yield ScopeGroup(label, tuple(options))


def _lines(deadlines: Iterable[Deadline], today: int) -> Iterator[DeadlineLine]:
    groups: dict[tuple[object, ...], list[Deadline]] = {}
    for it in deadlines:
        alike = (it.window, it.what, it.place.wave, it.how_sure, it.is_firm, it.is_done)
        groups.setdefault(alike, []).append(it)
    for its in groups.values():
        first = its[0]
        yield DeadlineLine(
            id=first.id.replace(".", "-"),
            day=window(first.window),
            note=_note(first, today),
            what=first.what,
            whose=tuple(WhosePart(it.whose, it.url) for it in its),
            wave=first.place.wave,
            how_sure=first.how_sure,
            is_firm=first.is_firm,
        )


def _note(it: Deadline, today: int) -> str:
    """How far off it is; of a month or a window its first day counts."""
    if it.is_done:
        return ""
    left = it.day - today
    if not it.window.is_day and left <= 0:
        return _("has begun") if it.window.last >= today else _("has passed")
    far = far_text(left)
    if not it.window.is_day:
        return _("the first day %(far)s", far=far)
    return _("%(weekday)s, %(countdown)s", weekday=weekday(it.day), countdown=far)


def far_text(days: int) -> str:
    """How far a day is from the status date."""
    if days == 0:
        return _("on the status date")
    if days > 0:
        return str(ngettext("in %(num)s day", "in %(num)s days", days))
    return str(ngettext("%(num)s day ago", "%(num)s days ago", -days))
