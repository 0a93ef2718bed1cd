"""Fields of the forms on the template."""

from typing import Any

from flask_babel import gettext as _
from wtforms import IntegerField

MOST_SIGNS = 10


class WholeNumberField(IntegerField):
    """A whole number, which may be negative."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = str(valuelist[0]).strip().replace("−", "-") if valuelist else ""
        digits = typed.removeprefix("-")
        self.data = None
        if not typed:
            return
        if not (digits.isascii() and digits.isdigit()):
            raise ValueError(_("Give a whole number."))
        # What has too many digits is too long too, and needs not be read in full.
        self.data = int(typed[:MOST_SIGNS])
