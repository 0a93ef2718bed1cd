"""Who has withdrawn, has given notice or has left, as a plan knows it.

It follows from what councils decided and what is reported, as the chain of facts has
it, so that everything that reads a plan says the same. A report without a date is of
the status date at the latest.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from planning.calendars import norway
from planning.circumstances import Decision, Outcome
from planning.errors import DateOutOfRangeError
from planning.nodes import GO_LIVE
from planning.rights.chain import ChainState, chain_of
from planning.rights.facts import RESTS_ON_EXERCISE, Fact, FactKind, Origin
from planning.rights.leaving import Party, give_notice
from planning.rights.told import DECIDED, GOING, REPORTED
from planning.snapshot import Report, ReportState, Snapshot, Window

TOLD: Mapping[Outcome, FactKind] = {
    **DECIDED,
    Outcome.INTRODUCTION_DECIDED: FactKind.OPTION_EXERCISED,
    **{outcome: kind for kind, outcome in GOING.items()},
}
OUT = frozenset({Outcome.WITHDRAWN, Outcome.NOTICE_GIVEN, Outcome.LEFT})
TAKES_UP = frozenset({Outcome.OPTION_EXERCISED, Outcome.INTRODUCTION_DECIDED})
TAKEN_BACK = frozenset({Outcome.WITHDRAWN, Outcome.LEFT})
WAYS = frozenset(TOLD[it] for it in OUT)


@dataclass(frozen=True, slots=True)
class WayOut:
    """That a municipality goes or has gone, and when that was.

    `ends` is the day on which the membership is over, where notice is given.
    `is_counted` says that nobody told that it left: its notice ran out.
    """

    kind: FactKind
    when: Window
    ends: int | None = None
    is_counted: bool = False

    @property
    def has_withdrawn(self) -> bool:
        """Whether an option that was taken up is not any more."""
        return self.kind is FactKind.WITHDRAWN

    @property
    def has_left(self) -> bool:
        """Whether the co-operation is left."""
        return self.kind is FactKind.LEFT

    @property
    def is_leaving(self) -> bool:
        """Whether notice is given and has not run out."""
        return self.kind is FactKind.NOTICE_GIVEN


def ways_out(snapshot: Snapshot) -> Mapping[str, WayOut]:
    """Those on a way out on the status date, by number."""
    return ways_out_of(
        snapshot.decisions,
        snapshot.reports,
        snapshot.status_date,
        founders={it.number for it in snapshot.municipalities if not it.holds_option},
    )


def ways_out_of(
    decisions: Iterable[Decision],
    reports: Iterable[Report],
    today: int,
    *,
    founders: Iterable[str] = (),
) -> Mapping[str, WayOut]:
    """The same from what is told; who founded the company has a notice of its own."""
    told = list(decisions)
    going = {it.municipality for it in told if it.outcome in OUT}
    facts: dict[str, list[Fact]] = {number: [] for number in sorted(going)}
    for fact in (*_decided(told, going), *_reported(reports, going, today)):
        facts[fact.municipality].append(fact)
    founding = set(founders)
    found = {
        number: _way_out(
            chain_of(of_it, today, holds_option=number not in founding),
            Party.FOUNDER if number in founding else Party.MUNICIPALITY,
        )
        for number, of_it in facts.items()
    }
    return {number: it for number, it in found.items() if it is not None}


def standing_reports(
    reports: Iterable[Report], decisions: Iterable[Decision], today: int
) -> tuple[Report, ...]:
    """The reports without those that a withdrawal has undone.

    What rested on the option is not done any more where it was reported before, also
    where the option was taken up anew since: then it has to be done anew too.
    """
    away = {
        it.municipality: Window(it.first, it.last + 1)
        for it in sorted(decisions, key=lambda it: (it.last, it.first))
        if it.outcome is Outcome.WITHDRAWN and it.last <= today
    }
    return tuple(it for it in reports if not _is_undone(it, away.get(it.municipality)))


def not_live(snapshot: Snapshot) -> tuple[str, ...]:
    """Those whose go-live is ahead, in the snapshot's order.

    A wave that is live takes those along of whom nobody has reported otherwise.
    """
    live = {wave.code for wave in snapshot.plan.waves if wave.is_live}
    wave_of = {it.municipality: it.wave for it in snapshot.plan.placements}
    told = _told_of_go_live(snapshot)
    return tuple(
        number
        for number in (each.number for each in snapshot.municipalities)
        if not (told[number] if number in told else wave_of.get(number) in live)
    )


def released(snapshot: Snapshot) -> frozenset[str]:
    """Those who have left before they were live: no step of the rollout binds them.

    A wave takes nobody along who has left before its day.
    """
    left = {number: it for number, it in ways_out(snapshot).items() if it.has_left}
    if not left:
        return frozenset()
    actual = {it.code: it.actual for it in snapshot.plan.waves}
    along = {
        it.municipality: went.start
        for it in snapshot.plan.placements
        if (went := actual.get(it.wave or "")) is not None
    }
    told = _told_of_go_live(snapshot)
    return frozenset(
        number
        for number, it in left.items()
        if not told.get(number, along.get(number, it.when.end) < it.when.end)
    )


def _told_of_go_live(snapshot: Snapshot) -> dict[str, bool]:
    """Whether those are live of whom it is reported.

    A go-live that has begun is over, unless somebody says what is left of it.
    """
    return {
        it.municipality: it.state is not ReportState.NOT_DONE
        and (it.remaining is None or it.remaining.is_zero)
        for it in snapshot.reports
        if it.activity == GO_LIVE
    }


def _is_undone(report: Report, withdrawn: Window | None) -> bool:
    kinds = REPORTED.get(report.activity, ())
    known = report.finish or report.start
    return (
        withdrawn is not None
        and report.state is ReportState.DONE
        and known is not None
        and not RESTS_ON_EXERCISE.isdisjoint(kinds)
        and (known.last, known.start) <= (withdrawn.last, withdrawn.start)
    )


def _decided(decisions: Iterable[Decision], going: set[str]) -> Iterator[Fact]:
    for it in decisions:
        kind = TOLD.get(it.outcome)
        if kind is not None and it.municipality in going:
            yield Fact(
                municipality=it.municipality, kind=kind, first=it.first, last=it.last
            )


def _reported(reports: Iterable[Report], going: set[str], today: int) -> Iterator[Fact]:
    for it in reports:
        if it.municipality not in going or it.state is not ReportState.DONE:
            continue
        known = it.finish or it.start or Window(today, today + 1)
        for kind in REPORTED.get(it.activity, ()):
            yield Fact(
                municipality=it.municipality,
                kind=kind,
                first=known.start,
                last=known.last,
                origin=Origin.REPORT,
            )


def _way_out(state: ChainState, party: Party) -> WayOut | None:
    side = state.side
    if side is None or side.kind not in WAYS:
        return None
    return WayOut(
        side.kind,
        Window(side.first, side.last + 1),
        _ends(side.last, party) if state.is_leaving else None,
        side.origin is Origin.NOTICE,
    )


def _ends(given: int, party: Party) -> int | None:
    try:
        return give_notice(party, given, norway()).ends
    except DateOutOfRangeError:
        return None


def votes_for(snapshot: Snapshot) -> dict[str, Window]:
    """The first vote of each council for the option, since it last took one back."""
    voted: dict[str, Window] = {}
    for it in sorted(snapshot.decisions, key=lambda it: (it.last, it.first)):
        if it.first > snapshot.status_date:
            continue
        if it.outcome in TAKEN_BACK:
            voted.pop(it.municipality, None)
        elif it.outcome in TAKES_UP:
            voted.setdefault(it.municipality, Window(it.first, it.last + 1))
    return voted
