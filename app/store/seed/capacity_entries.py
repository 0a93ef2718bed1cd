"""Records to rows: what waves ask of the programme."""

from collections.abc import Iterator

from app.store.seed import capacity_shapes as shapes
from app.store.seed.entries import Entry, Ref, entry, languages, provenance
from app.store.seed.files import Files, Record
from app.store.tables import DemandRow, ResourceRow


def capacity_entries(files: Files) -> Iterator[Entry]:
    """Every row of it; what is referred to comes first."""
    for record in files["resources"]:
        yield _resource(record)
    for record in files["demands"]:
        yield _demand(record)


def _resource(record: Record) -> Entry:
    return entry(
        ResourceRow,
        shapes.RESOURCES,
        record,
        key=record["key"],
        names=languages(record, "name"),
        unit=record["unit"],
        can_fail=record["can_fail"],
    )


def _demand(record: Record) -> Entry:
    return entry(
        DemandRow,
        shapes.DEMANDS,
        record,
        resource_id=Ref("resource", record["resource"]),
        quantity=record["quantity"],
        per=record["per"],
        bound=record["bound"],
        step=record["step"],
        length=record["length"],
        **provenance(record),
    )
