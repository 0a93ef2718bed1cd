"""Both readings of a yearly total that does not say whether the loan is in it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from app.money_words import (
    UNSURE,
    about_text,
    break_even_text,
    exact_text,
    result_basis,
    share_text,
    sourced_text,
    weakest,
)
from app.municipalities.money_ranges import about_figure
from app.municipalities.money_told import Told
from app.provenance import ProvenancePart
from planning.finance.projection import Reading, ReadingName
from planning.money_facts import Basis


@dataclass(frozen=True, slots=True)
class SideRow:
    """One kind of figure, with its value on each side."""

    key: str
    label: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingsPart:
    """Both readings of a documented yearly total."""

    total: str
    headings: tuple[str, ...]
    rows: tuple[SideRow, ...]
    formulas: tuple[str, ...]
    is_estimate: bool
    sources: tuple[tuple[str, ProvenancePart], ...]


def readings_part(told: Told) -> ReadingsPart | None:
    """Both readings side by side; None where the total can be read in one way."""
    readings = told.projection.readings
    if not readings:
        return None
    basis = result_basis(told.inputs)
    return ReadingsPart(
        total=told.figure_line(readings[0].platform.figures[0])[1],
        headings=tuple(reading_text(it.name) for it in readings),
        rows=tuple(_rows(told, readings)),
        formulas=tuple(_platform_formula(it) for it in readings),
        is_estimate=basis in UNSURE,
        sources=told.sources_of(readings[0].platform.figures, "loan_rate"),
    )


def other_readings(told: Told) -> Mapping[str, str]:
    """By key figure: what it is when the total is read in the other way."""
    if not told.projection.readings:
        return {}
    labels = {row.key: row.values[-1] for row in _rows(told, told.projection.readings)}
    return {key: _("or %(sum)s", sum=value) for key, value in labels.items()}


def _rows(told: Told, readings: Sequence[Reading]) -> Iterator[SideRow]:
    basis, loan = result_basis(told.inputs), told.inputs.investment.basis

    def row(key: str, label: str, value: Callable[[Reading], str]) -> SideRow:
        return SideRow(key, label, tuple(value(it) for it in readings))

    yield row(
        "platform",
        _("Running the platform a year"),
        lambda it: sourced_text(it.platform),
    )
    yield row(
        "cost",
        _("Cost a year, with the loan"),
        lambda it: _result(
            it.summary.average_annual.cost,
            weakest((loan, it.platform.basis)),
            is_signed=False,
        ),
    )
    yield row(
        "net",
        _("Net a year"),
        lambda it: _result(it.summary.average_annual.net, basis),
    )
    yield row(
        "npv", _("Present value in all"), lambda it: _result(it.summary.npv, basis)
    )
    yield row(
        "break-even",
        _("Paid back"),
        lambda it: about_figure(break_even_text(it.summary.break_even_year), basis),
    )
    yield row(
        "share",
        _("Share of the benefit that must come true"),
        lambda it: about_figure(share_text(it.summary.break_even_benefit_share), basis),
    )


def _platform_formula(reading: Reading) -> str:
    """How the platform's cost comes about by one reading."""
    heading, rest = reading_text(reading.name), reading.platform.likely
    if reading.name is ReadingName.DEBT_SERVICE_EXCLUDED:
        return f"{heading}: {exact_text(rest)}"
    rest_of = reading.platform.rest_of
    payment = 0 if rest_of is None else rest_of.payment
    total = exact_text(rest + payment)
    return f"{heading}: {total} − {exact_text(payment)} = {exact_text(rest)}"


def reading_text(name: ReadingName) -> str:
    """How a yearly total is read."""
    return {
        ReadingName.DEBT_SERVICE_INCLUDED: _("Interest and instalments are in it"),
        ReadingName.DEBT_SERVICE_EXCLUDED: _("Interest and instalments come on top"),
    }[name]


def _result(ore: int, basis: Basis, *, is_signed: bool = True) -> str:
    return about_text(ore, ore, ore, basis, is_signed=is_signed)
