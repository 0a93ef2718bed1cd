"""What one fixture file says of another: every key that is named is known."""

from collections.abc import Iterator

from app.store.errors import Problem
from app.store.seed.fact_shapes import DEADLINES, LISTS, VINTAGE_STATEMENTS
from app.store.seed.files import Files, Record, Shape, problem
from app.store.seed.plan_shapes import (
    MUNICIPALITIES,
    REGIONS,
    TEMPLATE_ACTIVITIES,
    TEMPLATE_LINKS,
    TRUSTS,
    WAVES,
)
from app.store.seed.shapes import SHAPE_OF, SHAPES
from planning.rollout import GO_LIVE, WAVE_GO_LIVE

SCOPE_KINDS = {
    "trust": TRUSTS,
    "rest-of": TRUSTS,
    "region": REGIONS,
    "municipality": MUNICIPALITIES,
    "wave": WAVES,
}


def find_unknown(files: Files) -> Iterator[Problem]:
    """Every key that no file knows."""
    yield from _unknown_references(files)
    yield from _unknown_scopes(files)
    yield from _unknown_steps(files)
    yield from _unknown_parents(files)


def keys(files: Files, name: str) -> set[str]:
    """The keys of a file whose records have one."""
    return {record[SHAPE_OF[name].key[0]] for record in files[name]}


def _unknown_references(files: Files) -> Iterator[Problem]:
    for shape in SHAPES:
        for column, target in shape.refers.items():
            known = keys(files, target)
            for record in files[shape.name]:
                for key in (record[column] or "").split():
                    if key not in known:
                        yield unknown(shape, record, column, key, f"{target}.csv")


def unknown(
    shape: Shape, record: Record, column: str, value: str, file: str
) -> Problem:
    """A key that should stand in another file."""
    return problem(shape, record, column, "unknown-reference", value=value, file=file)


def _unknown_scopes(files: Files) -> Iterator[Problem]:
    """Scopes as `trust:HNT`, with `#later` at the second of two dates offered."""
    known = {kind: keys(files, shape.name) for kind, shape in SCOPE_KINDS.items()}
    for record in files[VINTAGE_STATEMENTS.name]:
        for scope in record["scopes"].split():
            kind, _, key = scope.partition("#")[0].partition(":")
            if key not in known.get(kind, ()):
                yield problem(
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
            yield unknown(DEADLINES, record, "scope", record["scope"], file)


def _unknown_steps(files: Files) -> Iterator[Problem]:
    known = keys(files, TEMPLATE_ACTIVITIES.name)
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
                yield unknown(
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
            yield unknown(LISTS, record, "parent", parent, LISTS.file)
