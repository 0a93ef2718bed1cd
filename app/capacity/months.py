"""The months of one resource: as rows, as columns, and who asks in one of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from babel.dates import get_month_names
from flask import url_for
from flask_babel import get_locale
from flask_babel import gettext as _

from app.capacity.choice import Choice, month_key, year_of
from app.capacity.drawing import Histogram, Stack, draw
from app.capacity.pages import MonthLine, WavePart, WhoLine, WhoPart
from app.capacity_words import amount, month_text
from app.store.names import Names
from app.store.sorting import sort_key
from planning.calendars import MONTHS, to_date
from planning.capacity import Capacity, Load, average


@dataclass(frozen=True, slots=True, kw_only=True)
class Months:
    """One resource as it is looked at; `now` is the month of the status date."""

    found: Capacity
    names: Names
    sequences: Mapping[str, int]
    now: int
    choice: Choice

    @property
    def load(self) -> Load:
        """What is asked of the resource, and what there is."""
        return self.found.loads[self.choice.resource]

    def months(self) -> Iterator[int]:
        """The months that are looked at, from the first with something to the last."""
        asked = [it for it in self.load.asked if self.choice.holds(it)]
        if not asked:
            return
        first, last = min(asked), max(asked)
        if self.choice.first_year >= year_of(self.now) and last >= self.now:
            first = max(first, self.now)
        yield from range(first, last + 1)

    def line(self, month: int) -> MonthLine:
        """One month as a row."""
        load = self.load
        there, over = load.there_is.get(month), load.over(month)
        return MonthLine(
            key=month_key(month),
            name=month_text(month),
            url=_url(self.choice, month),
            asked=told(load.total(month), month),
            there_is="" if there is None else told(there, month),
            over=told(over, month) if over and month >= self.now else "",
            is_past=month < self.now,
            is_chosen=month == self.choice.month,
            waves=tuple(
                WavePart(code, self.sequences[code], told(it, month))
                for code, it in self._by_wave(month)
            ),
        )

    def who(self) -> WhoPart | None:
        """Who asks in the month that is looked at, the most first."""
        month, wave = self.choice.month, self.choice.wave
        if month is None or not self.load.asked.get(month):
            return None
        asked = [
            (number, it)
            for number, it in self.load.asked[month].items()
            if wave in ("", self.found.wave_of[number])
        ]
        asked.sort(key=lambda it: (-it[1], sort_key(self.names.municipality(it[0]))))
        return WhoPart(
            title=_("Who asks in %(month)s", month=month_text(month)),
            total=told(sum(it for _number, it in asked), month),
            lines=tuple(self._who(number, it, month) for number, it in asked),
        )

    def _who(self, number: str, part_days: int, month: int) -> WhoLine:
        code = self.found.wave_of[number]
        return WhoLine(
            number=number,
            name=self.names.municipality(number),
            code=code,
            sequence=self.sequences[code],
            amount=told(part_days, month),
        )

    def _by_wave(self, month: int) -> list[tuple[str, int]]:
        found = self.found.by_wave(self.choice.resource, month)
        return [(code, found[code]) for code in self.sequences if code in found]

    def histogram(
        self, months: Sequence[int], lines: Iterable[MonthLine]
    ) -> Histogram | None:
        """The months as a drawing; none without a month."""
        load = self.load
        stacks = [
            Stack(
                label=short_month(month),
                year=str(year_of(month)),
                title=_("%(month)s: %(asked)s", month=line.name, asked=line.asked),
                url=line.url,
                parts=tuple(
                    (code, self.sequences[code], float(average(it, month)))
                    for code, it in self._by_wave(month)
                ),
                there_is=float(average(load.there_is[month], month))
                if month in load.there_is
                else None,
                over=line.over,
                is_past=line.is_past,
                is_chosen=line.is_chosen,
            )
            for month, line in zip(months, lines, strict=True)
        ]
        return draw(stacks, self.choice.wave) if stacks else None


def told(part_days: int, month: int) -> str:
    """What is asked for or there is in a month, to a tenth."""
    return amount(average(part_days, month))


def short_month(month: int) -> str:
    """Mar: as it stands under a column."""
    names = get_month_names("abbreviated", "stand-alone", locale=get_locale())
    return str(names[to_date(MONTHS[month]).month]).rstrip(".")


def _url(choice: Choice, month: int) -> str:
    return url_for(
        "capacity.index", **choice.arguments, month=month_key(month), _anchor="who"
    )
