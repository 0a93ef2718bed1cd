"""What a file of our own says of itself."""

from dataclasses import dataclass
from datetime import date

from app.exchange.mspdi.own_texts import ORIGIN
from app.exchange.mspdi.project import Origin
from planning.schedule import CriticalBy, Ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The plan it is of; how floats count; from when, and how that was written."""

    origin: Origin | None = None
    ends: Ends = Ends.NETWORK_FINISH
    critical_by: CriticalBy = CriticalBy.EITHER
    start: int = 0
    written_start: int = 0


def read_origin(text: str) -> Told:
    """Read it; a text that is none of ours tells nothing."""
    told, _separator, plan = text.partition(" plan=")
    words = told.split(" ")
    if words[0] != ORIGIN:
        return Told()
    values = dict(word.partition("=")[::2] for word in words[1:])
    try:
        start, written = map(date.fromisoformat, values["start"].split("/"))
        return Told(
            origin=_origin(plan, values) if plan else None,
            ends=Ends(values["ends"]),
            critical_by=CriticalBy(values.get("critical", CriticalBy.EITHER)),
            start=start.toordinal(),
            written_start=written.toordinal(),
        )
    except (KeyError, ValueError):
        return Told()


def _origin(plan: str, values: dict[str, str]) -> Origin:
    return Origin(
        plan=plan,
        revision=int(values["revision"]),
        municipality=values["municipality"],
        wave=values["wave"],
    )
