"""A cell of the comparison: what a state says of a row, and how far from the first.

Differences are told with sign and word, and only where there is one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from babel.lists import format_list
from flask_babel import get_locale, ngettext
from flask_babel import gettext as _

from app.comparing.notes import deadline_notes, money_notes
from app.comparing.words import (
    Words,
    conflict_changes,
    conflict_counts,
    days_text,
    signed,
    signed_days,
)
from app.store.names import Names
from app.store.sorting import sort_key
from planning.compared import Facts, Presence
from planning.slippage import Slip
from planning.state_differences import (
    Show,
    changed_conflicts,
    differs,
    moved_money,
    new_conflicts,
    shift,
    with_other_dates,
)

NAMED = 6
"""So many who came or left are named in a cell."""
COUNT = "count"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that a state says; `change` is how far it is from the first state.

    `key` is the same in every state. `direction` is later, earlier, more or less.
    """

    key: str
    label: str
    value: str
    change: str = ""
    direction: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one state says; `absent` instead of lines where it says nothing.

    `measure` is what rows are sorted by.
    """

    lines: tuple[Line, ...] = ()
    notes: tuple[str, ...] = ()
    absent: str = ""
    is_same: bool = False
    measure: float | None = None


class Cells:
    """Makes the cells of one page."""

    def __init__(self, show: Show, names: Names) -> None:
        self._show = show
        self._names = names
        self._words = Words()
        self._sums = {
            "investment": _("Investment"),
            "net": _("Net a year"),
            "npv": _("Present value"),
        }

    def row(self, facts: tuple[Facts, ...], *, is_one: bool) -> tuple[Cell, ...]:
        """The cells of a row; `is_one` where it is a single municipality."""
        base = facts[0]
        return (
            self._cell(None, base, is_one),
            *(self._cell(base, it, is_one) for it in facts[1:]),
        )

    def _cell(self, base: Facts | None, facts: Facts, is_one: bool) -> Cell:
        if not facts.is_said:
            return Cell(absent=absent_text(facts.presence))
        told = base if base is not None and base.is_said else None
        if self._is_silent(facts):
            return Cell(absent=_("no statement"))
        makers = {
            Show.DATES: self._dates,
            Show.DEADLINES: self._deadlines,
            Show.CONFLICTS: self._conflicts,
            Show.MONEY: self._money,
        }
        cell = makers[self._show](told, facts)
        if is_one:
            cell = replace(cell, lines=_without_count(cell.lines))
        if is_one and told is not None and facts.wave != told.wave and facts.members:
            cell = replace(cell, notes=(*cell.notes, self._wave_note(told, facts)))
        is_same = told is not None and not differs(told, facts, self._show)
        return replace(cell, is_same=is_same)

    def _is_silent(self, facts: Facts) -> bool:
        """An earlier plan speaks of dates alone."""
        return self._show is not Show.DATES and facts.is_stated

    def _dates(self, base: Facts | None, facts: Facts) -> Cell:
        moved = shift(None if base is None else base.go_live, facts.go_live)
        go_live = Line(
            "go-live",
            facts.wave or "",
            _("without a date")
            if facts.go_live is None
            else self._words.span(facts.go_live),
            "" if moved is None else self._words.shift(moved),
            "" if moved is None else _direction(moved.first),
        )
        if facts.go_live is not None and base is not None and base.go_live is None:
            go_live = replace(go_live, change=_("has a date now"), direction="more")
        lines: tuple[Line, ...] = (go_live,)
        if facts.wave is None and not facts.is_stated:
            lines = (go_live, self._count(base, facts))
        start = None if facts.go_live is None else facts.go_live.first.start
        return Cell(
            lines=lines,
            notes=tuple(self._what_differs(base, facts)),
            measure=start,
        )

    def _count(self, base: Facts | None, facts: Facts) -> Line:
        count = len(facts.members)
        text = ngettext("%(num)s municipality", "%(num)s municipalities", count)
        is_base_known = base is not None and not base.is_stated
        more = count - len(base.members) if base is not None and is_base_known else 0
        change = signed(more) if more else ""
        return Line(COUNT, "", text, change, _more(more))

    def _what_differs(self, base: Facts | None, facts: Facts) -> Iterator[str]:
        if base is None or base.is_stated or facts.is_stated:
            return
        if count := with_other_dates(base, facts):
            yield ngettext(
                "%(num)s municipality has another date.",
                "%(num)s municipalities have another date.",
                count,
            )
        if came := facts.members - base.members:
            yield _("Came: %(names)s.", names=self._listed(came))
        if left := base.members - facts.members:
            yield _("Left: %(names)s.", names=self._listed(left))

    def _listed(self, numbers: frozenset[str]) -> str:
        named = sorted(map(self._names.municipality, numbers), key=sort_key)
        shown, further = named[:NAMED], len(named) - NAMED
        if further > 0:
            shown.append(ngettext("%(num)s more", "%(num)s more", further))
        return str(format_list(shown, locale=get_locale()))

    def _wave_note(self, base: Facts, facts: Facts) -> str:
        here, there = facts.wave, base.wave
        if here is None:
            return _("In no wave; %(wave)s in the first state.", wave=there)
        if there is None:
            return _("In %(wave)s; in no wave in the first state.", wave=here)
        return _("In %(wave)s; %(there)s in the first state.", wave=here, there=there)

    def _deadlines(self, base: Facts | None, facts: Facts) -> Cell:
        lines = []
        for key, span in facts.limits.items():
            moved = shift(base.limits.get(key) if base else None, span)
            lines.append(
                Line(
                    key,
                    self._names.activity(key),
                    self._words.days(span),
                    "" if moved is None else self._words.shift(moved),
                    "" if moved is None else _direction(moved.first),
                )
            )
        lines += self._margin(base, facts)
        first = min((it.first.start for it in facts.limits.values()), default=None)
        if not lines:
            lines = [Line("none", "", _("none"))]
        notes = tuple(deadline_notes(base, facts))
        return Cell(lines=tuple(lines), notes=notes, measure=first)

    def _margin(self, base: Facts | None, facts: Facts) -> Iterator[Line]:
        if facts.margin is None:
            return
        was = None if base is None else base.margin
        more = 0 if was is None else facts.margin - was
        label = _("Margin") if len(facts.members) == 1 else _("Least margin")
        value = days_text(facts.margin)
        change = signed_days(more) if more else ""
        yield Line("margin", label, value, change, _more(more))

    def _conflicts(self, base: Facts | None, facts: Facts) -> Cell:
        beside = facts if base is None else base
        came = len(new_conflicts(beside, facts))
        gone = len(new_conflicts(facts, beside))
        changes = conflict_changes(came, gone, len(changed_conflicts(beside, facts)))
        line = Line(
            "conflicts",
            "",
            conflict_counts(facts.conflicts.values()),
            changes,
            _more(came - gone),
        )
        return Cell(lines=(line,), measure=len(facts.conflicts))

    def _money(self, base: Facts | None, facts: Facts) -> Cell:
        money = facts.money
        if money is None or not money.known:
            text = _("not known") if facts.members else _("none")
            return Cell(lines=(Line("investment", "", text),))
        was = None if base is None else base.money
        moved = moved_money(was, money)
        changes: tuple[int | None, ...] = (None,) * 3
        if moved is not None:
            changes = (moved.investment, moved.net, moved.npv)
        values = (money.investment, money.net, money.npv)
        estimates = (money.is_investment_estimated, *(money.is_result_estimated,) * 2)
        lines = tuple(
            self._sum(key, value, change, is_estimate=is_estimate)
            for key, value, change, is_estimate in zip(
                self._sums, values, changes, estimates, strict=True
            )
        )
        if money.npv_year is not None:
            at_end = _(
                "%(sum)s at the end of %(year)s",
                sum=lines[-1].value,
                year=money.npv_year,
            )
            lines = (*lines[:-1], replace(lines[-1], value=at_end))
        notes = tuple(money_notes(base, facts))
        return Cell(lines=lines, notes=notes, measure=money.investment)

    def _sum(
        self, key: str, value: int | None, change: int | None, *, is_estimate: bool
    ) -> Line:
        label = self._sums[key]
        if value is None:
            return Line(key, label, _("of different years: not added"))
        told = self._words.sum(value, is_estimate=is_estimate)
        if not change:
            return Line(key, label, told)
        more = self._words.sum(change, is_estimate=is_estimate, is_signed=True)
        return Line(key, label, told, more, _more(change))


def _without_count(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(it for it in lines if it.key != COUNT)


def absent_text(presence: Presence) -> str:
    """Why there is nothing in a cell."""
    if presence is Presence.SILENT:
        return _("no statement")
    return _("not in this state")


def _direction(slip: Slip) -> str:
    if slip == Slip(0, 0):
        return ""
    return "later" if slip.least + slip.most > 0 else "earlier"


def _more(count: int) -> str:
    if not count:
        return ""
    return "more" if count > 0 else "less"
