"""Fields for money: a sum in kroner, a rate in percent.

A sum is typed as people write it: 18 500 000, 18 500 000,50 kr or 18,5 mill. It is
read exactly, never as a binary float. A dot or comma before three digits, as in
1.234, may be a thousand or a decimal: it is refused rather than guessed.
"""

import re
from decimal import Decimal
from typing import Any

from flask_babel import format_decimal
from flask_babel import gettext as _
from wtforms import Field
from wtforms.widgets import TextInput

from app.form_fields import shortened

LARGEST = Decimal(100_000_000_000)
MILLION = 1_000_000
HUNDREDTH = Decimal("0.01")
# A rate below this is a share that was typed in place of a percentage.
LEAST_PERCENT = Decimal("0.1")

BLANKS = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009\t", " "))
CURRENCY = re.compile(r"^(nok|kr\.?)\s*|\s*(nok|kroner|kr\.?|,-)$")
MILLIONS = re.compile(r"\s*(mill\.?|million(er|s)?|mnok|m)$")
# Thousands with blanks between or none, and decimals after either sign.
NUMBER = re.compile(r"([0-9]{1,3}(?: [0-9]{3})+|[0-9]{1,18})(?:[.,]([0-9]{1,9}))?")
# Thousands with the same sign between at least twice: 18.500.000, 18,500,000.
SIGNED_THOUSANDS = re.compile(r"[0-9]{1,3}([.,])[0-9]{3}(\1[0-9]{3})+")
EITHER_WAY = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
PERCENT = re.compile(r"([0-9]{1,6})(?:[.,]([0-9]{1,9}))?")


class AmountField(Field):
    """Kroner, in whole øre; nothing typed is none."""

    widget = TextInput()
    data: Decimal | None

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else written(self.data)

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = str(valuelist[0]).strip() if valuelist else ""
        self.data = None
        if typed:
            self.data = read_amount(typed)


class PercentField(Field):
    """A share of one, typed in percent: 4,5 is 0.045; nothing typed is none."""

    widget = TextInput()
    data: Decimal | None

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else str(format_decimal(self.data * 100))

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = str(valuelist[0]).strip() if valuelist else ""
        self.data = None
        if typed:
            self.data = read_percent(typed) / 100


def read_amount(typed: str) -> Decimal:
    """Return the kroner that were typed.

    Raises:
        ValueError: a sentence for the user, with the mend.
    """
    text = CURRENCY.sub("", typed.translate(BLANKS).casefold().strip())
    text = CURRENCY.sub("", text).strip()
    if text.startswith(("-", "−")):
        raise ValueError(_("A sum can’t be less than nothing."))
    digits = MILLIONS.sub("", text)
    amount = _read_number(digits, typed) * (1 if digits == text else MILLION)
    if amount > LARGEST:
        raise ValueError(
            _("That is more than 100 billion kroner. See whether the sum is right.")
        )
    if 0 < amount < 1:
        raise ValueError(
            _("That is less than a krone. Give the sum in kroner, or 0 for nothing.")
        )
    if amount != amount.quantize(HUNDREDTH):
        raise ValueError(_("Give the sum in whole øre, with at most two decimals."))
    return amount.quantize(HUNDREDTH)


def _read_number(digits: str, typed: str) -> Decimal:
    """A number as people write it, without what parts its thousands."""
    if EITHER_WAY.fullmatch(digits):
        raise ValueError(
            _(
                "“%(typed)s” can be read in two ways. Write thousands with a blank, as"
                " 1 234, and at most two decimals.",
                typed=shortened(typed),
            )
        )
    if SIGNED_THOUSANDS.fullmatch(digits):
        return Decimal(re.sub(r"[.,]", "", digits))
    match = NUMBER.fullmatch(digits)
    if match is None:
        raise ValueError(
            _(
                "“%(typed)s” is no sum. Write it as 18 500 000 or 18,5 mill.",
                typed=shortened(typed),
            )
        )
    return Decimal(f"{match[1].replace(' ', '')}.{match[2] or 0}")


def read_percent(typed: str) -> Decimal:
    """Return the percent that were typed.

    Raises:
        ValueError: a sentence for the user, with the mend.
    """
    match = PERCENT.fullmatch(typed.translate(BLANKS).removesuffix("%").strip())
    if match is None:
        raise ValueError(
            _(
                "“%(typed)s” is no rate. Write it in percent, as 4 or 4,5.",
                typed=shortened(typed),
            )
        )
    percent = Decimal(f"{match[1]}.{match[2] or 0}")
    if percent != percent.quantize(HUNDREDTH):
        raise ValueError(_("Give the rate in percent, with at most two decimals."))
    if 0 < percent < LEAST_PERCENT:
        raise ValueError(
            _(
                "“%(typed)s” is less than a tenth of a percent. For four percent,"
                " write 4.",
                typed=shortened(typed),
            )
        )
    return percent


def written(amount: Decimal) -> str:
    """A sum as the field reads it again: 18 500 000, 340 000,50."""
    whole, __, decimals = format(amount.quantize(HUNDREDTH), "f").partition(".")
    grouped = f"{int(whole):,}".replace(",", " ")
    return grouped if decimals == "00" else f"{grouped},{decimals}"
