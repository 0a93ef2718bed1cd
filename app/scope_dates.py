"""The deadlines and go-lives of a scope, each with how sure it is.

Days are half-open. A go-live that is known as a month or a window holds all of it; a
limit is one day, counted from the first day of such a window. Who is live has no
limits any more: only the go-live is told. Who has left before that has no dates, and
who has withdrawn has none to withdraw by.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.council_limits import CouncilLimits
from app.live import find_report, find_wave, is_live
from app.scopes import Scope, ScopeKind, members_of
from planning.evaluate import Evaluation
from planning.rights.ways_out import ways_out
from planning.rollout import (
    GO_LIVE,
    GOVERNED_BY_LIMIT,
    Node,
    Owner,
    activity_id,
    wave_id,
)
from planning.snapshot import ActivityKind, Precision, Wave, Window

WITHDRAWAL = "withdrawal-limit"
GOVERNS = {limit: step for step, limit in GOVERNED_BY_LIMIT.items()}


class Sureness(StrEnum):
    """How a date is known."""

    HAPPENED = "happened"
    PRESUMED = "presumed"
    SET = "set"
    PLANNED = "planned"
    WINDOW = "window"


FIRM = frozenset({Sureness.HAPPENED, Sureness.SET})


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeDate:
    """One date of a scope; `go_live` is what a limit is counted back from."""

    id: str
    key: str
    window: Window
    sureness: Sureness
    go_live: Window
    wave: str
    number: str = ""
    is_limit: bool = False
    is_named: bool = False
    is_by_council: bool = False
    is_met: bool = False


@dataclass(frozen=True, slots=True)
class GoLive:
    """When a wave or a municipality goes live, and how that is known."""

    window: Window
    sureness: Sureness
    wave: str


def list_dates(
    evaluation: Evaluation, scope: Scope, by_council: CouncilLimits = frozenset()
) -> list[ScopeDate]:
    """Every date of a scope; a wave's own stands for its municipalities' go-live.

    `by_council` are the limits that councils have set.
    """
    found: list[ScopeDate] = []
    of_wave, ways = None, ways_out(evaluation.snapshot)
    if scope.kind is ScopeKind.WAVE:
        waves = evaluation.snapshot.plan.waves
        of_wave = wave_go_live(next((it for it in waves if it.code == scope.key), None))
        if of_wave is not None:
            found.append(_go_live_date(wave_id(scope.key), of_wave, ""))
    for number in members_of(evaluation.snapshot, scope):
        go_live = municipality_go_live(evaluation, number)
        if go_live is None:
            continue
        way, live = ways.get(number), is_live(evaluation, number)
        if way is not None and way.has_left and not live:
            continue
        if of_wave is None or of_wave.window != go_live.window:
            found.append(_go_live_date(activity_id(number, GO_LIVE), go_live, number))
        if not live:
            limits = _limits(evaluation, number, go_live, by_council)
            is_free = way is not None and way.has_withdrawn
            found += (it for it in limits if not (is_free and it.key == WITHDRAWAL))
    return found


def wave_go_live(wave: Wave | None) -> GoLive | None:
    """What happened beats a day that the office set, and that beats the window."""
    if wave is None or wave.reckoning is None:
        return None
    if wave.actual is not None:
        return GoLive(wave.actual, Sureness.HAPPENED, wave.code)
    if wave.set_day is not None:
        return GoLive(_day(wave.set_day), Sureness.SET, wave.code)
    assert wave.window is not None  # noqa: S101 - what else could be reckoned with
    known = Sureness.PLANNED if wave.window.is_day else Sureness.WINDOW
    return GoLive(wave.window, known, wave.code)


def municipality_go_live(evaluation: Evaluation, number: str) -> GoLive | None:
    """As it is reported, else as its wave goes live; None without a date."""
    wave = find_wave(evaluation, number)
    report = find_report(evaluation, number, GO_LIVE)
    actual = None if report is None else report.finish or report.start
    if actual is not None and is_live(evaluation, number):
        return GoLive(actual, Sureness.HAPPENED, "" if wave is None else wave.code)
    found = wave_go_live(wave)
    if found is not None and found.sureness is Sureness.HAPPENED:
        return GoLive(found.window, Sureness.PRESUMED, found.wave)
    return found


def _go_live_date(id: str, go_live: GoLive, number: str) -> ScopeDate:
    return ScopeDate(
        id=id,
        key=GO_LIVE,
        window=go_live.window,
        sureness=go_live.sureness,
        go_live=go_live.window,
        wave=go_live.wave,
        number=number,
    )


def _limits(
    evaluation: Evaluation, number: str, go_live: GoLive, by_council: CouncilLimits
) -> Iterator[ScopeDate]:
    named = {
        it.activity for it in evaluation.snapshot.deadlines if it.municipality == number
    }
    for at in evaluation.activities_of(number):
        node = evaluation.nodes[at.id]
        if node.kind is not ActivityKind.LIMIT:
            continue
        is_named = node.key in named
        yield ScopeDate(
            id=at.id,
            key=node.key,
            window=_day(at.start),
            sureness=Sureness.SET if is_named else go_live.sureness,
            go_live=go_live.window,
            wave=go_live.wave,
            number=number,
            is_limit=True,
            is_named=is_named,
            is_by_council=is_named and (number, node.key, at.start) in by_council,
            is_met=_is_met(evaluation, node),
        )


def _is_met(evaluation: Evaluation, node: Node) -> bool:
    """Whether what a limit is there for is reported as done."""
    step = GOVERNS.get(node.key)
    if step is None or node.owner is not Owner.MUNICIPALITY:
        return False
    at = evaluation.schedule.activities.get(activity_id(node.owner_id, step))
    return at is not None and at.done


def _day(day: int) -> Window:
    return Window(day, day + 1, Precision.DAY)
