"""The facts of the programme and what projections assume: keys that are known.

A key that is not known is a slip of the pen, and what it should have said would be
missing without a word.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from app.store.errors import Problem
from app.store.seed.cells import (
    CellError,
    Reader,
    between,
    day,
    decimal,
    duration,
    filled,
    one_of,
    optional,
    text,
    whole,
)
from app.store.seed.files import Files, Shape, problem
from app.store.seed.money_shapes import ASSUMPTIONS
from app.store.seed.plan_shapes import MUNICIPALITIES, PROGRAMME
from app.store.seed.references import keys, unknown
from planning.money_facts import LoanKind

REQUIRED_FACTS: Mapping[str, Reader] = {
    "name": filled,
    "plan_name_nb": filled,
    "plan_name_nn": filled,
    "plan_name_en": filled,
    "status_date": day,
    "price_year": optional(between(whole, 1990, 2100)),
    "share_seller": text,
}
KNOWN_FACTS: Mapping[str, Reader] = {
    **REQUIRED_FACTS,
    "notice_municipality": duration,
    "notice_trondheim": duration,
    "notice_regional_trust": duration,
    "loan_term_years": between(whole, 1, 50),
}
KNOWN_ASSUMPTIONS: Mapping[str, Reader] = {
    "discount_rate": between(decimal, 0, 0.2),
    "loan_rate": between(decimal, 0, 0.2),
    "loan_term_years": between(whole, 1, 50),
    "loan_kind": one_of(*LoanKind),
    "benefit_ramp_months": between(whole, 0, 120),
    "depreciation_years": between(whole, 1, 50),
    "after_programme_months": between(whole, 0, 120),
}


def find_wrong_facts(files: Files) -> Iterator[Problem]:
    """Keys that are missing or not known, values that can't be read."""
    yield from _wrong(files, PROGRAMME, KNOWN_FACTS, REQUIRED_FACTS)
    yield from _wrong(files, ASSUMPTIONS, KNOWN_ASSUMPTIONS, KNOWN_ASSUMPTIONS)
    numbers = keys(files, MUNICIPALITIES.name) | {""}
    for record in files[PROGRAMME.name]:
        if record["key"] == "share_seller" and record["value"] not in numbers:
            yield unknown(
                PROGRAMME, record, "value", record["value"], MUNICIPALITIES.file
            )


def _wrong(
    files: Files,
    shape: Shape,
    known: Mapping[str, Reader],
    required: Mapping[str, Reader],
) -> Iterator[Problem]:
    given = keys(files, shape.name)
    for key in (key for key in required if key not in given):
        yield Problem(
            file=shape.file,
            line=0,
            column="key",
            kind="missing-key",
            values={"value": key},
        )
    for record in files[shape.name]:
        key = record["key"]
        if key not in known:
            near = "".join(get_close_matches(key, known, n=1))
            yield problem(shape, record, "key", "unknown-key", value=key, near=near)
            continue
        try:
            known[key](record["value"])
        except CellError as error:
            yield problem(shape, record, "value", error.kind, **error.values)
