"""Who pays what in every year, with the step and without it, as a file."""

from collections.abc import Iterator

from flask_babel import gettext as _

from app.cost_split.gathering import Found
from app.cost_split.recorded import headings_of
from app.spreadsheets import Value, spreadsheet
from app.store.sorting import sort_key
from planning.money import to_kroner


def split_csv(found: Found) -> bytes:
    """One line for each municipality and year."""
    words = headings_of(found)
    headings = (
        _("Number"),
        _("Municipality"),
        _("Year"),
        words.before_kroner,
        words.after_kroner,
        _("More, kroner"),
        _("Estimate"),
    )
    return spreadsheet(headings, _rows(found))


def _rows(found: Found) -> Iterator[tuple[Value, ...]]:
    shared = found.shared
    years = shared.before.years
    none = (0,) * len(years)
    names = {it: found.names.municipality(it) for it in shared.before.paid}
    for number in sorted(names, key=lambda it: sort_key(names[it])):
        before = shared.before.paid[number]
        after = shared.after.paid.get(number, none)
        for at, year in enumerate(years):
            yield (
                number,
                names[number],
                year,
                to_kroner(before[at]),
                to_kroner(after[at]),
                to_kroner(after[at] - before[at]),
                _("yes") if found.is_estimate(year) else _("no"),
            )
