"""What the pages of shares show of a day: who owns how much, and the register."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import kroner, long_date, number
from app.key_figures import KeyFigure
from app.money_figures import MoneyLine
from app.share_words import part_text, ranges_text, shares_text
from app.shares.course import Course, CoursePart, course_part
from app.store.names import Names
from app.store.sorting import sort_key
from app.store.tables import ShareOwnerRow
from planning.calendars import to_date
from planning.rights.ledger import Ledger, Lot, cap_table, lots_on
from planning.rights.share_owners import Owner, OwnerKind
from planning.rights.share_ranges import Range

Owners = Mapping[str, Owner]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerLine:
    """One owner of the capitalisation table."""

    key: str
    name: str
    number: str
    shares: str
    percent: str
    par_sum: str
    numbers: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CapPage:
    """Who owns the company on a day; without shares what is known all the same."""

    day: date
    lines: tuple[OwnerLine, ...]
    summary: str
    issued: str
    par_value: str
    par_sum: str
    whole: str
    has_ledger: bool
    course: CoursePart | None
    can_edit: bool
    known: tuple[MoneyLine, ...] = ()
    counted: tuple[KeyFigure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLine:
    """Shares of one owner and class that were entered on one day."""

    name: str
    organisation_number: str
    shares: str
    numbers: str
    share_class: str
    since: str
    entry: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPage:
    """The register as the law asks for it."""

    day: date
    lines: tuple[RegisterLine, ...]
    issued: str
    par_value: str
    has_ledger: bool


def cap_page(
    ledger: Ledger,
    owners: Owners,
    names: Names,
    *,
    day: int,
    course: Course | None,
    can_edit: bool,
    known: tuple[MoneyLine, ...],
    counted: tuple[KeyFigure, ...],
) -> CapPage:
    """Who owns how much at the end of a day."""
    table = cap_table(ledger, day)
    lines = tuple(
        OwnerLine(
            key=it.owner,
            name=names.owner(it.owner),
            number=_number(owners, it.owner),
            shares=number(it.shares),
            percent=part_text(it.part),
            par_sum=kroner(it.par_sum),
            numbers=ranges_text(it.ranges),
        )
        for it in table.holdings
    )
    return CapPage(
        day=to_date(day),
        lines=lines,
        summary=_summary(lines, table.issued, day),
        issued=number(table.issued),
        par_value="" if table.par_value is None else kroner(table.par_value),
        par_sum=kroner(table.par_sum),
        whole=part_text(Fraction(1)),
        has_ledger=bool(ledger),
        course=None if course is None else course_part(course),
        can_edit=can_edit,
        known=known,
        counted=counted,
    )


def _summary(lines: tuple[OwnerLine, ...], issued: int, day: int) -> str:
    at = long_date(to_date(day))
    if not issued:
        return _("No shares were issued by %(day)s.", day=at)
    return ngettext(
        "On %(day)s, %(num)d owner has %(shares)s.",
        "On %(day)s, %(num)d owners have %(shares)s.",
        len(lines),
        day=at,
        shares=shares_text(issued),
    )


def _number(owners: Owners, key: str) -> str:
    """The number of the municipality that an owner is, if it is one."""
    found = owners.get(key)
    is_one = found is not None and found.kind is OwnerKind.MUNICIPALITY
    return found.municipality if found is not None and is_one else ""


def register_page(
    ledger: Ledger, rows: Iterable[ShareOwnerRow], names: Names, *, day: int
) -> RegisterPage:
    """The shares of every owner, by class and the day on which they were entered."""
    organisation = {it.key: it.organisation_number for it in rows}
    lots = lots_on(ledger, day)
    grouped: dict[tuple[str, str, int, int], list[Range]] = {}
    for lot in sorted(lots, key=lambda it: _place(it, names)):
        at = (lot.owner, lot.share_class, lot.since, lot.entry)
        grouped.setdefault(at, []).append(lot.range)
    table = cap_table(ledger, day)
    return RegisterPage(
        day=to_date(day),
        lines=tuple(
            RegisterLine(
                name=names.owner(owner),
                organisation_number=organisation.get(owner, ""),
                shares=number(sum(it.count for it in ranges)),
                numbers=ranges_text(ranges),
                share_class=share_class,
                since=long_date(to_date(since)),
                entry=entry,
            )
            for (owner, share_class, since, entry), ranges in grouped.items()
        ),
        issued=number(table.issued),
        par_value="" if table.par_value is None else kroner(table.par_value),
        has_ledger=bool(ledger),
    )


def _place(lot: Lot, names: Names) -> tuple[str, int, int]:
    return sort_key(names.owner(lot.owner)), lot.since, lot.range.first
