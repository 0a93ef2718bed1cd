"""Whatever is done in a scenario, the plan is afterwards as it was, on both databases.

Two at once wait for each other's turn, and neither sees what the other only tries.
"""

import threading
from datetime import date
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import MetaData, select

from app.extensions import db
from app.scenarios import commands as scenario_commands
from app.store import overlay, results, scenarios
from app.store.tables import WaveRow
from app.waves import commands
from app.waves.queries import get_placement, get_wave
from planning.durations import parse_duration

OWN = {"scenario", "scenario_change", "sqlite_sequence"}
WAVES = ("K12", "K13", "K14", "K15")
PATIENCE = 60

moves = st.tuples(
    st.just("move"), st.sampled_from(["1516", "1517", "5007"]), st.sampled_from(WAVES)
)
days = st.tuples(
    st.just("day"), st.sampled_from(WAVES), st.dates(date(2024, 6, 1), date(2027, 1, 1))
)
shifts = st.tuples(
    st.just("shift"), st.sampled_from(WAVES), st.sampled_from(["6mo", "3w", "10wd"])
)
delays = st.tuples(st.just("delay"), st.sampled_from(["1mo", "90d"]), st.none())
steps = st.tuples(st.sampled_from(["back", "again"]), st.none(), st.none())


def contents() -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table but the scenarios' own."""
    with db.engine.connect() as connection:
        tables = MetaData()
        tables.reflect(connection)
        return {
            name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for name, table in tables.tables.items()
            if name not in OWN
        }


def do(plan, scenario_id, deed, by):
    kind, what, value = deed
    match kind:
        case "move":
            wave = get_wave(plan, value)
            commands.move(plan, get_placement(plan, what), wave, by=by)
        case "day":
            commands.set_day(plan, get_wave(plan, what), value, by=by)
        case "shift":
            commands.shift(plan, get_wave(plan, what), parse_duration(value), by=by)
        case "delay":
            commands.delay_main_project(plan, parse_duration(what), by=by)
        case _:
            undo, redo = scenarios.scenario_steps(scenario_id)
            change = undo if kind == "back" else redo
            if change is not None:
                step = scenarios.take_back if kind == "back" else scenarios.do_again
                step(scenario_id, change.id, by=by.key)
                overlay.lay_anew()


NUMBERS = count(1)


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(st.lists(st.one_of(moves, days, shifts, delays, steps), min_size=1, max_size=6))
def test_every_row_is_as_it_was_when_a_scenario_is_left(plan, office, deeds):
    before, revision = contents(), results.revision()
    dates = results.evaluation(plan).schedule.activities
    id = scenario_commands.make(plan, f"Any {next(NUMBERS)}", "", by=office).id
    opened = overlay.open_scenario(id)
    for deed in deeds:
        do(plan, id, deed, office)
    assert all(it.is_laid for it in opened.laid)
    overlay.leave_scenario()
    assert contents() == before
    assert results.revision() == revision
    assert results.evaluate_now(plan).schedule.activities == dates
    again = overlay.open_scenario(id)
    assert {it.standing for it in again.laid} <= {"holds", "so-already"}
    overlay.leave_scenario()


def test_two_at_once_neither_wait_for_ever_nor_see_each_other(any_app):
    def client():
        made = any_app.test_client()
        made.environ_base["HTTP_HOST"] = "localhost"
        return made

    first = client()
    first.post("/scenarios", data={"name": "Senere"})
    top = "/scenarios/1/plan"
    first.post(f"{top}/waves/K14/day", data={"day": "2026-03-02"})
    found: list[tuple[str, int, bool]] = []

    def look() -> None:
        reader = client()
        for _count in range(3):
            page = reader.get(f"{top}/waves/K14")
            found.append(("in", page.status_code, "2. mars 2026" in page.text))
            page = reader.get("/waves/K14")
            found.append(("out", page.status_code, "2. mars 2026" not in page.text))

    def write() -> None:
        writer = client()
        for day in ("2025-10-06", "2025-10-13"):
            answer = writer.post("/waves/K14/day", data={"day": day})
            found.append(("write", answer.status_code, True))

    threads = [threading.Thread(target=it) for it in (look, write, look)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert not any(it.is_alive() for it in threads)
    assert len(found) == 14
    assert all(is_right and status in {200, 303} for _kind, status, is_right in found)
    with any_app.app_context():
        row = db.session.scalar(select(WaveRow).where(WaveRow.code == "K14"))
        assert row.set_day == date(2025, 10, 13)
    told = first.get("/scenarios/1").text
    assert "Planen er endret her" in told
