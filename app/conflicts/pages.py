"""All conflicts, the worst first, and one of them in full, ready to print."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from flask_babel import gettext as _
from flask_babel import ngettext

from app.access import User
from app.concerned import Reach
from app.conflict_parts import ConflictPart, conflict_part
from app.conflict_texts import Explanation, explanation_of
from app.conflicts.choice import Choice, filter_parts
from app.conflicts.queries import Accepted, Identity
from app.filters import long_date, moment
from app.how_dated import How, HowDated
from app.mending import shown_mend
from app.store.names import Names
from app.table_choice import FilterPart
from planning.conflicts import Conflict, Kind, Severity
from planning.evaluate import Evaluation
from planning.rollout import GO_LIVE, Owner, activity_id

ACCEPTED = "accepted"
MOST_DATES = 12


@dataclass(frozen=True, slots=True)
class AcceptancePart:
    """Why a conflict was accepted, by whom and when; that may be empty."""

    reason: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictLine:
    """One conflict: how it is accepted, or how it was before its numbers changed."""

    conflict: ConflictPart
    acceptance: AcceptancePart | None
    before: AcceptancePart | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KindGroup:
    """The conflicts of one kind, with what they have in common."""

    kind: str
    explanation: Explanation
    lines: tuple[ConflictLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """All that matters alike, or all that is accepted."""

    key: str
    heading: str
    groups: tuple[KindGroup, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of one severity, or accepted, and the address of these."""

    key: str
    text: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictsPage:
    """The conflicts that were asked for, and how many there are in all."""

    choice: Choice
    counts: tuple[Count, ...]
    sections: tuple[Section, ...]
    filters: tuple[FilterPart, ...]
    shown: str
    has_any: bool
    revision: int


@dataclass(frozen=True, slots=True)
class ConcernedDate:
    """A date that a conflict is about, which opens to what sets it."""

    id: str
    name: str
    day: str
    how: How


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictPage:
    """One conflict in full."""

    line: ConflictLine
    dates: tuple[ConcernedDate, ...]
    explanation: Explanation
    query: Mapping[str, str]
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MendPage:
    """What the nearest mend of a conflict would do; `refusal` says why it can't.

    `back` is the page that the user came from, and returns to; `done` says that what
    the user was about to do has been done already.
    """

    conflict: ConflictPart
    shown: str
    refusal: str
    done: str
    back: str
    revision: int


def conflicts_page(
    evaluation: Evaluation,
    choice: Choice,
    names: Names,
    *,
    accepted: Mapping[Identity, Accepted],
    user: User,
) -> ConflictsPage:
    """Tell what is wrong with the plan, as the reader asked."""
    reach = Reach(evaluation)
    shown = [it for it in evaluation.conflicts if choice.shows(it, reach)]
    lines = {it: conflict_line(it, names, accepted, user) for it in shown}
    return ConflictsPage(
        choice=choice,
        counts=tuple(_counts(evaluation.conflicts)),
        sections=tuple(_sections(lines)),
        filters=filter_parts(evaluation, choice, names, reach),
        shown=_shown(len(shown), len(evaluation.conflicts)),
        has_any=bool(evaluation.conflicts),
        revision=evaluation.snapshot.revision,
    )


def conflict_page(
    evaluation: Evaluation,
    conflict: Conflict,
    names: Names,
    *,
    accepted: Mapping[Identity, Accepted],
    user: User,
    query: Mapping[str, str],
) -> ConflictPage:
    """Tell one conflict; `query` is the filter of the list that it stands in."""
    return ConflictPage(
        line=conflict_line(conflict, names, accepted, user),
        dates=tuple(concerned_dates(evaluation, conflict, names)),
        explanation=explanation_of(conflict.kind),
        query=query,
        revision=evaluation.snapshot.revision,
    )


