"""What holds of the conflicts of every plan: whom they concern, what mends them."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from planning.calendars import to_date
from planning.circumstances import Acceptance
from planning.conflicts import Conflict, Kind, Mend, MendKind, Severity
from planning.durations import parse_duration
from planning.evaluate import Evaluation, evaluate
from planning.snapshot import ReportState, Snapshot, Window
from tests.planning.programmes import TEMPLATE
from tests.planning.random_programmes import CODES, NUMBERS, STATUS, programmes


def by_identity(found: Sequence[Conflict]) -> dict[object, Conflict]:
    return {it.identity: it for it in found}


@given(programmes())
def test_each_has_an_identity_of_its_own(snapshot: Snapshot) -> None:
    found = evaluate(snapshot).conflicts

    assert len(by_identity(found)) == len(found)


def is_live(evaluation: Evaluation, id: str) -> bool:
    owner, _, key = id.partition(".")
    if owner == "municipality":
        return is_over(evaluation, key)
    if owner == "wave":
        return any(
            wave.code == key and wave.is_live for wave in evaluation.snapshot.plan.waves
        )
    return owner in NUMBERS and is_over(evaluation, owner)


def is_over(evaluation: Evaluation, number: str) -> bool:
    return any(
        report.municipality == number
        and report.activity == "go-live"
        and report.state is ReportState.DONE
        for report in evaluation.snapshot.reports
    )


@given(programmes())
def test_no_conflict_concerns_what_is_live(snapshot: Snapshot) -> None:
    evaluation = evaluate(snapshot)

    for found in evaluation.conflicts:
        assert not any(is_live(evaluation, id) for id in found.concerns), found


@given(programmes())
def test_every_id_is_one_of_the_plan(snapshot: Snapshot) -> None:
    evaluation = evaluate(snapshot)
    known = {
        *evaluation.nodes,
        *(f"municipality.{number}" for number in NUMBERS),
        *(f"wave.{code}" for code in CODES),
        "region.a",
        "region.b",
        "binding.joint",
        "component.medicines",
    }

    for found in evaluation.conflicts:
        assert known.issuperset(found.concerns)


@given(programmes())
def test_whatever_is_accepted_as_it_stands_is_open_no_more(snapshot: Snapshot) -> None:
    found = evaluate(snapshot).conflicts
    accepted = tuple(
        Acceptance(
            kind=it.kind.value,
            concerns=it.identity[1],
            numbers=it.numbers,
            reason="So.",
        )
        for it in found
    )

    again = evaluate(replace(snapshot, acceptances=accepted)).conflicts

    assert again == tuple(replace(it, accepted="So.") for it in found)


@given(programmes())
def test_the_worst_come_first(snapshot: Snapshot) -> None:
    order = list(Severity)
    found = [order.index(it.severity) for it in evaluate(snapshot).conflicts]

    assert found == sorted(found)


def mended(snapshot: Snapshot, mend: Mend) -> Snapshot:
    """The plan after what a mend that concerns waves says."""
    plan = snapshot.plan
    match mend.kind:
        case MendKind.MOVE_TO_WAVE:
            moved = tuple(
                replace(it, wave=mend.target) if it.municipality == mend.value else it
                for it in plan.placements
            )
            return replace(snapshot, plan=replace(plan, placements=moved))
        case MendKind.SET_WAVE_DAY:
            at = next(
                it
                for it in range(STATUS - 700, STATUS + 3000)
                if to_date(it).isoformat() == mend.value
            )
            set_day = tuple(
                replace(it, set_day=at) if it.code == mend.target else it
                for it in plan.waves
            )
            return replace(snapshot, plan=replace(plan, waves=set_day))
        case _:
            trusts = tuple(
                replace(it, wave=mend.target) if it.code == mend.value else it
                for it in snapshot.trusts
            )
            return replace(snapshot, trusts=trusts)


OF_WAVES = {MendKind.MOVE_TO_WAVE, MendKind.SET_WAVE_DAY, MendKind.MOVE_TRUST}


@given(programmes())
def test_a_mend_mends(snapshot: Snapshot) -> None:
    """Gone or, where a council has said no, not as bad."""
    order = list(Severity)
    for found in evaluate(snapshot).conflicts:
        mend = found.mend
        if mend is None or mend.kind not in OF_WAVES or mend.value == "":
            continue
        after = by_identity(evaluate(mended(snapshot, mend)).conflicts)
        left = after.get(found.identity)
        assert left is None or order.index(left.severity) > order.index(
            found.severity
        ), (found, left)


def shifted(snapshot: Snapshot, by: int) -> Snapshot:
    """Everything so many days later, status date and all."""

    def window(at: Window | None) -> Window | None:
        return None if at is None else Window(at.start + by, at.end + by)

    plan = snapshot.plan
    return replace(
        snapshot,
        status_date=snapshot.status_date + by,
        plan=replace(
            plan,
            waves=tuple(
                replace(it, window=window(it.window), actual=window(it.actual))
                for it in plan.waves
            ),
            placements=tuple(
                replace(
                    it,
                    decided_day=None if it.decided_day is None else it.decided_day + by,
                )
                for it in plan.placements
            ),
        ),
        reports=tuple(
            replace(it, start=window(it.start), finish=window(it.finish))
            for it in snapshot.reports
        ),
        decisions=tuple(
            replace(it, first=it.first + by, last=it.last + by)
            for it in snapshot.decisions
        ),
        components=tuple(
            replace(it, expected=None if it.expected is None else it.expected + by)
            for it in snapshot.components
        ),
    )


def in_weeks(snapshot: Snapshot) -> Snapshot:
    """The same counted in weeks and with no closed day: no month, no holiday."""
    template = replace(
        TEMPLATE,
        activities=tuple(
            replace(it, duration=WEEKS.get(str(it.duration), it.duration))
            for it in TEMPLATE.activities
        ),
        links=tuple(
            replace(it, lag=WEEKS.get(str(it.lag), it.lag)) for it in TEMPLATE.links
        ),
    )
    plan = replace(snapshot.plan, template=template)
    return replace(snapshot, plan=plan, closed_periods=())


WEEKS = {
    text: parse_duration(f"{weeks}w")
    for text, weeks in {
        "6mo": 26,
        "12mo": 52,
        "13mo": 56,
        "18mo": 78,
        "19mo": 82,
        "15wd": 3,
    }.items()
}


@given(programmes(), st.integers(-100, 300))
def test_everything_later_by_weeks_is_as_wrong_as_before(
    snapshot: Snapshot, weeks: int
) -> None:
    plan = in_weeks(snapshot)

    before, after = evaluate(plan), evaluate(shifted(plan, 7 * weeks))

    assert [told(it) for it in after.conflicts] == [told(it) for it in before.conflicts]


def told(found: Conflict) -> tuple[Kind, Severity, tuple[str, ...], int, bool]:
    return (
        found.kind,
        found.severity,
        found.concerns,
        found.days,
        found.mend is None,
    )
