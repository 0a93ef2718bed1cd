"""The feeds of a user, and one of them with its address where it was just made."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext as _

from app.filters import moment
from app.language import TONGUES
from app.scopes import Scope, ScopeKind, scope_name, scope_url
from app.store.names import Names
from app.store.tables import FeedRow


@dataclass(frozen=True, slots=True)
class FeedLine:
    """One feed in the list."""

    id: int
    name: str
    label: str
    language: str
    made: str
    read: str
    of_url: str


@dataclass(frozen=True, slots=True)
class NewAddress:
    """An address that is shown this once; `webcal` opens a calendar program."""

    url: str
    webcal: str
    is_local: bool


@dataclass(frozen=True, slots=True)
class FeedPage:
    """One feed; its address is known only right after it was made."""

    line: FeedLine
    address: NewAddress | None


def feed_lines(rows: Iterable[FeedRow], names: Names) -> tuple[FeedLine, ...]:
    """The feeds, ready to print."""
    return tuple(feed_line(row, names) for row in rows)


def feed_line(row: FeedRow, names: Names) -> FeedLine:
    """One feed, ready to print."""
    scope = scope_of(row)
    return FeedLine(
        id=row.id,
        name=scope_name(scope, names),
        label=row.label,
        language=TONGUES.get(row.language, row.language),
        made=moment(row.made_at),
        read=moment(row.last_read_at) if row.last_read_at else _("Never"),
        of_url=scope_url(scope),
    )


def new_address(url: str, *, is_local: bool) -> NewAddress:
    """An address to copy, and the same for a program that takes webcal."""
    return NewAddress(url, f"webcal:{url.partition(':')[2]}", is_local)


def scope_of(row: FeedRow) -> Scope:
    """What a feed is of."""
    return Scope(ScopeKind(row.scope_kind), row.scope_key)
