"""How the ownership went over time: a few largest owners, and the others together."""

from dataclasses import dataclass
from fractions import Fraction

from flask_babel import gettext as _

from app.filters import long_date, number
from app.share_words import part_text
from app.store.names import Names
from planning.calendars import to_date
from planning.rights.ledger import Ledger, cap_table_of, courses

SHOWN = 4


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on which something changed, with the parts in the order of the owners."""

    day: int
    issued: int
    owners: int
    parts: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """The parts of all shares by day; the last owner stands for all others."""

    owners: tuple[str, ...]
    moments: tuple[Moment, ...]
    last_day: int


@dataclass(frozen=True, slots=True)
class CoursePart:
    """The same as a table and in words: a row has day, shares, owners, the parts."""

    owners: tuple[str, ...]
    rows: tuple[tuple[str, str, str, tuple[str, ...]], ...]
    text: str


def course_part(course: Course) -> CoursePart:
    """What the chart shows, for those who can't see it."""
    last = course.moments[-1]
    told = zip(course.owners, last.parts, strict=True)
    return CoursePart(
        owners=course.owners,
        rows=tuple(
            (
                long_date(to_date(it.day)),
                number(it.issued),
                number(it.owners),
                tuple(part_text(part) for part in it.parts),
            )
            for it in course.moments
        ),
        text=_(
            "Parts of all shares from %(first)s to %(last)s. In the end: %(parts)s.",
            first=long_date(to_date(course.moments[0].day)),
            last=long_date(to_date(course.last_day)),
            parts=", ".join(f"{name} {part_text(part)}" for name, part in told),
        ),
    )


def find_course(ledger: Ledger, names: Names, last_day: int) -> Course | None:
    """The course up to a day, if there was anything by then."""
    tables = [
        (day, cap_table_of(lots, None))
        for day, lots in courses(ledger)
        if day <= last_day
    ]
    if not tables:
        return None
    largest = tables[-1][1].holdings[:SHOWN]
    shown = [it.owner for it in largest]
    moments = []
    has_others = False
    for day, table in tables:
        parts = {it.owner: it.part for it in table.holdings}
        own = [parts.get(it, Fraction(0)) for it in shown]
        rest = 1 - sum(own)
        has_others = has_others or bool(rest)
        moments.append(Moment(day, table.issued, len(parts), (*own, Fraction(rest))))
    told = [names.owner(it) for it in shown]
    if not has_others:
        bare = (Moment(it.day, it.issued, it.owners, it.parts[:-1]) for it in moments)
        return Course(tuple(told), tuple(bare), last_day)
    return Course((*told, _("All others")), tuple(moments), last_day)
