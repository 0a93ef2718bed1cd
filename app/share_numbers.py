"""Share numbers as people type them: 1–100, 151–200, 250."""

import re

from flask_babel import gettext as _
from wtforms import StringField
from wtforms.validators import ValidationError

from app.form_fields import shortened
from planning.rights.share_ranges import Range, Ranges, count

LARGEST = 999_999_999
# A blank between thousands, as numbers are shown.
THOUSANDS = re.compile(r"(?<=[0-9])[ \u00a0\u202f](?=[0-9]{3}(?![0-9]))")
TOO_LONG = re.compile(r"[0-9]{10}")
PART = re.compile(r"([0-9]{1,9})(?:\s*[-–]\s*([0-9]{1,9}))?")


class NumbersField(StringField):
    """Ranges of share numbers; `ranges` are those that were typed."""

    ranges: Ranges = ()

    def process_formdata(self, valuelist: list[str]) -> None:
        typed = str(valuelist[0]).strip() if valuelist else ""
        self.data = typed
        self.ranges = read_ranges(typed)


def refuse_other_number(wanted: int | None, ranges: Ranges) -> None:
    """Refuse share numbers that are not as many as is said beside them.

    Raises:
        ValidationError: with both numbers.
    """
    given = count(ranges)
    if wanted is not None and ranges and wanted != given:
        raise ValidationError(
            _(
                "These are %(given)s shares, and the number above is %(wanted)s."
                " Mend one of the two.",
                given=given,
                wanted=wanted,
            )
        )


def read_ranges(typed: str) -> Ranges:
    """Return the ranges that were typed; nothing typed is none.

    Raises:
        ValueError: a sentence for the user, with the mend.
    """
    parts = [it.strip() for it in re.split(r"[,;\n]", THOUSANDS.sub("", typed))]
    return tuple(_read_range(it) for it in parts if it)


def _read_range(typed: str) -> Range:
    if TOO_LONG.search(typed):
        raise ValueError(
            _(
                "The highest share number that can be entered is %(most)s.",
                most=LARGEST,
            )
        )
    match = PART.fullmatch(typed)
    if match is None:
        raise ValueError(
            _(
                "“%(typed)s” is no range of share numbers. Write them as 1–100,"
                " 151–200.",
                typed=shortened(typed),
            )
        )
    first = int(match[1])
    last = int(match[2] or first)
    if not 1 <= first <= last:
        raise ValueError(
            _(
                "“%(typed)s” has its numbers in the wrong order, or begins at 0."
                " Shares are numbered from 1.",
                typed=shortened(typed),
            )
        )
    return Range(first, last)
