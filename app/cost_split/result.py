"""What comes of a step: who pays what, in which year, ready to print."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from flask_babel import gettext as _
from flask_babel import ngettext

from app.cost_split.gathering import Found
from app.cost_split.recorded import Headings, headings_of, recorded_texts
from app.cost_split.words import cost_footing, each_text, key_text
from app.filters import long_date
from app.money_words import column_text
from app.scopes import scope_inside
from app.store.sorting import sort_key
from planning.money import to_kroner
from planning.rights.resplit import Line, Resplit, Way


@dataclass(frozen=True, slots=True)
class Told:
    """A sum in words, and in kroner for a file; None where it is not known."""

    text: str
    kroner: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLine:
    """One year: what is shared, what those who act pay, what the others pay more."""

    year: int
    url: dict[str, str]
    is_chosen: bool
    is_estimate: bool
    shared: Told
    before: Told
    after: Told
    others: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityLine:
    """What one pays in the chosen year, and what of it comes with the step."""

    number: str
    name: str
    before: Told
    after: Told
    change: Told
    per_inhabitant: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPart:
    """What comes of the step."""

    title: str
    recorded: tuple[str, ...]
    headings: Headings
    sentence: str
    remarks: tuple[str, ...]
    year: int
    years: tuple[YearLine, ...]
    lines: tuple[MunicipalityLine, ...]
    is_estimate: bool


def result_part(found: Found) -> ResultPart:
    """What comes of the step that was asked for."""
    shared = found.shared
    year = found.year
    told = _lines(found, shared)
    is_estimate = found.is_estimate(year)
    populations = _populations(found)
    return ResultPart(
        title=_title(found),
        recorded=tuple(recorded_texts(found)),
        headings=headings_of(found),
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


def _lines(found: Found, shared: Resplit) -> list[tuple[str, Line]]:
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


def _title(found: Found) -> str:
    choice, who = found.choice, _who(found)
    if choice.is_recorded:
        return _("What it costs the others that %(who)s goes", who=who)
    match choice.way:
        case Way.DECLINES:
            return _("If %(who)s says no", who=who)
        case Way.DEFERS:
            day = choice.step.day if choice.step is not None else None
            return _("If %(who)s waits until %(day)s", who=who, day=long_date(day or 1))
        case Way.LEAVES:
            return _(
                "If %(who)s leaves: its membership ends on %(day)s",
                who=who,
                day=long_date(choice.ends or 1),
            )


def _who(found: Found) -> str:
    who = found.choice.who
    return "" if who is None else scope_inside(who, found.names)


def _sentence(found: Found, shared: Resplit, lines: Sequence[Line]) -> str:
    """The others pay 9,3 million more in 2027, 14 kr per inhabitant."""
    year, who = found.year, _who(found)
    if found.is_unknown(year):
        return _(
            "What it means to the others in %(year)s is not known: nothing of that year"
            " can be shared.",
            year=year,
        )
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
    if keys := found.key_rows(year):
        told = [key_text(it) for it in keys[:1]]
        told += [
            _("from %(day)s %(by)s", day=long_date(it.from_day), by=key_text(it))
            for it in keys[1:]
        ]
        remarks.append(_("Shared %(by)s.", by="; ".join(told)))
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


def _years(found: Found, shared: Resplit) -> Iterator[YearLine]:
    acting = [it for it in shared.gone if it in shared.before.paid]
    others = [it for it in shared.before.paid if it not in shared.gone]
    none = (0,) * len(shared.before.years)
    for at, year in enumerate(shared.before.years):
        is_estimate, is_known = found.is_estimate(year), not found.is_unknown(year)
        before = sum(shared.before.paid[it][at] for it in acting)
        after = sum(shared.after.paid.get(it, none)[at] for it in acting)
        more = sum(shared.changes(it)[at] for it in others)
        yield YearLine(
            year=year,
            url={**found.choice.arguments(), "year": str(year)},
            is_chosen=year == found.year,
            is_estimate=is_estimate,
            shared=_told(found.years[year].cost.ore, is_estimate),
            before=_told(before if is_known else None, is_estimate),
            after=_told(after if is_known else None, is_estimate),
            others=_told(more if is_known else None, is_estimate, is_signed=True),
        )


def _told(ore: int | None, is_estimate: bool, *, is_signed: bool = False) -> Told:
    if ore is None:
        return Told(_("not known"))
    text = column_text(ore, is_estimate=is_estimate, is_signed=is_signed)
    return Told(text, to_kroner(ore))


def _municipality_line(
    name: str, line: Line, population: int, is_estimate: bool
) -> MunicipalityLine:
    each = to_kroner(line.change) / population if population else Decimal(0)
    return MunicipalityLine(
        number=line.number,
        name=name,
        before=_told(line.before, is_estimate),
        after=_told(line.after, is_estimate),
        change=_told(line.change, is_estimate, is_signed=True),
        per_inhabitant=Told(each_text(line.change, population), round(each, 2)),
    )


def _populations(found: Found) -> dict[str, int]:
    municipalities = found.evaluation.snapshot.municipalities
    return {it.number: it.population for it in municipalities}
