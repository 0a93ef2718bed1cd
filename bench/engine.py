"""The engine on the real programme: from the database to conflicts and money.

The stages are measured one by one and in a row; so is what a change is told by, a
delay of the whole programme, the document of one municipality, and a chart.
"""

from collections.abc import Iterator
from dataclasses import replace

from flask import Flask

from app.charts import Scheme, Size
from app.economy_document import economy_document
from app.municipalities.charts import cash_flow_svg
from app.municipalities.money_chart import cash_flow
from app.store import results
from app.store.loader import load_snapshot
from bench.measuring import Case
from bench.programme import MUNICIPALITY
from planning.calendars import norway
from planning.compare import compare
from planning.comparison_document import comparison_document
from planning.conflicts import find_conflicts
from planning.durations import parse_duration
from planning.evaluate import Evaluation, evaluate
from planning.finance.projections import project_programme
from planning.programme import schedule_programme
from planning.snapshot import Snapshot
from planning.waves import shift_wave

WHOLE_BAR_MS = 60


def engine_cases(app: Flask) -> Iterator[Case]:
    """Yield the stages from the database to conflicts and projections."""
    with app.app_context():
        snapshot = load_snapshot(results.current_plan())

    def load() -> None:
        with app.app_context():
            load_snapshot(results.current_plan())

    def load_and_evaluate() -> None:
        with app.app_context():
            evaluate(load_snapshot(results.current_plan()))

    yield Case("database to snapshot", load)
    yield from stage_cases(snapshot)
    yield Case(
        "database to schedule, conflicts, 66 projections",
        load_and_evaluate,
        WHOLE_BAR_MS,
    )
    yield from answer_cases(app, evaluate(snapshot))


def stage_cases(snapshot: Snapshot) -> Iterator[Case]:
    """Yield each stage on what the stages before it have made."""
    calendar = norway()
    made = schedule_programme(snapshot, calendar=calendar)
    margins = evaluate(snapshot).margins

    yield Case(
        "snapshot to schedule", lambda: schedule_programme(snapshot, calendar=calendar)
    )
    yield Case(
        "schedule to conflicts",
        lambda: find_conflicts(
            snapshot, made.nodes, made.network, made.schedule, margins
        ),
    )
    yield Case(
        "schedule to 66 projections",
        lambda: project_programme(snapshot, made.schedule),
    )


def answer_cases(app: Flask, evaluation: Evaluation) -> Iterator[Case]:
    """Yield what is made of an evaluation when somebody asks."""
    delayed = evaluate(shift_all(evaluation.snapshot, "6mo"))
    hurried = shift_all(evaluation.snapshot, "-3mo")

    def chart() -> None:
        with app.test_request_context():
            flow = cash_flow(evaluation.projections[MUNICIPALITY])
            cash_flow_svg(flow, scheme=Scheme.LIGHT, size=Size.WIDE)

    yield Case(
        "snapshot to all of it, every planned wave three months earlier",
        lambda: evaluate(hurried),
    )
    yield Case(
        "what moved with a delay of everything, and what it costs",
        lambda: comparison_document(compare(evaluation, delayed)),
    )
    yield Case(
        "a municipality’s economy with its alternatives, as a document",
        lambda: economy_document(evaluation, MUNICIPALITY, "Ulstein"),
    )
    yield Case("a chart drawn anew", chart)


def shift_all(snapshot: Snapshot, by: str) -> Snapshot:
    """The same with every wave that is not live that much later or earlier."""
    duration, calendar = parse_duration(by), norway()
    waves = tuple(
        wave if wave.is_live else shift_wave(wave, duration, calendar=calendar)
        for wave in snapshot.plan.waves
    )
    return replace(snapshot, plan=replace(snapshot.plan, waves=waves))
