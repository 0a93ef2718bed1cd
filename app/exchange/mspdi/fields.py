"""The elements of a file, read one value at a time.

What is wrong with a value is kept with its place, and the value is then as if it
were not there. Names have no namespace here: some programs write none.
"""

from collections.abc import Iterator
from datetime import datetime
from xml.etree.ElementTree import Element

from app.exchange.checking import MOST_DIGITS, Checker
from app.exchange.mspdi.amounts import is_too_long, read_minutes
from app.sent_text import visible
from planning.calendars import FIRST_DAY, LAST_DAY, to_date

# Microsoft Project keeps no longer name.
LONGEST_NAME = 255
TRUE, FALSE = frozenset({"1", "true"}), frozenset({"0", "false", ""})


class Fields:
    """One element of a file, and what is under it."""

    def __init__(self, element: Element, place: str, check: Checker) -> None:
        self.place = place
        self.check = check
        self._element = element

    def text(self, tag: str) -> str:
        """The text of the element of a name; empty where there is none."""
        return (self._element.findtext(tag) or "").strip()

    def all(self, *tags: str) -> Iterator["Fields"]:
        """The elements of a name, one under the other where several are given."""
        for number, element in enumerate(self._element.iterfind("/".join(tags)), 1):
            yield Fields(element, f"{self.place}/{tags[-1]}[{number}]", self.check)

    def has(self, *tags: str) -> bool:
        """Whether there is such an element."""
        return self._element.find("/".join(tags)) is not None

    def whole(self, tag: str) -> int | None:
        """A whole number; None where there is none."""
        text = self.text(tag)
        if not text:
            return None
        digits = text.removeprefix("-").removesuffix(".0")
        if digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS:
            return -int(digits) if text.startswith("-") else int(digits)
        self.check.report(self._at(tag), "bad-number", text=text)
        return None

    def flag(self, tag: str) -> bool:
        """Whether an element says yes; no is what is not said."""
        text = self.text(tag).lower()
        if text not in TRUE | FALSE:
            self.check.report(self._at(tag), "bad-flag", text=text)
        return text in TRUE

    def minutes(self, tag: str) -> int | None:
        """How many minutes a duration has."""
        text = self.text(tag)
        if not text:
            return None
        found = read_minutes(text)
        if found is None or is_too_long(found):
            self.check.report(self._at(tag), "bad-amount", text=text)
            return None
        return found

    def moment(self, tag: str) -> datetime | None:
        """A day and a time of day, on the clock of whoever wrote it."""
        text = self.text(tag)
        if not text or text.upper() == "NA":
            return None
        try:
            found = datetime.fromisoformat(text).replace(tzinfo=None)
        except ValueError:
            self.check.report(self._at(tag), "bad-moment", text=text)
            return None
        # The day after a finish is still to be a day.
        if FIRST_DAY <= found.toordinal() < LAST_DAY:
            return found
        first, last = to_date(FIRST_DAY), to_date(LAST_DAY)
        self.check.report(
            self._at(tag), "date-out-of-range", text=text, first=first, last=last
        )
        return None

    def _at(self, tag: str) -> str:
        return f"{self.place}/{tag}"


def one_line(text: str) -> str:
    """A name as it can stand in a line: nothing unseen in it, and not endless."""
    return " ".join(visible(text).split())[:LONGEST_NAME]
