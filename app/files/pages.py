"""What a file says, ready to print."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from app.access import User
from app.conflict_texts import severity_text
from app.exchange.checking import NetworkFileError
from app.exchange.imports.answer import ask, find_plan, refuse_foreign
from app.exchange.imports.behind import behind_text
from app.exchange.imports.differing import differing_advice, with_owners
from app.exchange.imports.texts import misfit_text, plan_change_text
from app.exchange.loss_texts import loss_text
from app.exchange.mspdi.reading import Read, read_project
from app.exchange.mspdi.recomputed import recomputed_document
from app.exchange.problem_texts import problem_text
from app.filters import MINUS, long_date, number
from app.form_fields import shortened
from app.moved import MovedPart, tried_part
from app.planning_errors import planning_error_text
from app.store.names import Names
from planning.errors import PlanningError

MOST_BYTES = 16_000_000
MOST_LINES = 50
MOST_PROBLEMS = 10


class UnreadableError(Exception):
    """A file that nothing can be said of, with the sentences that say why."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__(sentences[0])
        self.sentences = tuple(sentences)


@dataclass(frozen=True, slots=True)
class Difference:
    """An activity whose dates are others than those in the file; last days inside."""

    name: str
    stored: str
    computed: str
    days_of_start: str
    days_of_finish: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPart:
    """What a file of ours would change in the plan."""

    changes: tuple[str, ...]
    misfits: tuple[str, ...]
    since: tuple[str, ...]
    behind: str
    is_refused: bool
    tried: MovedPart | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePart:
    """What a file holds, what comes of it, and what did not fit."""

    name: str
    summary: str
    dates: str
    differences: tuple[Difference, ...]
    told_differences: str
    advice: str
    conflicts: tuple[str, ...]
    losses: tuple[str, ...]
    refusal: str
    plan: PlanPart | None


def file_part(content: bytes, name: str, names: Names, *, user: User) -> FilePart:
    """Read a file, compute it, and ask what it would change.

    Raises:
        UnreadableError: with everything that is wrong with it.
    """
    read, document = _computed(content, name, names)
    refusal = refuse_foreign(read)
    return FilePart(
        name=shortened(name),
        summary=_summary(read),
        dates=_(
            "Computed here, it starts on %(start)s and ends on %(finish)s.",
            start=_day(document["start"]),
            finish=_last(document["start"], document["finish"]),
        ),
        differences=tuple(_differences(document["differences"][:MOST_LINES])),
        told_differences=_told_differences(len(document["differences"])),
        advice=differing_advice() if document["differences"] and not refusal else "",
        conflicts=tuple(_conflicts(document["conflicts"])),
        losses=tuple(loss_text(it) for it in read.losses),
        refusal=refusal,
        plan=None if refusal else _plan_part(read, name, names, user),
    )


def _computed(content: bytes, name: str, names: Names) -> tuple[Read, dict[str, Any]]:
    try:
        read = read_project(content, name, most=MOST_BYTES)
        return read, recomputed_document(with_owners(read, names))
    except NetworkFileError as error:
        raise UnreadableError(_problems(error)) from error
    except PlanningError as error:
        raise UnreadableError([planning_error_text(error)]) from error


def _problems(error: NetworkFileError) -> list[str]:
    told = [problem_text(it) for it in error.problems[:MOST_PROBLEMS]]
    rest = len(error.problems) - len(told)
    if rest:
        told.append(_("And %(count)s more.", count=number(rest)))
    return told


def _summary(read: Read) -> str:
    project = read.project
    return _(
        "%(project)s: %(activities)s, %(links)s.",
        project=shortened(project.name),
        activities=ngettext(
            "%(num)s activity", "%(num)s activities", len(project.activities)
        ),
        links=ngettext("%(num)s link", "%(num)s links", len(project.links)),
    )


def _told_differences(count: int) -> str:
    if not count:
        return _("Every date is the one that stands in the file.")
    told = ngettext(
        "%(num)s activity has other dates than the file.",
        "%(num)s activities have other dates than the file.",
        count,
    )
    if count <= MOST_LINES:
        return told
    more = _("The first %(count)s are shown.", count=number(MOST_LINES))
    return f"{told} {more}"


def _differences(found: Sequence[Mapping[str, Any]]) -> Iterator[Difference]:
    for it in found:
        stored, computed = it["stored"], it["computed"]
        yield Difference(
            shortened(it["name"]),
            _span(stored),
            _span(computed),
            _signed(it["days"]["start"]),
            _signed(it["days"]["finish"]),
        )


def _signed(days: int) -> str:
    return f"{days:+d}".replace("-", MINUS) if days else "0"


def _span(dates: Mapping[str, str]) -> str:
    start, finish = dates["start"], dates["finish"]
    first, last = _day(start), _last(start, finish)
    return first if first == last else f"{first} – {last}"


def _day(text: str) -> str:
    return long_date(date.fromisoformat(text))


def _last(start: str, finish: str) -> str:
    """The last day of work between two half-open dates."""
    first, after = date.fromisoformat(start), date.fromisoformat(finish)
    return long_date(
        first if after <= first else date.fromordinal(after.toordinal() - 1)
    )


def _conflicts(found: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for it in found[:MOST_LINES]:
        yield f"{severity_text(it['severity'])}: {it['text']}"


def _plan_part(read: Read, name: str, names: Names, user: User) -> PlanPart | None:
    origin = read.project.origin
    plan = None if origin is None else find_plan(origin.plan)
    if plan is None:
        return None
    answer = ask(read, name, names, plan=plan, by=user)
    return PlanPart(
        changes=tuple(plan_change_text(it, names) for it in answer.compared.changes),
        misfits=tuple(misfit_text(it, names) for it in answer.compared.misfits),
        since=answer.since,
        behind=behind_text(answer),
        is_refused=answer.clash is not None,
        tried=None
        if answer.trial is None or not answer.compared.changes
        else tried_part(answer.trial, names),
    )
