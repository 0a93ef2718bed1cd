"""What moved between two states as a page: dates by what moved them, money, conflicts.

Where many dates moved, a municipality is opened by itself: a delay of the main project
moves more than a thousand.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.comparing.causes import Deed, who_text
from app.comparing.money_causes import CauseSums, cause_sums
from app.comparing.money_rows import MoneyRow, money_rows
from app.comparing.moved import Moved, MovedOnce, PaidOnce, by_deed
from app.comparing.states import moved_url
from app.conflict_texts import conflict_text
from app.moved_dates import because_text, dates_text, what_text
from app.store.names import Names
from planning.conflicts import Conflict
from planning.rollout import Owner

SHOWN_AT_ONCE, MOST_AT_ONCE = 200, 350
EVERYBODY = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRow:
    """One date that moved."""

    whose: str
    what: str
    before: str
    after: str
    days: int
    because: str


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality whose dates moved, and where they are shown."""

    name: str
    count: str
    url: str
    is_shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseGroup:
    """The dates that one change moved; `who` is empty where no change is known."""

    key: str
    title: str
    who: str
    url: str
    count: str
    rows: tuple[DateRow, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class ConflictGroup:
    """Conflicts that came, went or changed, as sentences with their severity."""

    key: str
    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPage:
    """The whole page; `counts` say it in short.

    `is_of_history` is whether dates alone are told, as changes kept them.
    """

    lead: str
    counts: tuple[str, ...]
    groups: tuple[CauseGroup, ...]
    money: tuple[MoneyRow, ...]
    sums: CauseSums
    conflicts: tuple[ConflictGroup, ...]
    all_url: str
    turned_url: str
    dates_url: str
    money_url: str
    json_url: str
    back_url: str
    is_of_history: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.groups or self.money or self.conflicts)


def moved_page(moved: Moved, asked: str, names: Names) -> MovedPage:
    """Tell all that moved; `asked` is the number of a municipality, or everybody."""
    count = len(moved.dates)
    can_show_all = count <= MOST_AT_ONCE
    shows_all = count <= SHOWN_AT_ONCE or (asked == EVERYBODY and can_show_all)
    one, other = moved.one, moved.other
    groups = _groups(moved, asked, shows_all=shows_all, names=names)
    return MovedPage(
        lead=_lead(moved),
        counts=tuple(_counts(moved)),
        groups=tuple(groups),
        money=tuple(money_rows(_most_first(moved.money), names)),
        sums=cause_sums(moved),
        conflicts=tuple(_conflict_groups(moved, names)),
        all_url=""
        if shows_all or not can_show_all
        else moved_url("comparing.moved", one, other, EVERYBODY),
        turned_url=moved_url("comparing.moved", other, one),
        dates_url=moved_url("comparing.moved_file", one, other),
        money_url=moved_url("comparing.money_file", one, other),
        json_url=moved_url("comparing.document", one, other),
        back_url=_back_url(moved),
        is_of_history=moved.is_of_history,
    )


def _most_first(found: Iterable[PaidOnce]) -> Sequence[PaidOnce]:
    """Whose money can't be reckoned any more, then who it is most for."""

    def order(it: PaidOnce) -> tuple[bool, int]:
        return it.money.net is not None, -abs(it.money.net or 0)

    return sorted(found, key=order)


def _lead(moved: Moved) -> str:
    before, after = moved.one.name, moved.other.name
    if moved.is_of_history:
        return _(
            "From “%(before)s” to “%(after)s”: every date, and what moved it.",
            before=before,
            after=after,
        )
    return _(
        "From “%(before)s” to “%(after)s”: every date and every sum, and what moved "
        "it.",
        before=before,
        after=after,
    )


def _back_url(moved: Moved) -> str:
    """The two side by side; of what was not frozen, what can be compared."""
    both = (moved.one.value, moved.other.value)
    return url_for("comparing.index", state=None if moved.is_of_history else both)


