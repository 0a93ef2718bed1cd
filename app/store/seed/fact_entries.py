"""Records to rows: decisions and progress, vintages, lists."""

from collections.abc import Iterator
from typing import Any

from app.store.seed import fact_shapes as shapes
from app.store.seed import plan_shapes
from app.store.seed.entries import Entry, entry, languages, planned, provenance
from app.store.seed.files import Files, Record, Shape
from app.store.tables import (
    CommitmentFactRow,
    DecisionRow,
    KeyFigureRow,
    KnownAfterwardsRow,
    ListItemRow,
    ReportRow,
    StatementRow,
    VintageDeadlineRow,
    VintageRow,
)

DECIDED = (shapes.OPTION_EXERCISED, shapes.INTRODUCTION_DECIDED)
DONE_BY_DECISION = ("council-decision", "option-exercised")


def fact_entries(files: Files) -> Iterator[Entry]:
    """Every row of the facts; what is referred to comes first."""
    yield from _decisions(files)
    yield from _commitment_facts(files)
    yield from _reports(files)
    yield from _vintages(files)
    yield from _known_afterwards(files)
    yield from _figures_and_lists(files)


def _decisions(files: Files) -> Iterator[Entry]:
    for record in files["decisions"]:
        yield entry(
            DecisionRow,
            shapes.DECISIONS,
            record,
            municipality=record["municipality"],
            decided_first=record["decided_start"],
            decided_last=record["decided_end"],
            precision=record["precision"],
            outcome=record["outcome"],
            texts=languages(record, "text"),
            **provenance(record),
        )


def _commitment_facts(files: Files) -> Iterator[Entry]:
    for record in files["commitment_facts"]:
        yield entry(
            CommitmentFactRow,
            shapes.COMMITMENT_FACTS,
            record,
            happened_first=record["happened_start"],
            happened_last=record["happened_end"],
            **{
                key: record[key]
                for key in ("municipality", "kind", "precision", "case_number")
            },
            **provenance(record),
        )


def _reports(files: Files) -> Iterator[Entry]:
    """What follows from who is live and what councils have decided."""
    for record in files["placements"]:
        if record["actual_start"] is not None:
            yield _done(plan_shapes.PLACEMENTS, record, "go-live", "actual", "actual_")
    for record in _first_decisions(files):
        for activity in DONE_BY_DECISION:
            yield _done(shapes.DECISIONS, record, activity, "decided", "")


def _first_decisions(files: Files) -> Iterator[Record]:
    """The decision that took up the option; a vote on it tells more than a plan."""
    taken = [record for record in files["decisions"] if record["outcome"] in DECIDED]
    taken.sort(key=lambda it: (DECIDED.index(it["outcome"]), it["decided_end"]))
    first: dict[str, Record] = {}
    for record in taken:
        first.setdefault(record["municipality"], record)
    return iter(first.values())


def _done(shape: Shape, record: Record, activity: str, when: str, prefix: str) -> Entry:
    """A report of what is done, in the window that it is known to."""
    first, last = record[f"{when}_start"], record[f"{when}_end"]
    return entry(
        ReportRow,
        shape,
        record,
        f"{record['municipality']}.{activity}",
        municipality=record["municipality"],
        activity=activity,
        state="done",
        start_first=first,
        start_last=last,
        finish_first=first,
        finish_last=last,
        precision=record[f"{prefix}precision"],
        source=record[f"{prefix}source"],
        reference=record[f"{prefix}reference"],
        confidence=record["confidence"],
    )


def _vintages(files: Files) -> Iterator[Entry]:
    for record in files["vintages"]:
        yield entry(
            VintageRow,
            shapes.VINTAGES,
            record,
            names=languages(record, "name"),
            **_dated(record),
            note=languages(record, "note"),
            **{key: record[key] for key in ("key", "position", "precision")},
        )
    for position, record in enumerate(files["vintage_statements"], start=1):
        yield entry(
            StatementRow,
            shapes.VINTAGE_STATEMENTS,
            record,
            position=position,
            scope_texts=languages(record, "scope_text"),
            scopes=record["scopes"].split(),
            printed=record["text"],
            **{key: record[key] for key in ("key", "vintage", "code", "kind")},
            **planned(record),
            **provenance(record),
        )
    columns = ("vintage", "scope", "scope_kind", "kind", "day", "offered")
    for record in files["deadlines"]:
        yield entry(
            VintageDeadlineRow,
            shapes.DEADLINES,
            record,
            texts=languages(record, "text"),
            **{column: record[column] for column in columns},
            **provenance(record),
        )


def _known_afterwards(files: Files) -> Iterator[Entry]:
    for position, record in enumerate(files["known_afterwards"], start=1):
        yield entry(
            KnownAfterwardsRow,
            shapes.KNOWN_AFTERWARDS,
            record,
            position=position,
            known_first=record["known_start"],
            known_last=record["known_end"],
            texts=languages(record, "text"),
            **{key: record[key] for key in ("key", "municipality", "trust")},
            precision=record["precision"],
            **provenance(record),
        )


def _figures_and_lists(files: Files) -> Iterator[Entry]:
    for position, record in enumerate(files["key_figures"], start=1):
        yield entry(
            KeyFigureRow,
            shapes.KEY_FIGURES,
            record,
            position=position,
            names=languages(record, "name"),
            unit=languages(record, "unit"),
            **{key: record[key] for key in ("key", "value", "out_of", "dated_text")},
            **_dated(record),
            **provenance(record),
        )
    for record in files["lists"]:
        yield entry(
            ListItemRow,
            shapes.LISTS,
            record,
            names=languages(record, "name"),
            texts=languages(record, "text"),
            **{key: record[key] for key in ("kind", "key", "position", "parent")},
            **provenance(record),
        )


def _dated(record: Record) -> dict[str, Any]:
    return {"dated_first": record["dated_start"], "dated_last": record["dated_end"]}
