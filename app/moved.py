"""What moved with a change: the sentence after a save, and the whole list.

Both are told from what the history keeps, so that they read the same when the
change is made and years later. Dates in the document are half-open; shown is the
last day of work.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.access import User
from app.change_words import Told
from app.changes import change_text
from app.conflict_texts import conflict_text
from app.extensions import db
from app.filters import short_date, span
from app.store.names import Names
from app.store.tables import ChangeRow
from planning.conflicts import Severity
from planning.rollout import GO_LIVE, Owner

SHOWN_CONFLICTS = 5

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class MovedPart:
    """What came of a change, with the way to the whole list and the way back.

    `back` is the page that undoing returns to.
    """

    sentence: str
    kind: str = "success"
    presumed: str = ""
    conflicts: tuple[str, ...] = ()
    further_conflicts: str = ""
    list_url: str = ""
    undo_url: str = ""
    back: str = ""


@dataclass(frozen=True, slots=True)
class MovedRow:
    """One date before and after; a side is empty where it was not in the plan."""

    what: str
    before: str
    after: str
    days: int
    because: str


@dataclass(frozen=True, slots=True)
class MovedGroup:
    """The dates of one municipality, or of the waves, trusts or programme."""

    key: str
    heading: str
    rows: tuple[MovedRow, ...]


@dataclass(frozen=True, slots=True)
class MovedDates:
    """Every date that moved, and the conflicts that came and went."""

    groups: tuple[MovedGroup, ...]
    presumed: str
    conflicts_new: tuple[str, ...]
    conflicts_gone: tuple[str, ...]


def moved_part(
    change: ChangeRow | None, names: Names, *, user: User, back: str = ""
) -> MovedPart:
    """Tell what came of a change; without one, that there was nothing to do."""
    if change is None:
        return MovedPart(_("Nothing was changed: it was so already."), kind="info")
    new = change.moved.get("conflicts_new", ())
    is_serious = any(it["severity"] == Severity.ERROR for it in new)
    presumed = presumed_warning(change)
    further = len(new) - SHOWN_CONFLICTS
    return MovedPart(
        sentence=moved_sentence(change, names),
        kind="warning" if is_serious or presumed else "success",
        presumed=presumed,
        conflicts=tuple(conflict_text(it, names) for it in new[:SHOWN_CONFLICTS]),
        further_conflicts=_further(further) if further > 0 else "",
        list_url=_url("history.change", change, user, "history.view"),
        undo_url=_url("history.undo", change, user, "history.undo"),
        back=back,
    )


def find_moved_part(
    changed: str, names: Names, *, user: User, back: str = ""
) -> MovedPart | None:
    """The same for a page that names the change in its address, if there is one."""
    is_number = changed.isascii() and changed.isdigit() and len(changed) < 10
    change = db.session.get(ChangeRow, int(changed)) if is_number else None
    if change is None:
        return None
    return moved_part(change, names, user=user, back=back)


def moved_sentence(change: ChangeRow, names: Names) -> str:
    """K13 moved 183 days later: 9 municipalities, 27 deadlines, 2 new conflicts."""
    happened = change_text(change, names)
    counts = moved_counts(change)
    if not counts:
        return _("%(happened)s. No dates moved.", happened=happened)
    return _("%(happened)s: %(counts)s.", happened=happened, counts=", ".join(counts))


def presumed_warning(change: Told) -> str:
    """Say how much silence is now taken for work that is done; mostly empty."""
    count = change.moved.get("presumed", {}).get("new", 0)
    if not count:
        return ""
    return ngettext(
        "%(num)d step is now presumed to have been done or begun before the status "
        "date, although nobody has reported it.",
        "%(num)d steps are now presumed to have been done or begun before the status "
        "date, although nobody has reported them.",
        count,
    )


def moved_counts(change: Told) -> list[str]:
    """How much moved, a phrase for each kind of thing that did."""
    moved = change.moved
    municipalities = len(moved.get("municipalities", ()))
    margins = 0 if municipalities else len(moved.get("margins", ()))
    counts = (
        (municipalities, _municipalities),
        (moved.get("deadlines", 0), _deadlines),
        (margins, _margins),
        (len(moved.get("conflicts_new", ())), _conflicts_new),
        (len(moved.get("conflicts_gone", ())), _conflicts_gone),
    )
    return [phrase(count) for count, phrase in counts if count]


def staying(moved: Document) -> int:
    """How many conflicts were there before and are; older documents hold that."""
    stay = moved.get("conflicts_stay", 0)
    return stay if isinstance(stay, int) else len(stay)


def _municipalities(count: int) -> str:
    return ngettext("%(num)d municipality", "%(num)d municipalities", count)


def _deadlines(count: int) -> str:
    return ngettext("%(num)d deadline", "%(num)d deadlines", count)


def _margins(count: int) -> str:
    return ngettext("%(num)d changed margin", "%(num)d changed margins", count)


def _conflicts_new(count: int) -> str:
    return ngettext("%(num)d new conflict", "%(num)d new conflicts", count)


def _conflicts_gone(count: int) -> str:
    return ngettext("%(num)d conflict solved", "%(num)d conflicts solved", count)


def _further(count: int) -> str:
    return ngettext("and %(num)d more", "and %(num)d more", count)


def _url(endpoint: str, change: ChangeRow, user: User, right: str) -> str:
    return url_for(endpoint, change_id=change.id) if user.may(right) else ""


def moved_dates(change: Told, names: Names) -> MovedDates:
    """Every date that moved, grouped by whose it is, in the order of the plan."""
    order = list(Owner)
    moved = sorted(
        change.moved.get("moved", ()), key=lambda it: order.index(Owner(it["owner"]))
    )
    return MovedDates(
        groups=tuple(_groups(moved, names)),
        presumed=presumed_warning(change),
        conflicts_new=_conflict_texts(change, "conflicts_new", names),
        conflicts_gone=_conflict_texts(change, "conflicts_gone", names),
    )


def _conflict_texts(change: Told, key: str, names: Names) -> tuple[str, ...]:
    return tuple(conflict_text(it, names) for it in change.moved.get(key, ()))


def _groups(moved: list[Document], names: Names) -> Iterator[MovedGroup]:
    """Municipalities have a group each; the sorting is stable."""
    for key, dates in groupby(moved, key=_group_key):
        rows = tuple(_row(it, names) for it in dates)
        yield MovedGroup(key, _heading(key, names), rows)


def _group_key(it: Document) -> str:
    is_municipality = it["owner"] == Owner.MUNICIPALITY
    return str(it["owner_id"] if is_municipality else it["owner"])


def _heading(key: str, names: Names) -> str:
    headings = {
        Owner.PROGRAMME: _("The programme"),
        Owner.WAVE: _("Waves"),
        Owner.TRUST: _("Hospital trusts"),
    }
    return headings[Owner(key)] if key in set(Owner) else names.municipality(key)


def _row(it: Document, names: Names) -> MovedRow:
    return MovedRow(
        what=_what(it, names),
        before=_dates_text(it["before"]),
        after=_dates_text(it["after"]),
        days=it["days"],
        because=_because(it, names),
    )


def _what(it: Document, names: Names) -> str:
    """The name of the date inside its group."""
    match it["owner"]:
        case Owner.WAVE:
            return names.wave(it["owner_id"])
        case Owner.TRUST:
            return names.trust(it["owner_id"])
        case Owner.MUNICIPALITY:
            return names.activity(it["key"])
        case _:
            return names.node(it["id"])


def _dates_text(dates: list[str] | None) -> str:
    if dates is None:
        return ""
    start, finish = map(date.fromisoformat, dates)
    return short_date(start) if start == finish else span(start, finish)


def _because(it: Document, names: Names) -> str:
    """Why it moved: the neighbour that pulled it, and the first that moved."""
    if it["before"] is None:
        return _("New in the plan")
    if it["after"] is None:
        return _("No longer in the plan")
    if it["cause"] is None:
        if it["owner"] == Owner.MUNICIPALITY and it["key"] == GO_LIVE:
            return _("Follows its wave")
        return _("Moved by the change itself")
    cause = _neighbour(it["cause"], it, names)
    if it["because"] == it["cause"]:
        return _("Follows “%(cause)s”", cause=cause)
    return _(
        "Follows “%(neighbour)s”; “%(cause)s” was the first to move",
        neighbour=_neighbour(it["because"], it, names),
        cause=cause,
    )


def _neighbour(id: str, it: Document, names: Names) -> str:
    """A node by the name of its activity where it is the same municipality's."""
    owner, __, key = id.partition(".")
    return names.activity(key) if owner == it["owner_id"] else names.node(id)
