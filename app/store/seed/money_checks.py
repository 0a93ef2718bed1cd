"""What the fixtures say of sums that does not add up."""

import re
from collections import defaultdict
from collections.abc import Iterator

from app.store.errors import Problem
from app.store.seed.files import Files, Record, problem
from app.store.seed.money_shapes import MONEY, MONEY_PARTS
from planning.money_facts import FigureKind

MUNICIPALITY = "municipality"
YEAR = re.compile(r"\b[12][0-9]{3}\b")
FAR_YEARS = 10


def find_wrong_money(files: Files) -> Iterator[Problem]:
    """Sums that contradict each other, or are told of the wrong kind."""
    records = {record["key"]: record for record in files[MONEY.name]}
    yield from _wrong_parts(files, records)
    for record in records.values():
        same = records.get(record["same_as"])
        if same is not None and same["same_as"]:
            yield problem(
                MONEY, record, "same_as", "same-as-same", value=record["same_as"]
            )
        yield from _wrong_debt_service(record)
        if record["entity_kind"] == MUNICIPALITY and not record["municipality"]:
            yield problem(MONEY, record, "municipality", "empty-cell")


def _wrong_parts(files: Files, records: dict[str, Record]) -> Iterator[Problem]:
    """The years of a sum come to the sum."""
    parts = defaultdict(list)
    for record in files[MONEY_PARTS.name]:
        parts[record["figure"]].append(record)
    for key, of_figure in parts.items():
        figure = records.get(key)
        if figure is not None:
            yield from _far_parts(figure, of_figure)
        total = sum(part["amount_nok"] for part in of_figure)
        if figure is not None and figure["amount_nok"] != total:
            yield problem(
                MONEY_PARTS,
                of_figure[-1],
                "amount_nok",
                "parts-sum",
                figure=key,
                total=total,
                amount=figure["amount_nok"] or 0,
            )


def _far_parts(figure: Record, parts: list[Record]) -> Iterator[Problem]:
    """A part falls due near the years that the sum is told of, where it is."""
    years = [int(year) for year in YEAR.findall(figure["period"])]
    if not years:
        return
    least, most = min(years) - FAR_YEARS, max(years) + FAR_YEARS
    for part in parts:
        if not least <= part["year"] <= most:
            yield problem(
                MONEY_PARTS,
                part,
                "year",
                "out-of-range",
                value=str(part["year"]),
                least=least,
                most=most,
            )


def _wrong_debt_service(record: Record) -> Iterator[Problem]:
    """Whether the loan is in it is said of yearly totals, and of nothing else."""
    is_total = record["kind"] == FigureKind.ANNUAL_TOTAL
    if is_total and record["municipality"] and not record["debt_service"]:
        yield problem(MONEY, record, "debt_service", "empty-cell")
    if record["debt_service"] and not is_total:
        yield problem(MONEY, record, "debt_service", "totals-alone")