def concerned_dates(
    evaluation: Evaluation, conflict: Conflict, names: Names
) -> Iterator[ConcernedDate]:
    """The dates that a conflict names, of municipalities their go-live."""
    found = []
    for id in conflict.concerns:
        owner, _separator, key = id.partition(".")
        is_whole = owner == Owner.MUNICIPALITY
        found.append(activity_id(key, GO_LIVE) if is_whole else id)
    activities, how = evaluation.schedule.activities, HowDated(evaluation)
    known = [id for id in dict.fromkeys(found) if id in activities]
    for id in known[:MOST_DATES]:
        at = activities[id]
        yield ConcernedDate(id, names.node(id), long_date(at.start), how.of(id))


def mend_page(
    evaluation: Evaluation,
    conflict: Conflict,
    names: Names,
    *,
    user: User,
    refusal: str,
    done: str,
    back: str,
) -> MendPage:
    """Tell what mends a conflict, and where the user returns to."""
    return MendPage(
        conflict=conflict_part(conflict, names, user),
        shown=shown_mend(conflict),
        refusal=refusal,
        done=done,
        back=back,
        revision=evaluation.snapshot.revision,
    )


def no_single_change() -> str:
    """Say that there is no mend to be taken at a button any more."""
    return _("No single change mends it any more: the plan has changed since.")


def conflict_line(
    conflict: Conflict,
    names: Names,
    accepted: Mapping[Identity, Accepted],
    user: User,
) -> ConflictLine:
    """A conflict with what the office has said of it."""
    found = accepted.get(conflict.identity)
    part = None if found is None else _acceptance_part(found)
    is_accepted = conflict.accepted is not None
    return ConflictLine(
        conflict=conflict_part(conflict, names, user),
        acceptance=part if is_accepted else None,
        before=None if is_accepted else part,
    )


def _acceptance_part(accepted: Accepted) -> AcceptancePart:
    if accepted.at is None:
        return AcceptancePart(accepted.reason, "")
    when = _("%(who)s, %(when)s", who=accepted.who, when=moment(accepted.at))
    return AcceptancePart(accepted.reason, when)


def _counts(conflicts: Sequence[Conflict]) -> Iterator[Count]:
    """How many are open of each severity, and how many are accepted."""
    count = dict.fromkeys((*(it.value for it in Severity), ACCEPTED), 0)
    for conflict in conflicts:
        count[_section_key(conflict)] += 1
    texts = {
        Severity.ERROR.value: ngettext("error", "errors", count[Severity.ERROR]),
        Severity.WARNING.value: ngettext(
            "warning", "warnings", count[Severity.WARNING]
        ),
        Severity.INFORMATION.value: ngettext(
            "piece of information", "pieces of information", count[Severity.INFORMATION]
        ),
        ACCEPTED: _("accepted"),
    }
    for key, number in count.items():
        yield Count(key, texts[key], number)


def _section_key(conflict: Conflict) -> str:
    return ACCEPTED if conflict.accepted is not None else conflict.severity.value


def _sections(lines: Mapping[Conflict, ConflictLine]) -> Iterator[Section]:
    """Errors, warnings and information, and at last what is accepted, by kind."""
    headings = {
        Severity.ERROR.value: _("Errors"),
        Severity.WARNING.value: _("Warnings"),
        Severity.INFORMATION.value: _("For information"),
        ACCEPTED: _("Accepted"),
    }
    for key, heading in headings.items():
        found = [it for it in lines if _section_key(it) == key]
        if found:
            yield Section(key=key, heading=heading, groups=tuple(_groups(found, lines)))


def _groups(
    conflicts: Iterable[Conflict], lines: Mapping[Conflict, ConflictLine]
) -> Iterator[KindGroup]:
    order = list(Kind)
    in_order = sorted(conflicts, key=lambda it: order.index(it.kind))
    for kind, found in groupby(in_order, key=lambda it: it.kind):
        yield KindGroup(
            kind=kind.value,
            explanation=explanation_of(kind),
            lines=tuple(lines[it] for it in found),
        )


def _shown(shown: int, total: int) -> str:
    return ngettext(
        "%(num)s of %(total)s conflict.",
        "%(num)s of %(total)s conflicts.",
        shown,
        total=total,
    )
