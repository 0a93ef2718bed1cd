"""The page on who pays what when somebody stays away, ready to print."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from app.cost_split.choice import Choice
from app.cost_split.gathering import Found
from app.cost_split.words import cost_footing, each_text, key_text, years_text
from app.filters import kroner, long_date
from app.money_words import column_text
from app.provenance import ProvenancePart, Sources
from app.scopes import scope_choices, scope_name
from app.store.sorting import sort_key
from app.store.tables import CostKeyRow, SharedCostRow
from planning.rights.resplit import Line, Resplit, Way


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyLine:
    """One key: what it shares by, when it holds, how it is known."""

    id: int
    shares_by: str
    holds: str
    provenance: ProvenancePart


@dataclass(frozen=True, slots=True, kw_only=True)
class CostLine:
    """What is entered of one year."""

    id: int
    year: int
    amount: str
    price_year: str
    provenance: ProvenancePart


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLine:
    """One year: what is shared, what those who act pay, what the others pay more."""

    year: int
    url: dict[str, str]
    is_chosen: bool
    is_estimate: bool
    shared: str
    before: str
    after: str
    others: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityLine:
    """What one pays in the chosen year, and what of it comes with the step."""

    number: str
    name: str
    before: str
    after: str
    change: str
    per_inhabitant: str
    is_more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPart:
    """What comes of the step."""

    title: str
    sentence: str
    remarks: tuple[str, ...]
    year: int
    years: tuple[YearLine, ...]
    lines: tuple[MunicipalityLine, ...]
    is_estimate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CostSplitPage:
    """The page: what can be asked, what comes of it, and what it rests on."""

    choice: Choice
    who: dict[str, dict[str, str]]
    ways: dict[str, str]
    result: ResultPart | None
    keys: tuple[KeyLine, ...]
    costs: tuple[CostLine, ...]
    can_edit: bool


def cost_split_page(found: Found, sources: Sources, *, can_edit: bool) -> CostSplitPage:
    """The page as it was asked for."""
    return CostSplitPage(
        choice=found.choice,
        who=scope_choices(found.evaluation, found.names),
        ways=way_texts(),
        result=None if found.choice.step is None else _result(found, found.shared),
        keys=tuple(_key_line(row, sources) for row in found.keys),
        costs=tuple(_cost_line(row, sources) for row in found.costs),
        can_edit=can_edit,
    )


def way_texts() -> dict[str, str]:
    """What one can do, in words."""
    return {
        Way.DECLINES: _("says no"),
        Way.DEFERS: _("waits until"),
        Way.LEAVES: _("gives notice on"),
    }


def result_lines(found: Found, shared: Resplit) -> list[tuple[str, Line]]:
    """Name and sums of all in the chosen year; who pays most more comes first."""
    at = shared.before.years.index(found.year)
    none = (0,) * len(shared.before.years)
    lines = [
        Line(
            number=number,
            before=of_years[at],
            after=shared.after.paid.get(number, none)[at],
        )
        for number, of_years in shared.before.paid.items()
    ]
    names = found.names
    paying = [it for it in lines if it.before or it.after]
    paying.sort(key=lambda it: (-it.change, sort_key(names.municipality(it.number))))
    return [(names.municipality(it.number), it) for it in paying]


def _result(found: Found, shared: Resplit) -> ResultPart:
    year = found.year
    told = result_lines(found, shared)
    is_estimate = found.is_estimate(year)
    populations = _populations(found)
    return ResultPart(
        title=_title(found),
        sentence=_sentence(found, shared, [line for _name, line in told]),
        remarks=tuple(_remarks(found, shared)),
        year=year,
        years=tuple(_years(found, shared)),
        lines=tuple(
            _municipality_line(name, line, populations[line.number], is_estimate)
            for name, line in told
        ),
        is_estimate=is_estimate,
    )


def _title(found: Found) -> str:
    choice, who = found.choice, _who(found)
    match choice.way:
        case Way.DECLINES:
            return _("If %(who)s says no", who=who)
        case Way.DEFERS:
            day = choice.step.day if choice.step is not None else None
            return _("If %(who)s waits until %(day)s", who=who, day=long_date(day or 1))
        case Way.LEAVES:
            return _(
                "If %(who)s leaves: the last day is %(day)s",
                who=who,
                day=long_date((choice.ends or 2) - 1),
            )


def _who(found: Found) -> str:
    who = found.choice.who
    return "" if who is None else scope_name(who, found.names)


def _sentence(found: Found, shared: Resplit, lines: Sequence[Line]) -> str:
    """The others pay 9,3 million more in 2027, 14 kr per inhabitant."""
    year, who = found.year, _who(found)
    others = [it for it in lines if it.number not in shared.gone]
    more = sum(it.change for it in others)
    if not more:
        return _(
            "In %(year)s it makes no difference to the others: by the plan %(who)s"
            " pays nothing then, or pays all the same.",
            year=year,
            who=who,
        )
    populations = _populations(found)
    people = sum(populations[it.number] for it in others)
    told = {
        "year": year,
        "sum": column_text(more, is_estimate=found.is_estimate(year)),
        "each": each_text(more, people),
    }
    return ngettext(
        "In %(year)s the one other municipality pays %(sum)s more: %(each)s per"
        " inhabitant.",
        "In %(year)s the %(num)d others pay %(sum)s more together: %(each)s per"
        " inhabitant.",
        len(others),
        **told,
    )


def _remarks(found: Found, shared: Resplit) -> list[str]:
    """What the sums rest on."""
    year = found.year
    remarks = [cost_footing(found.years[year])]
    key = found.key_row(year)
    if key is not None:
        remarks.append(_("Shared %(by)s.", by=key_text(key)))
    at = shared.before.years.index(year)
    lost = shared.before.unshared[at], shared.after.unshared[at]
    if any(lost):
        remarks.append(
            _(
                "%(sum)s of it can’t be shared: on some days no key holds, nobody"
                " takes part, or shares are not entered.",
                sum=column_text(max(lost), is_estimate=found.is_estimate(year)),
            )
        )
    remarks.append(
        _(
            "The cost itself is taken not to fall because somebody stays away: no"
            " source says how much of it would."
        )
    )
    return remarks


def _years(found: Found, shared: Resplit) -> list[YearLine]:
    gone = [it for it in shared.gone if it in shared.before.paid]
    none = (0,) * len(shared.before.years)
    lines = []
    for at, year in enumerate(shared.before.years):
        before = sum(shared.before.paid[it][at] for it in gone)
        after = sum(shared.after.paid.get(it, none)[at] for it in gone)
        others = sum(
            shared.changes(it)[at] for it in shared.before.paid if it not in shared.gone
        )
        is_estimate = found.is_estimate(year)
        lines.append(
            YearLine(
                year=year,
                url={**found.choice.arguments(), "year": str(year)},
                is_chosen=year == found.year,
                is_estimate=is_estimate,
                shared=column_text(found.years[year].ore, is_estimate=is_estimate),
                before=column_text(before, is_estimate=is_estimate),
                after=column_text(after, is_estimate=is_estimate),
                others=column_text(others, is_estimate=is_estimate, is_signed=True),
            )
        )
    return lines


def _municipality_line(
    name: str, line: Line, population: int, is_estimate: bool
) -> MunicipalityLine:
    return MunicipalityLine(
        number=line.number,
        name=name,
        before=column_text(line.before, is_estimate=is_estimate),
        after=column_text(line.after, is_estimate=is_estimate),
        change=column_text(line.change, is_estimate=is_estimate, is_signed=True),
        per_inhabitant=each_text(line.change, population),
        is_more=line.change > 0,
    )


def _populations(found: Found) -> dict[str, int]:
    municipalities = found.evaluation.snapshot.municipalities
    return {it.number: it.population for it in municipalities}


def _key_line(row: CostKeyRow, sources: Sources) -> KeyLine:
    return KeyLine(
        id=row.id,
        shares_by=key_text(row),
        holds=years_text(row),
        provenance=sources.of(row),
    )


def _cost_line(row: SharedCostRow, sources: Sources) -> CostLine:
    return CostLine(
        id=row.id,
        year=row.year,
        amount=kroner(row.amount),
        price_year=_("not known") if row.price_year is None else str(row.price_year),
        provenance=sources.of(row),
    )
