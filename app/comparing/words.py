"""Dates, sums and differences of the comparison in words, each put into words once."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from babel.dates import format_skeleton
from flask_babel import format_decimal, get_locale, ngettext
from flask_babel import gettext as _

from app.filters import MINUS, TO, short_date, window
from app.filters import days as counted_days
from app.filters import number as number_text
from app.money_words import column_text
from planning.calendars import to_date
from planning.capacity import average, month_of
from planning.compared import Span
from planning.conflicts import Conflict, Severity
from planning.slippage import Slip
from planning.snapshot import Window
from planning.state import MonthLoad
from planning.state_differences import Shift


class Words:
    """Texts of one page in one language; many cells hold the same date."""

    def __init__(self) -> None:
        self._windows: dict[Window, str] = {}
        self._days: dict[int, str] = {}
        self._slips: dict[Slip, str] = {}
        self._sums: dict[tuple[int, bool, bool], str] = {}

    def span(self, span: Span) -> str:
        """April–May 2025; from the first to the last where they differ."""
        first, last = self._window(span.first), self._window(span.last)
        if first == last:
            return first
        return _("%(first)s to %(last)s", first=first, last=last)

    def days(self, span: Span) -> str:
        """The day of a limit, or the first and the last."""
        first, last = self._day(span.first.start), self._day(span.last.start)
        return first if first == last else f"{first} {TO} {last}"

    def shift(self, moved: Shift) -> str:
        """+183 days, or of the first and the last date each; empty for none."""
        if moved.is_one:
            return self.slip(moved.first)
        first = self.slip(moved.first) or _("the same")
        last = self.slip(moved.last) or _("the same")
        return _("first %(first)s, last %(last)s", first=first, last=last)

    def slip(self, slip: Slip) -> str:
        """+183 days, or +893 to +923 days where it is known no better."""
        if slip not in self._slips:
            self._slips[slip] = _slip_text(slip)
        return self._slips[slip]

    def sum(self, ore: int, *, is_estimate: bool, is_signed: bool = False) -> str:
        """NOK 12.3m, no more exactly than it is known; with its sign if wanted."""
        key = (ore, is_estimate, is_signed)
        if key not in self._sums:
            text = column_text(ore, is_estimate=is_estimate, is_signed=is_signed)
            is_about = is_estimate and not is_signed
            self._sums[key] = _("about %(sum)s", sum=text) if is_about else text
        return self._sums[key]

    def _window(self, it: Window) -> str:
        if it not in self._windows:
            is_day = it.is_day
            self._windows[it] = self._day(it.start) if is_day else window(it)
        return self._windows[it]

    def _day(self, day: int) -> str:
        if day not in self._days:
            self._days[day] = short_date(day)
        return self._days[day]


def _slip_text(slip: Slip) -> str:
    if slip == Slip(0, 0):
        return ""
    if slip.is_exact:
        return signed_days(slip.least)
    least, most = signed(slip.least), signed(slip.most)
    return _("%(least)s to %(most)s days", least=least, most=most)


def days_text(days: int) -> str:
    """12 days, −3 days."""
    return f"{MINUS if days < 0 else ''}{counted_days(abs(days))}"


def signed_days(days: int) -> str:
    """+183 days, −1 day."""
    return ngettext("%(signed)s day", "%(signed)s days", abs(days), signed=signed(days))


def signed(count: int) -> str:
    """+3 or −3."""
    return f"+{number_text(count)}" if count > 0 else number_text(count)


def conflict_counts(conflicts: Iterable[Conflict]) -> str:
    """3 errors, 2 warnings; none."""
    found = Counter(it.severity for it in conflicts)
    texts = [_counted(it, found[it]) for it in Severity if found[it]]
    return ", ".join(texts) or _("none")


def conflict_changes(came: int, gone: int, changed: int) -> str:
    """1 new, 2 gone, 3 changed; empty for none."""
    texts = []
    if came:
        texts.append(ngettext("%(num)s new", "%(num)s new", came))
    if gone:
        texts.append(ngettext("%(num)s gone", "%(num)s gone", gone))
    if changed:
        texts.append(ngettext("%(num)s changed", "%(num)s changed", changed))
    return ", ".join(texts)


def _counted(severity: Severity, count: int) -> str:
    match severity:
        case Severity.ERROR:
            return ngettext("%(num)s error", "%(num)s errors", count)
        case Severity.WARNING:
            return ngettext("%(num)s warning", "%(num)s warnings", count)
        case Severity.INFORMATION:
            return ngettext(
                "%(num)s piece of information", "%(num)s pieces of information", count
            )


def month_text(first: int) -> str:
    """March 2025."""
    return str(format_skeleton("yMMMM", to_date(first), locale=get_locale()))


def load_of(month: MonthLoad, part_days: int) -> Fraction:
    """What that is on average over the month."""
    return average(part_days, month_of(month.first))


def amount_text(amount: Fraction, *, is_signed: bool = False) -> str:
    """12,5: how many of a resource, to a tenth."""
    rounded = round(float(amount), 1)
    text = str(format_decimal(rounded)).replace("-", MINUS)
    return f"+{text}" if is_signed and rounded > 0 else text
