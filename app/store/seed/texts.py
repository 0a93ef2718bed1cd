"""The sentence of everything that can be wrong with a fixture file.

It names the file, the line and the column, what is wrong there, and the mend.
"""

from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import gettext as _

from app.store.errors import FixtureError, Problem
from app.store.seed.together_texts import TOGETHER

Values = Mapping[str, Any]


def fixture_text(error: FixtureError) -> str:
    """All problems, one a line, under a line that says how it stands."""
    heading = _("The fixture files can't be used; nothing was loaded.")
    return "\n".join((heading, *map(problem_text, error.problems)))


def problem_text(problem: Problem) -> str:
    """One problem with its place."""
    sentence = SENTENCES[problem.kind](problem.values)
    place = _place(problem)
    return f"{place}: {sentence}" if place else sentence


def _place(problem: Problem) -> str:
    place = {"file": problem.file, "line": problem.line, "column": problem.column}
    if not problem.line:
        return problem.file
    if not problem.column:
        return _("%(file)s, line %(line)d", **place)
    return _("%(file)s, line %(line)d, column “%(column)s”", **place)


def _missing_file(_values: Values) -> str:
    return _("The file is missing. Put it back from the version control.")


def _not_utf8(_values: Values) -> str:
    return _("This is not UTF-8. Save the file with the encoding UTF-8.")


def _broken_csv(values: Values) -> str:
    return _(
        "The cells can't be told apart (%(reason)s). Look for a quotation mark that "
        "is missing or too many.",
        **values,
    )


def _empty_file(_values: Values) -> str:
    return _("The file is empty. Its first line has to name the columns.")


def _missing_column(_values: Values) -> str:
    return _("This column is missing. Add it to the first line and to every row.")


def _unknown_column(values: Values) -> str:
    if values["near"]:
        return _(
            "This column means nothing here. Did you mean “%(near)s”?",
            near=values["near"],
        )
    return _("This column means nothing here. Take it away.")


def _repeated_column(_values: Values) -> str:
    return _("This column is there twice. Take one of them away.")


def _cell_count(values: Values) -> str:
    return _(
        "The row has %(found)d cells and not %(expected)d as the first line. A text "
        "with a comma in it has to stand in quotation marks.",
        **values,
    )


def _duplicate_key(values: Values) -> str:
    return _(
        "“%(value)s” is on line %(earlier)d already. Each may be there only once.",
        **values,
    )


def _taken_name(values: Values) -> str:
    return _(
        "The wave on line %(earlier)d is called “%(value)s” already. A code or alias "
        "names one wave alone.",
        **values,
    )


def _half_span(values: Values) -> str:
    return _(
        "“%(first)s” and “%(last)s” go together: fill in both or neither.", **values
    )


def _end_before_start(values: Values) -> str:
    return _(
        "The last day, %(last)s, is before the first, %(first)s. Turn them around.",
        **values,
    )


def _empty_cell(_values: Values) -> str:
    return _("The cell is empty. It has to be filled in.")


def _bad_date(values: Values) -> str:
    return _("“%(value)s” is no date. Write it as 2025-04-01.", **values)


def _far_date(values: Values) -> str:
    return _(
        "“%(value)s” is not in the calendar. Give a day from the year %(least)d to "
        "%(most)d.",
        **values,
    )


def _bad_month_and_day(values: Values) -> str:
    return _(
        "“%(value)s” is no day of the year. Write month and day, as 07-31.", **values
    )


def _bad_whole(values: Values) -> str:
    return _("“%(value)s” is no whole number. Write digits alone.", **values)


def _bad_number(values: Values) -> str:
    return _(
        "“%(value)s” is no number. Write it with a decimal point, as 63.4305.", **values
    )


def _out_of_range(values: Values) -> str:
    return _("%(value)s can't be. Give a number from %(least)s to %(most)s.", **values)


def _negative(values: Values) -> str:
    return _("%(value)s is less than nothing. Give 0 or more.", **values)


def _bad_municipality_number(values: Values) -> str:
    return _("“%(value)s” is no municipality number. It has four digits.", **values)


def _bad_duration(values: Values) -> str:
    return _(
        "“%(value)s” is no duration. Write a whole number and d, wd, w or mo, as 7mo.",
        **values,
    )


def _negative_duration(values: Values) -> str:
    return _(
        "“%(value)s” is less than no time. Write a duration without a minus, as 7mo.",
        **values,
    )


def _unknown_value(values: Values) -> str:
    return _(
        "“%(value)s” is none of those that are known: %(allowed)s.",
        value=values["value"],
        allowed=", ".join(values["allowed"]),
    )


def _too_long(values: Values) -> str:
    return _("The text is longer than %(length)d characters. Shorten it.", **values)


SENTENCES: Mapping[str, Callable[[Values], str]] = {
    **TOGETHER,
    "missing-file": _missing_file,
    "not-utf8": _not_utf8,
    "broken-csv": _broken_csv,
    "empty-file": _empty_file,
    "missing-column": _missing_column,
    "unknown-column": _unknown_column,
    "repeated-column": _repeated_column,
    "cell-count": _cell_count,
    "duplicate-key": _duplicate_key,
    "taken-name": _taken_name,
    "half-span": _half_span,
    "end-before-start": _end_before_start,
    "empty-cell": _empty_cell,
    "bad-date": _bad_date,
    "far-date": _far_date,
    "bad-month-and-day": _bad_month_and_day,
    "bad-whole": _bad_whole,
    "bad-number": _bad_number,
    "out-of-range": _out_of_range,
    "negative": _negative,
    "bad-municipality-number": _bad_municipality_number,
    "bad-duration": _bad_duration,
    "negative-duration": _negative_duration,
    "unknown-value": _unknown_value,
    "too-long": _too_long,
}
