"""Records to rows: bindings with their members, closed periods, components."""

from collections.abc import Iterator

from app.store.seed import circumstance_shapes as shapes
from app.store.seed.entries import Entry, Ref, entry, languages, provenance
from app.store.seed.files import Files, Record
from app.store.tables import (
    BindingMemberRow,
    BindingRow,
    ClosedPeriodRow,
    ComponentRow,
)


def circumstance_entries(files: Files) -> Iterator[Entry]:
    """Every row that plans are held against; what is referred to comes first."""
    for record in files["bindings"]:
        yield _binding(record)
    for record in files["bindings"]:
        for number in binding_members(record, files):
            yield entry(
                BindingMemberRow,
                shapes.BINDINGS,
                record,
                f"{record['key']}.{number}",
                binding_id=Ref("binding", record["key"]),
                municipality=number,
            )
    for record in files["closed_periods"]:
        yield _closed_period(record)
    for record in files["components"]:
        yield _component(record)


def _binding(record: Record) -> Entry:
    return entry(
        BindingRow,
        shapes.BINDINGS,
        record,
        key=record["key"],
        kind=record["kind"],
        names=languages(record, "name"),
        wished_first=record["wished_start"],
        wished_last=record["wished_end"],
        precision=record["precision"],
        **provenance(record),
    )


def binding_members(record: Record, files: Files) -> list[str]:
    """Those that a binding names, and all of the region that it names."""
    named = set(record["members"].split())
    if record["region"]:
        named.update(
            municipality["number"]
            for municipality in files["municipalities"]
            if municipality["region"] == record["region"]
        )
    return sorted(named)


def _closed_period(record: Record) -> Entry:
    first_month, first_day = record["first_day"]
    last_month, last_day = record["last_day"]
    return entry(
        ClosedPeriodRow,
        shapes.CLOSED_PERIODS,
        record,
        key=record["key"],
        names=languages(record, "name"),
        first_month=first_month,
        first_day=first_day,
        last_month=last_month,
        last_day=last_day,
        is_council_recess=record["council_recess"],
        **provenance(record),
    )


def _component(record: Record) -> Entry:
    return entry(
        ComponentRow,
        shapes.COMPONENTS,
        record,
        key=record["key"],
        names=languages(record, "name"),
        texts=languages(record, "text"),
        needed_by=record["needed_by"],
        expected_first=record["expected_start"],
        expected_last=record["expected_end"],
        precision=record["precision"],
        is_late=record["late"],
        is_delivered=record["delivered"],
        **provenance(record),
    )
