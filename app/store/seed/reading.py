"""All fixture files together: read, and checked against each other.

Nothing that is wrong stops the search for more: whoever mends the files sees
everything at once.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from app.store.errors import FixtureError, Problem
from app.store.seed.cells import (
    CellError,
    Reader,
    day,
    filled,
    optional,
    text,
    whole,
)
from app.store.seed.circumstance_shapes import (
    BINDINGS,
    CLOSED_PERIODS,
    COMPONENTS,
)
from app.store.seed.fact_shapes import (
    DEADLINES,
    DECISIONS,
    KEY_FIGURES,
    KNOWN_AFTERWARDS,
    LISTS,
    VINTAGE_STATEMENTS,
    VINTAGES,
)
from app.store.seed.files import FileReader, Record, Shape
from app.store.seed.money_shapes import ASSUMPTIONS, BUDGET, MONEY, MONEY_PARTS
from app.store.seed.plan_shapes import (
    GP_TRACK,
    MILESTONES,
    MUNICIPALITIES,
    PLACEMENTS,
    PROGRAMME,
    REGIONS,
    SOURCES,
    TEMPLATE_ACTIVITIES,
    TEMPLATE_LINKS,
    TRUSTS,
    WAVES,
)
from app.store.seed.wave_names import taken_names
from planning.durations import Duration, parse_duration
from planning.errors import CycleError
from planning.network import Activity, Link, LinkKind, compile_network
from planning.rollout import GO_LIVE, WAVE_GO_LIVE

SHAPES = (
    SOURCES,
    PROGRAMME,
    REGIONS,
    TRUSTS,
    MUNICIPALITIES,
    WAVES,
    PLACEMENTS,
    TEMPLATE_ACTIVITIES,
    TEMPLATE_LINKS,
    MILESTONES,
    GP_TRACK,
    DECISIONS,
    MONEY,
    MONEY_PARTS,
    ASSUMPTIONS,
    BUDGET,
    BINDINGS,
    CLOSED_PERIODS,
    COMPONENTS,
    VINTAGES,
    VINTAGE_STATEMENTS,
    DEADLINES,
    KNOWN_AFTERWARDS,
    KEY_FIGURES,
    LISTS,
)
REQUIRED_FACTS: dict[str, Reader] = {
    "name": filled,
    "plan_name_nb": filled,
    "plan_name_en": filled,
    "status_date": day,
    "price_year": optional(whole),
    "share_seller": text,
}
HAPPENED = (
    (WAVES, "actual_end"),
    (PLACEMENTS, "actual_end"),
    (TRUSTS, "actual_end"),
    (DECISIONS, "decided_end"),
)
SCOPE_KINDS = {
    "trust": TRUSTS,
    "rest-of": TRUSTS,
    "region": REGIONS,
    "municipality": MUNICIPALITIES,
    "wave": WAVES,
}

Files = dict[str, list[Record]]


def read_fixtures(folder: Path) -> Files:
    """Read every file of a folder.

    Raises:
        FixtureError: with all that is wrong with any of them.
    """
    problems: list[Problem] = []
    files = {shape.name: FileReader(shape, problems).read(folder) for shape in SHAPES}
    # What refers to a file that can't be read would all be reported as unknown.
    if not problems:
        problems.extend(_unknown_references(files))
        problems.extend(_unknown_scopes(files))
        problems.extend(_unknown_steps(files))
        problems.extend(_unknown_parents(files))
        problems.extend(taken_names(files[WAVES.name]))
        problems.extend(_programme_facts(files))
    if not problems:
        problems.extend(_later_than_status(files))
        problems.extend(_cycle(files))
    if problems:
        raise FixtureError(tuple(problems))
    return files


def facts(files: Files) -> dict[str, str]:
    """The values of the programme by key."""
    return {record["key"]: record["value"] for record in files["programme"]}


def status_date(files: Files) -> date:
    """The day up to which the fixtures tell what happened."""
    return date.fromisoformat(facts(files)["status_date"])


def _keys(files: Files, name: str) -> set[str]:
    shape = next(shape for shape in SHAPES if shape.name == name)
    return {record[shape.key[0]] for record in files[name]}


def _problem(
    shape: Shape, record: Record, column: str, kind: str, **values: object
) -> Problem:
    return Problem(
        file=shape.file, line=record.line, column=column, kind=kind, values=values
    )


def _unknown_references(files: Files) -> Iterator[Problem]:
    for shape in SHAPES:
        for column, target in shape.refers.items():
            known = _keys(files, target)
            for record in files[shape.name]:
                for key in (record[column] or "").split():
                    if key not in known:
                        yield _unknown(shape, record, column, key, f"{target}.csv")


def _unknown(
    shape: Shape, record: Record, column: str, value: str, file: str
) -> Problem:
    return _problem(shape, record, column, "unknown-reference", value=value, file=file)


def _unknown_scopes(files: Files) -> Iterator[Problem]:
    """Scopes as `trust:HNT`, with `#later` at the second of two dates offered."""
    known = {kind: _keys(files, shape.name) for kind, shape in SCOPE_KINDS.items()}
    for record in files[VINTAGE_STATEMENTS.name]:
        for scope in record["scopes"].split():
            kind, _, key = scope.partition("#")[0].partition(":")
            if key not in known.get(kind, ()):
                yield _problem(
                    VINTAGE_STATEMENTS,
                    record,
                    "scopes",
                    "unknown-scope",
                    value=scope,
                    kinds=tuple(SCOPE_KINDS),
                )
    for record in files[DEADLINES.name]:
        if record["scope"] not in known[record["scope_kind"]]:
            file = SCOPE_KINDS[record["scope_kind"]].file
            yield _unknown(DEADLINES, record, "scope", record["scope"], file)


def _unknown_steps(files: Files) -> Iterator[Problem]:
    known = _keys(files, TEMPLATE_ACTIVITIES.name)
    if GO_LIVE not in known:
        yield Problem(
            file=TEMPLATE_ACTIVITIES.file,
            line=0,
            column="key",
            kind="missing-key",
            values={"value": GO_LIVE},
        )
    for record in files[TEMPLATE_LINKS.name]:
        for column, also in (("predecessor", {WAVE_GO_LIVE}), ("successor", set())):
            if record[column] not in known | also:
                yield _unknown(
                    TEMPLATE_LINKS,
                    record,
                    column,
                    record[column],
                    TEMPLATE_ACTIVITIES.file,
                )


def _unknown_parents(files: Files) -> Iterator[Problem]:
    areas = {
        record["key"]
        for record in files[LISTS.name]
        if record["kind"] == "service-area"
    }
    for record in files[LISTS.name]:
        parent = record["parent"]
        if parent and parent not in areas:
            yield _unknown(LISTS, record, "parent", parent, LISTS.file)


def _programme_facts(files: Files) -> Iterator[Problem]:
    by_key = {record["key"]: record for record in files[PROGRAMME.name]}
    for key, reader in REQUIRED_FACTS.items():
        record = by_key.get(key)
        if record is None:
            yield Problem(
                file=PROGRAMME.file,
                line=0,
                column="key",
                kind="missing-key",
                values={"value": key},
            )
            continue
        try:
            reader(record["value"])
        except CellError as error:
            yield _problem(PROGRAMME, record, "value", error.kind, **error.values)
    seller = by_key.get("share_seller")
    numbers = _keys(files, MUNICIPALITIES.name) | {""}
    if seller and seller["value"] not in numbers:
        yield _unknown(PROGRAMME, seller, "value", seller["value"], MUNICIPALITIES.file)


def _later_than_status(files: Files) -> Iterator[Problem]:
    """What is told to have happened has happened by the status date."""
    until = status_date(files)
    for shape, column in HAPPENED:
        for record in files[shape.name]:
            if record[column] is not None and record[column] > until:
                yield _problem(
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
        yield _problem(TEMPLATE_LINKS, line, "successor", "cycle", activities=error.ids)


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
