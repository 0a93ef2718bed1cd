"""What tasks wait for, as links between activities."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.exchange.mspdi.amounts import Lag, is_too_long, read_lag
from app.exchange.mspdi.codes import (
    DAYS,
    ELAPSED_PERCENT,
    FORMATS,
    LINK_KINDS,
    PERCENT,
    TENTHS,
)
from app.exchange.mspdi.fields import Fields
from app.exchange.mspdi.losses import Losses
from app.exchange.mspdi.outline import Row, Rows
from app.exchange.mspdi.own_texts import OwnLink, read_links
from app.exchange.mspdi.read_calendars import Found
from planning.calendars import Calendar
from planning.durations import ZERO, Duration, Unit
from planning.network import Activity, Link, LinkKind

MOST_LINKS = 1_000_000
STARTING = frozenset({LinkKind.FS, LinkKind.SS})
FINISHING = frozenset({LinkKind.FS, LinkKind.FF})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """What links lead between: activities by the number of their task."""

    rows: Rows
    activities: Mapping[int, Activity]
    calendars: Mapping[int, Found]
    own_calendar: int | None
    losses: Losses
    counted: list[int] = field(default_factory=lambda: [0])


def read_links_of(
    row: Row, texts: Mapping[int, str], ends: Ends, minutes_a_day: int
) -> Iterator[Link]:
    """What one task waits for; a heading stands for all that is under it."""
    own = list(read_links(texts))
    for at in row.fields.all("PredecessorLink"):
        before = _predecessor(at, row, ends)
        if before is None:
            continue
        kind = LINK_KINDS.get(_number(at, "Type", 1))
        if kind is None:
            at.check.report(at.place, "bad-link", number=at.whole("Type"))
            continue
        raw = _raw(at)
        if raw is None:
            continue
        found = _own(own, before.uid, kind, raw)
        if found is not None:
            calendar = ends.calendars.get(found.calendar or 0)
            own.remove(found)
            lag, on = found.lag, None if calendar is None else calendar.calendar
        else:
            try:
                lag, on = _lag(raw, before, row, ends, minutes_a_day)
            except ValueError:
                _report_lag(at, raw)
                continue
        yield from _between(
            before,
            row,
            Link(predecessor="-", successor="-", kind=kind, lag=lag, calendar=on),
            ends,
        )


def _number(at: Fields, tag: str, otherwise: int) -> int:
    found = at.whole(tag)
    return otherwise if found is None else found


def _raw(at: Fields) -> Lag | None:
    """The lag as it stands there; None where it can't be meant."""
    raw = Lag(_number(at, "LinkLag", 0), _number(at, "LagFormat", DAYS))
    if raw.format not in FORMATS:
        at.check.report(f"{at.place}/LagFormat", "bad-format", number=raw.format)
        return None
    if is_too_long(raw.tenths // TENTHS):
        _report_lag(at, raw)
        return None
    return raw


def _report_lag(at: Fields, raw: Lag) -> None:
    at.check.report(f"{at.place}/LinkLag", "bad-lag", text=str(raw.tenths))


def _own(own: list[OwnLink], uid: int, kind: LinkKind, raw: Lag) -> OwnLink | None:
    """The text of ours that still tells of the lag that stands there."""
    wanted = (uid, kind, raw.tenths)
    return next((it for it in own if (it[0], it[1], it.tenths) == wanted), None)


def _predecessor(at: Fields, row: Row, ends: Ends) -> Row | None:
    if at.flag("CrossProject"):
        ends.losses.note("cross-links", row.name)
        return None
    uid = at.whole("PredecessorUID")
    found = None if uid is None else ends.rows.by_uid.get(uid)
    if found is None:
        ends.losses.note("loose-links", row.name)
    return found


def _lag(
    raw: Lag, before: Row, row: Row, ends: Ends, minutes_a_day: int
) -> tuple[Duration, Calendar | None]:
    """The lag in days of the successor's calendar, as the format counts it.

    Raises:
        ValueError: where it is longer than a century.
    """
    known = ends.activities.get(before.uid)
    length = ZERO if known is None else known.duration
    _note_share(raw, before, length, row, ends)
    amount = read_lag(raw, minutes_a_day=minutes_a_day, before=length)
    if amount.is_rounded:
        ends.losses.note("rounded-lags", row.name)
    if amount.duration.is_zero or amount.duration.unit is not Unit.WORKING_DAYS:
        return amount.duration, None
    number = row.fields.whole("CalendarUID")
    is_own = number is None or number == ends.own_calendar
    found = None if is_own else ends.calendars.get(number or 0)
    return amount.duration, None if found is None else found.calendar


def _note_share(raw: Lag, before: Row, length: Duration, row: Row, ends: Ends) -> None:
    """A share of what has no duration here, or of one that is counted otherwise."""
    if raw.tenths and raw.format in PERCENT | ELAPSED_PERCENT:
        if before.is_heading:
            ends.losses.note("heading-shares", row.name)
        elif raw.format in ELAPSED_PERCENT and length.unit is Unit.WORKING_DAYS:
            ends.losses.note("elapsed-shares", row.name)


def _between(before: Row, after: Row, link: Link, ends: Ends) -> Iterator[Link]:
    """The link for every pair of activities that it means."""
    if before.is_heading or after.is_heading:
        ends.losses.note("heading-links", after.name)
        from_start = before.is_heading and link.kind not in FINISHING
        to_finish = after.is_heading and link.kind not in STARTING
        if from_start or to_finish:
            ends.losses.note("heading-links-left-out", after.name)
            return
    starts, finishes = _work_of(before, ends), _work_of(after, ends)
    for start in starts:
        for end in finishes:
            if ends.counted[0] > MOST_LINKS:
                return
            ends.counted[0] += 1
            if ends.counted[0] > MOST_LINKS:
                after.fields.check.report(
                    after.fields.place, "too-many-links", most=MOST_LINKS
                )
                return
            yield Link(
                predecessor=start.id,
                successor=end.id,
                kind=link.kind,
                lag=link.lag,
                calendar=link.calendar,
            )


def _work_of(row: Row, ends: Ends) -> list[Activity]:
    """What is scheduled of a line, or of all that is under it."""
    found = (ends.activities.get(it.uid) for it in ends.rows.below(row.uid))
    return [it for it in found if it is not None]