def _counts(moved: Moved) -> Iterable[str]:
    if moved.dates:
        yield ngettext("%(num)s date", "%(num)s dates", len(moved.dates))
        whose = {it.date["owner_id"] for it in moved.dates if _is_municipal(it)}
        if whose:
            yield ngettext(
                "%(num)s municipality has other dates",
                "%(num)s municipalities have other dates",
                len(whose),
            )
    if moved.money:
        yield ngettext(
            "%(num)s municipality has other sums",
            "%(num)s municipalities have other sums",
            len(moved.money),
        )
    if moved.conflicts.new:
        count = len(moved.conflicts.new)
        yield ngettext("%(num)s conflict came", "%(num)s conflicts came", count)
    if moved.conflicts.gone:
        count = len(moved.conflicts.gone)
        yield ngettext("%(num)s conflict is gone", "%(num)s conflicts are gone", count)


def _groups(
    moved: Moved, asked: str, *, shows_all: bool, names: Names
) -> Iterable[CauseGroup]:
    groups = by_deed(moved.dates)
    known: list[Deed | None] = [it for it in moved.deeds if it.id in groups]
    for deed in [*known, *([None] if "" in groups else [])]:
        found = groups["" if deed is None else deed.id]
        shown = [
            it
            for it in found
            if shows_all or not _is_municipal(it) or it.date["owner_id"] == asked
        ]
        yield CauseGroup(
            key="unknown" if deed is None else deed.id,
            title=_unknown_text(moved) if deed is None else deed.text,
            who="" if deed is None else who_text(deed),
            url="" if deed is None else deed.url,
            count=ngettext("%(num)s date", "%(num)s dates", len(found)),
            rows=tuple(_date_row(it, names) for it in shown),
            places=() if shows_all else _places(moved, found, asked, names),
        )


def _unknown_text(moved: Moved) -> str:
    if moved.deeds:
        return _("No change between the two accounts for these")
    return _("No change lies between the two")


def _is_municipal(it: MovedOnce) -> bool:
    return bool(it.date["owner"] == Owner.MUNICIPALITY)


def _places(
    moved: Moved, found: Sequence[MovedOnce], asked: str, names: Names
) -> tuple[Place, ...]:
    counts: dict[str, int] = {}
    for it in filter(_is_municipal, found):
        counts[it.date["owner_id"]] = counts.get(it.date["owner_id"], 0) + 1
    return tuple(
        Place(
            names.municipality(number),
            ngettext("%(num)s date", "%(num)s dates", count),
            moved_url("comparing.moved", moved.one, moved.other, number),
            is_shown=number == asked,
        )
        for number, count in counts.items()
    )


def _date_row(it: MovedOnce, names: Names) -> DateRow:
    return DateRow(
        whose=whose_text(it, names),
        what=what_text(it.date, names),
        before=dates_text(it.date["before"]),
        after=dates_text(it.date["after"]),
        days=it.date["days"],
        because=because_text(it.date, names),
    )


def whose_text(it: MovedOnce, names: Names) -> str:
    """Whose date it is."""
    return {
        Owner.MUNICIPALITY: lambda: names.municipality(it.date["owner_id"]),
        Owner.WAVE: lambda: _("Wave"),
        Owner.TRUST: lambda: _("Hospital trust"),
        Owner.PROGRAMME: lambda: _("The programme"),
    }[Owner(it.date["owner"])]()


def _conflict_groups(moved: Moved, names: Names) -> Iterable[ConflictGroup]:
    conflicts = moved.conflicts
    found = (
        ("new", _("Conflicts that came"), conflicts.new),
        (
            "changed",
            _("Conflicts that changed"),
            [now for _was, now in conflicts.changed],
        ),
        ("gone", _("Conflicts that are gone"), conflicts.gone),
    )
    for key, title, these in found:
        if these:
            yield ConflictGroup(key, title, tuple(_told(it, names) for it in these))


def _told(conflict: Conflict, names: Names) -> tuple[str, str]:
    return conflict.severity.value, conflict_text(conflict, names)
