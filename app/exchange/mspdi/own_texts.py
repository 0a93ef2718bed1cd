"""What the format can't hold, in text fields of the file.

A text stands beside what it explains and remembers how that was written:
`7mo=102240` is seven months that were written as so many minutes. Where somebody
has changed the minutes since, the text holds no longer, and the minutes do.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from app.exchange.mspdi.codes import LINKS, MOST_TEXT
from planning.durations import Duration, DurationError, parse_duration
from planning.network import LinkKind

ORIGIN = "bolgeplan/1"

NO_START, NO_FINISH, AS_PLANNED = "no-start", "no-finish", "as-planned"
REMAINING, NOT_DONE = "remaining", "not-done"
PRESUMED, TARGET, CALENDAR = "presumed", "target", "calendar"
PASSES = "passes"

Fields = Mapping[int, str]


class OwnLink(NamedTuple):
    """A lag of our own: to whom, how it was written, on which calendar."""

    predecessor: int
    kind: LinkKind
    lag: Duration
    calendar: int | None
    tenths: int


def write_amount(duration: Duration, minutes: int) -> str:
    """A duration, and the minutes that were written for it."""
    return f"{duration}={minutes}"


def read_amount_text(text: str, minutes: int) -> Duration | None:
    """The duration, where it is still those minutes that stand in the file."""
    written, _equals, kept = text.partition("=")
    return _duration(written) if kept == str(minutes) else None


def write_marks(marks: Mapping[str, str]) -> str:
    """Words, each with its value where it has one."""
    return " ".join(f"{key}:{value}" if value else key for key, value in marks.items())


def read_marks(text: str) -> dict[str, str]:
    """The words of a text with their values."""
    found = (word.partition(":") for word in text.split())
    return {key: value for key, _colon, value in found}


def write_links(links: Iterable[OwnLink]) -> dict[int, str]:
    """The lags of one activity, in as many fields as it takes."""
    fields = [""]
    for link in links:
        calendar = "" if link.calendar is None else f"@{link.calendar}"
        at = f"{link.predecessor}:{link.kind}"
        text = f"{at}:{link.lag}{calendar}={link.tenths};"
        is_full = len(fields[-1]) + len(text) > MOST_TEXT
        if is_full and len(fields) < len(LINKS):
            fields.append("")
        fields[-1] += text
    return {field: text for field, text in zip(LINKS, fields, strict=False) if text}


def read_links(fields: Fields) -> Iterator[OwnLink]:
    """The lags that the fields of an activity tell of; what is no lag is left out."""
    for text in "".join(fields.get(field, "") for field in LINKS).split(";"):
        link = _link(text)
        if link is not None:
            yield link


def _link(text: str) -> OwnLink | None:
    told, _equals, tenths = text.partition("=")
    parts = told.split(":")
    if len(parts) != 3 or parts[1] not in set(LinkKind):
        return None
    written, at, calendar = parts[2].partition("@")
    lag = _duration(written)
    if lag is None:
        return None
    try:
        return OwnLink(
            int(parts[0]),
            LinkKind(parts[1]),
            lag,
            int(calendar) if at else None,
            int(tenths),
        )
    except ValueError:
        return None


def _duration(text: str) -> Duration | None:
    try:
        return parse_duration(text)
    except DurationError:
        return None
