"""A field for how much: a number with at most two decimals, read exactly.

A dot or comma before three digits, as in 1.234, may be a thousand or a decimal: it
is refused rather than guessed.
"""

import re
from decimal import Decimal
from typing import Any

from babel.numbers import get_decimal_symbol
from flask_babel import format_decimal, get_locale
from flask_babel import gettext as _
from wtforms import Field
from wtforms.widgets import TextInput

from app.form_fields import shortened

LARGEST = Decimal(100_000)
WRITTEN = re.compile(r"([0-9]{1,6})(?:[.,]([0-9]{1,2}))?")
BLANKS = re.compile(r"\s")


class QuantityField(Field):
    """How much of something; nothing typed is none."""

    widget = TextInput()
    data: Decimal | None

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        if self.data is None:
            return ""
        symbol = get_decimal_symbol(get_locale())
        return f"{self.data.normalize():f}".replace(".", symbol)

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = str(valuelist[0]).strip() if valuelist else ""
        self.data = None
        if typed:
            self.data = read_quantity(typed)


def read_quantity(typed: str) -> Decimal:
    """Return the number that was typed.

    Raises:
        ValueError: a sentence for the user, with the mend.
    """
    match = WRITTEN.fullmatch(BLANKS.sub("", typed))
    if match is None:
        raise ValueError(
            _(
                "“%(typed)s” can’t be read as how much. Write a number with at most two"
                " decimals, as 4 or 0,75.",
                typed=shortened(typed),
            )
        )
    number = Decimal(f"{match[1]}.{match[2] or 0}")
    if number > LARGEST:
        raise ValueError(
            _("Give at most %(most)s.", most=format_decimal(LARGEST)),
        )
    return number
