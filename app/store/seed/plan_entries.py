"""Records to rows: the programme, its places, and the plan that holds."""

from collections.abc import Iterator
from typing import Any

from app.store.columns import TONGUES
from app.store.seed import plan_shapes as shapes
from app.store.seed.entries import (
    PLAN,
    Entry,
    Ref,
    actual,
    entry,
    in_plan,
    languages,
    planned,
    provenance,
    sources,
)
from app.store.seed.files import Files, Record
from app.store.seed.reading import facts, status_date
from app.store.sorting import search_key, sort_key
from app.store.tables import (
    MilestoneRow,
    MunicipalityRow,
    PlacementRow,
    PlanRow,
    ProgrammeFactRow,
    ProgrammeRow,
    RegionRow,
    SourceRow,
    TemplateActivityRow,
    TemplateLinkRow,
    TrustPlacementRow,
    TrustRow,
    WaveRow,
)
from app.store.tables.programme import PROGRAMME_ID

Facts = dict[str, dict[str, Any]]
"""Something of each fact, by its key."""


def plan_entries(files: Files) -> Iterator[Entry]:
    """Every row of the programme and its plan; what is referred to comes first."""
    yield from _sources(files)
    yield from _programme(files)
    yield from _places(files)
    yield from _waves(files)
    yield from _template(files)
    yield from _milestones(files)


def _sources(files: Files) -> Iterator[Entry]:
    for record in files["sources"]:
        columns = ("key", "date_text", "kind", "reference", "licence")
        yield entry(
            SourceRow,
            shapes.SOURCES,
            record,
            title=languages(record, "title"),
            **{column: record[column] for column in columns},
        )


def _programme(files: Files) -> Iterator[Entry]:
    known = facts(files)
    records = {record["key"]: record for record in files["programme"]}
    yield entry(
        ProgrammeRow,
        shapes.PROGRAMME,
        records["name"],
        "programme",
        id=PROGRAMME_ID,
        name=known["name"],
        status_date=status_date(files),
        price_year=int(known["price_year"]) if known["price_year"] else None,
    )
    yield entry(
        PlanRow,
        shapes.PROGRAMME,
        records["plan_name_nb"],
        PLAN,
        name=PLAN,
        kind="current",
        titles={tongue: known[f"plan_name_{tongue}"] for tongue in TONGUES},
    )
    for position, record in enumerate(files["programme"], start=1):
        yield entry(
            ProgrammeFactRow,
            shapes.PROGRAMME,
            record,
            key=record["key"],
            position=position,
            value=record["value"],
            **provenance(record),
        )


def _places(files: Files) -> Iterator[Entry]:
    for record in files["regions"]:
        yield entry(
            RegionRow,
            shapes.REGIONS,
            record,
            key=record["key"],
            name=record["name"],
            sort_key=sort_key(record["name"]),
            county=record["county"],
            **provenance(record),
        )
    for position, record in enumerate(files["trusts"], start=1):
        yield entry(
            TrustRow,
            shapes.TRUSTS,
            record,
            code=record["code"],
            position=position,
            name=record["name"],
            **actual(record),
            **provenance(record),
        )
    option = _option_provenance(files)
    for record in files["municipalities"]:
        yield _municipality(record, option)


def _municipality(record: Record, option: Facts) -> Entry:
    columns = (
        "number",
        "name",
        "county",
        "population",
        "population_year",
        "language_form",
        "centre",
        "latitude",
        "longitude",
        "trust",
        "region",
    )
    return entry(
        MunicipalityRow,
        shapes.MUNICIPALITIES,
        record,
        sort_key=sort_key(record["name"]),
        search_key=search_key(record["name"]),
        holds_option=record["number"] not in option,
        provenance=_fact_provenance(record) | option.get(record["number"], {}),
        **{column: record[column] for column in columns},
    )


def _option_provenance(files: Files) -> Facts:
    """The one that sells the shares holds no option, and why we say so."""
    for record in files["programme"]:
        if record["key"] == "share_seller" and record["value"]:
            return {record["value"]: {"option": provenance(record)}}
    return {}


def _fact_provenance(record: Record) -> Facts:
    """Where each fact of a municipality comes from."""
    found: Facts = {
        fact: {
            **sources(record, f"{fact}_"),
            "note": languages(record, f"{fact}_note"),
        }
        for fact in ("population", "language", "centre", "position", "trust", "region")
    }
    place = record["position_place"]
    # A place is called the same in every language.
    found["position"]["note"] = dict.fromkeys(TONGUES, place) if place else {}
    return found


def _waves(files: Files) -> Iterator[Entry]:
    columns = ("code", "alias", "sequence", "series", "set_day")
    for record in files["waves"]:
        yield entry(
            WaveRow,
            shapes.WAVES,
            record,
            printed=record["text"],
            actual_source=record["actual_source"],
            actual_reference=record["actual_reference"],
            **{column: record[column] for column in columns},
            **in_plan(),
            **planned(record),
            **actual(record),
            **provenance(record),
        )
    decided_days = {record["code"]: record["window_start"] for record in files["waves"]}
    for record in files["placements"]:
        yield entry(
            PlacementRow,
            shapes.PLACEMENTS,
            record,
            municipality=record["municipality"],
            wave_id=_wave(record),
            decided_day=decided_days.get(record["wave"]),
            **in_plan(),
            **provenance(record),
        )
    for record in files["trusts"]:
        yield entry(
            TrustPlacementRow,
            shapes.TRUSTS,
            record,
            trust=record["code"],
            wave_id=_wave(record),
            **in_plan(),
            **provenance(record),
        )


def _wave(record: Record) -> Ref | None:
    return Ref("wave", record["wave"]) if record["wave"] else None


def _template(files: Files) -> Iterator[Entry]:
    # What a step or a link is there for is its explanation: it is told once.
    columns = ("key", "position", "phase", "kind", "duration", "placing")
    of_links = ("predecessor", "successor", "kind", "lag", "calendar")
    for record in files["template_activities"]:
        yield entry(
            TemplateActivityRow,
            shapes.TEMPLATE_ACTIVITIES,
            record,
            names=languages(record, "name"),
            option_holders_only=record["holders_only"],
            explanation=languages(record, "note"),
            **{column: record[column] for column in columns},
            **in_plan(),
            **sources(record),
        )
    for record in files["template_links"]:
        yield entry(
            TemplateLinkRow,
            shapes.TEMPLATE_LINKS,
            record,
            explanation=languages(record, "note"),
            **{column: record[column] for column in of_links},
            **in_plan(),
            **sources(record),
        )


def _milestones(files: Files) -> Iterator[Entry]:
    for record in files["milestones"]:
        yield entry(
            MilestoneRow,
            shapes.MILESTONES,
            record,
            track="programme",
            is_done=record["done"],
            **{key: record[key] for key in ("key", "position", "kind")},
            **_milestone(record),
        )
    for record in files["gp_track"]:
        # Keys are unique in a plan: the two tracks must not meet.
        key = f"gp-{record['key']}"
        yield entry(
            MilestoneRow,
            shapes.GP_TRACK,
            record,
            key,
            key=key,
            track="gp",
            kind="milestone",
            position=record["position"],
            printed=record["text"],
            **_milestone(record),
        )


def _milestone(record: Record) -> dict[str, Any]:
    return {
        "names": languages(record, "name"),
        **in_plan(),
        **planned(record),
        **provenance(record),
    }
