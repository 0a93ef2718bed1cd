"""What the fixtures say of the plan that can't be, or can't be meant."""

from collections.abc import Iterable, Iterator
from datetime import date

from app.store.errors import Problem
from app.store.seed.circumstance_entries import binding_members
from app.store.seed.circumstance_shapes import BINDINGS
from app.store.seed.fact_shapes import DECISIONS
from app.store.seed.files import Files, Record, problem
from app.store.seed.plan_shapes import (
    PLACEMENTS,
    TEMPLATE_ACTIVITIES,
    TEMPLATE_LINKS,
    TRUSTS,
    WAVES,
)
from planning.durations import Duration, parse_duration
from planning.errors import CycleError
from planning.network import Activity, Link, LinkKind, compile_network
from planning.rollout import WAVE_GO_LIVE
from planning.snapshot import ActivityKind

HAPPENED = (
    (WAVES, "actual_end"),
    (PLACEMENTS, "actual_end"),
    (TRUSTS, "actual_end"),
    (DECISIONS, "decided_end"),
)
WITHOUT_DURATION = frozenset({ActivityKind.MILESTONE, ActivityKind.LIMIT})


def find_implausible(files: Files) -> Iterator[Problem]:
    """What each record says by itself and can't mean."""
    yield from _long_milestones(files)
    yield from _lonely_bindings(files)


def find_impossible(files: Files, until: date) -> Iterator[Problem]:
    """What can't be true together; the files are in order otherwise."""
    yield from _later_than_status(files, until)
    yield from _cycle(files)


def _long_milestones(files: Files) -> Iterator[Problem]:
    for record in files[TEMPLATE_ACTIVITIES.name]:
        has_duration = parse_duration(record["duration"]).amount > 0
        if has_duration and record["kind"] in WITHOUT_DURATION:
            yield problem(
                TEMPLATE_ACTIVITIES,
                record,
                "duration",
                "long-milestone",
                value=record["duration"],
            )


def _lonely_bindings(files: Files) -> Iterator[Problem]:
    for record in files[BINDINGS.name]:
        if len(binding_members(record, files)) < 2:
            yield problem(BINDINGS, record, "members", "binds-nobody")


def _later_than_status(files: Files, until: date) -> Iterator[Problem]:
    """What is told to have happened has happened by the status date."""
    for shape, column in HAPPENED:
        for record in files[shape.name]:
            if record[column] is not None and record[column] > until:
                yield problem(
                    shape,
                    record,
                    column,
                    "after-status-date",
                    value=record[column].isoformat(),
                    status_date=until.isoformat(),
                )


def _cycle(files: Files) -> Iterator[Problem]:
    steps = [
        Activity(id=record["key"], duration=Duration(0))
        for record in files[TEMPLATE_ACTIVITIES.name]
    ]
    records = [
        record
        for record in files[TEMPLATE_LINKS.name]
        if record["predecessor"] != WAVE_GO_LIVE
    ]
    try:
        compile_network(steps, _links(records))
    except CycleError as error:
        line = _closing_link(records, error.ids)
        yield problem(TEMPLATE_LINKS, line, "successor", "cycle", activities=error.ids)


def _links(records: Iterable[Record]) -> Iterator[Link]:
    for record in records:
        yield Link(
            predecessor=record["predecessor"],
            successor=record["successor"],
            kind=LinkKind(record["kind"]),
            lag=parse_duration(record["lag"]),
        )


def _closing_link(records: list[Record], ids: tuple[str, ...]) -> Record:
    """The last line of the file that is part of the cycle."""
    pairs = set(zip(ids, (*ids[1:], ids[0]), strict=True))
    return [
        record
        for record in records
        if (record["predecessor"], record["successor"]) in pairs
    ][-1]
