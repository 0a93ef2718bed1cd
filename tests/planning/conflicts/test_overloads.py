"""Too little of something as a conflict, and the move that mends it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from planning.capacity_facts import CapacityFacts, Demand, Resource, Supply
from planning.circumstances import ClosedPeriod
from planning.conflicts import Conflict, Kind, Mend, MendKind, Severity
from planning.conflicts.overloads import told_months
from planning.evaluate import evaluate
from planning.snapshot import Snapshot, Wave
from tests.planning.programmes import day, programme, wave, window

TRAINERS = "trainers"
DEMAND = Demand(resource=TRAINERS, amount=200, step="training")
THREE = (("1515", "K13"), ("1516", "K13"), ("1517", "K14"))
WAVES = (
    wave("K13", window("2026-04-26")),
    wave("K14", window("2026-10-25")),
)


def there_are(amount: int, **values: object) -> Supply:
    given: dict[str, object] = {"start": day("2020-01-01"), **values}
    return Supply(resource=TRAINERS, amount=amount, **given)  # type: ignore[arg-type]


def asking(
    *supplies: Supply,
    waves: Sequence[Wave] = WAVES,
    placed: Sequence[tuple[str, str | None]] = THREE,
    demand: Demand = DEMAND,
    can_fail: bool = False,
    closed: Sequence[ClosedPeriod] = (),
) -> Snapshot:
    """Two municipalities in April 2026 and one in October, each with two trainers."""
    return replace(
        programme(*waves, placed=placed, closed_periods=closed),
        capacity=CapacityFacts(
            resources=(Resource(key=TRAINERS, can_fail=can_fail),),
            demands=(demand,),
            supplies=supplies,
        ),
    )


def overload(snapshot: Snapshot) -> Conflict | None:
    found = [
        it for it in evaluate(snapshot).conflicts if it.kind is Kind.CAPACITY_EXCEEDED
    ]
    assert len(found) < 2
    return found[0] if found else None


def told(snapshot: Snapshot) -> Conflict:
    found = overload(snapshot)
    assert found is not None
    return found


def test_what_there_is_enough_of_is_no_conflict():
    assert overload(asking(there_are(400))) is None


def test_what_nobody_has_entered_is_no_conflict():
    assert overload(asking()) is None
    assert overload(asking(there_are(0, end=day("2021-01-01")))) is None


def test_it_says_by_how_much_in_which_months_and_who_asks():
    found = told(asking(there_are(300)))
    # Training lasts ten weeks, up to 15 working days before 26 April.
    assert found.concerns == ("resource.trainers", "wave.K13")
    assert found.severity is Severity.WARNING
    values = dict(found.values)
    assert values["months"] == "2026-02/2026-03"
    assert (values["worst"], values["asked"]) == ("2026-02", "4.0")
    assert (values["there-is"], values["over"]) == ("3.0", "1.0")
    assert "assumed" not in values


def test_what_is_past_is_no_conflict():
    snapshot = asking(there_are(300))
    late = replace(snapshot, status_date=day("2026-03-01"))
    assert dict(told(late).values)["months"] == "2026-03"
    assert overload(replace(snapshot, status_date=day("2026-04-01"))) is None


@pytest.mark.parametrize(
    ("can_fail", "supply", "demand", "severity"),
    [
        (False, False, False, Severity.WARNING),
        (True, False, False, Severity.ERROR),
        (True, True, False, Severity.WARNING),
        (True, False, True, Severity.WARNING),
    ],
)
def test_only_numbers_that_nobody_assumed_can_be_an_error(
    can_fail, supply, demand, severity
):
    found = told(
        asking(
            there_are(300, is_assumed=supply),
            demand=replace(DEMAND, is_assumed=demand),
            can_fail=can_fail,
        )
    )
    assert found.severity is severity
    assert (dict(found.values).get("assumed") == "yes") == (supply or demand)


def test_the_mend_is_the_one_move_that_moves_least():
    # The two in April are too many at once in any month: one of them has to wait.
    waves = (*WAVES, wave("K15", window("2027-04-26")))
    found = told(asking(there_are(300), waves=waves, placed=THREE[:2]))
    assert found.mend == Mend(MendKind.MOVE_TO_WAVE, "K14", "1515")
    assert dict(found.values)["left"] == "0"


def test_a_move_that_only_moves_the_overload_is_no_mend():
    found = told(asking(there_are(300)))
    assert found.mend is None
    assert "left" not in dict(found.values)


def test_a_move_that_takes_most_of_it_says_what_stays():
    placed = (("1515", "K13"), ("1516", "K13"), ("1517", "K13"))
    found = told(asking(there_are(300), placed=placed))
    assert found.mend == Mend(MendKind.MOVE_TO_WAVE, "K14", "1515")
    values = dict(found.values)
    # February is whole; March counts to the end of training.
    assert float(values["in-all"]) == pytest.approx(3 * float(values["left-in-all"]))
    assert values["left"] == "2"


def test_a_wave_is_moved_where_two_waves_meet():
    waves = (wave("K13", window("2026-04-26")), wave("K14", window("2026-05-24")))
    placed = (("1515", "K13"), ("1516", "K14"))
    snapshot = asking(there_are(200), waves=waves, placed=placed)
    found = told(snapshot)
    assert found.mend is not None
    assert found.mend.kind == MendKind.SET_WAVE_DAY
    assert dict(found.values)["left"] == "0"
    moved = replace(
        next(it for it in waves if it.code == found.mend.target),
        set_day=day(found.mend.value),
    )
    after = tuple(moved if it.code == moved.code else it for it in waves)
    plan = replace(snapshot.plan, waves=after)
    assert overload(replace(snapshot, plan=plan)) is None


def test_no_wave_is_moved_into_a_closed_period():
    waves = (wave("K13", window("2026-04-26")), wave("K14", window("2026-05-24")))
    placed = (("1515", "K13"), ("1516", "K14"))
    always = ClosedPeriod(key="always", first=(1, 1), last=(12, 31))
    found = told(asking(there_are(200), waves=waves, placed=placed, closed=[always]))
    assert found.mend is None or found.mend.kind != MendKind.SET_WAVE_DAY


def test_nothing_is_carried_to_where_nobody_has_said_what_there_is():
    found = told(asking(there_are(300, end=day("2026-04-01"))))
    assert found.mend is None or found.mend.kind == MendKind.MOVE_TO_WAVE
    values = dict(found.values)
    assert values["months"] == "2026-02/2026-03"
    assert found.mend is None
    assert "left" not in values


def test_no_move_makes_another_resource_worse():
    snapshot = asking(there_are(300))
    rooms = Demand(resource="rooms", amount=100, step="training")
    facts = replace(
        snapshot.capacity,
        resources=(*snapshot.capacity.resources, Resource(key="rooms")),
        demands=(DEMAND, rooms),
        supplies=(
            there_are(300),
            replace(there_are(200), resource="rooms", end=day("2026-05-01")),
            replace(there_are(100), resource="rooms", start=day("2026-05-01")),
        ),
    )
    found = told(replace(snapshot, capacity=facts))
    assert found.mend is None or found.mend.target != "K14"


def test_months_in_a_row_are_told_by_their_ends():
    first = 900
    assert told_months([first, first + 1, first + 2, first + 5]) == (
        "2025-01/2025-03,2025-06"
    )


def test_a_move_that_leaves_less_in_all_but_overloads_another_month_is_no_mend():
    # Two of three would be enough in October too, where one is already.
    placed = (("1515", "K13"), ("1516", "K13"), ("1517", "K14"), ("1519", "K13"))
    snapshot = asking(there_are(300), placed=placed)
    found = told(snapshot)
    assert found.mend is None
    there = replace(
        snapshot.plan,
        placements=tuple(
            replace(it, wave="K14") if it.municipality == "1515" else it
            for it in snapshot.plan.placements
        ),
    )
    after = dict(told(replace(snapshot, plan=there)).values)
    assert float(after["in-all"]) < float(dict(found.values)["in-all"])
    assert after["months"] != dict(found.values)["months"]


def test_what_only_seems_to_help_is_no_mend_and_what_is_told_to_be_left_is_left():
    # Moves seem to help with the work shifted by days; with all dates some do not.
    waves = (wave("K13", window("2026-04-26")), wave("K14", window("2026-05-31")))
    snapshot = asking(there_are(200), waves=waves)
    found = told(snapshot)
    assert found.mend is not None
    assert (found.mend.kind, found.mend.target) == (MendKind.SET_WAVE_DAY, "K14")
    later = replace(waves[1], set_day=day(found.mend.value))
    plan = replace(snapshot.plan, waves=(waves[0], later))
    left = dict(told(replace(snapshot, plan=plan)).values)["in-all"]
    assert left == dict(found.values)["left-in-all"]
    assert float(left) < float(dict(found.values)["in-all"])


def test_what_nobody_has_entered_of_another_resource_stands_in_no_move_s_way():
    snapshot = asking(there_are(300), placed=THREE[:2])
    crews = Demand(resource="crews", amount=100, step="training")
    facts = replace(
        snapshot.capacity,
        resources=(*snapshot.capacity.resources, Resource(key="crews")),
        demands=(DEMAND, crews),
    )
    with_crews = told(replace(snapshot, capacity=facts))
    assert with_crews.mend == told(snapshot).mend
    assert with_crews.mend is not None


def test_no_more_is_asked_for_where_the_resource_itself_is_not_known():
    # October is beyond what is entered: two and a half more are no mend there.
    waves = (wave("K13", window("2026-04-26")), wave("K14", window("2029-10-25")))
    known = there_are(300, end=day("2026-04-01"))
    found = told(asking(known, waves=waves, placed=THREE[:2]))
    assert found.mend is None
