"""What the reader of the table of rights asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from app.decision_fields import FIRST_DAY
from app.filters import long_date
from app.form_fields import read_day, shortened
from app.store.names import Names
from app.table_choice import FilterPart, filter_part
from planning.evaluate import Evaluation
from planning.rights.chain import NOES, ChainState, FactKind

LIVE, TAKEN_UP, AGREED, AGAINST, LEAVING, UNKNOWN = (
    "live",
    "taken-up",
    "agreed",
    "against",
    "leaving",
    "unknown",
)
LAST_DAY = date(2060, 12, 31)
NO_WAVE = "NONE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the address asks for; empty is everything, and the status date."""

    region: str = ""
    wave: str = ""
    state: str = ""
    day: date | None = None
    day_typed: str = ""
    day_fault: str = ""


def read_choice(arguments: Mapping[str, str]) -> Choice:
    """Read the query of an address; a day that can't be read is said."""
    typed = arguments.get("day", "").strip()
    day = read_day(typed) if typed else None
    fault = _day_fault(day) if typed else ""
    return Choice(
        region=arguments.get("region", ""),
        wave=arguments.get("wave", "").upper(),
        state=arguments.get("state", ""),
        day=None if fault else day,
        day_typed=shortened(typed) if day is None else day.isoformat(),
        day_fault=fault,
    )


def _day_fault(day: date | None) -> str:
    if day is None:
        return _("The day could not be read. Write it as 1.4.2024.")
    if FIRST_DAY <= day <= LAST_DAY:
        return ""
    return _(
        "Give a day from %(first)s to %(last)s.",
        first=long_date(FIRST_DAY),
        last=long_date(LAST_DAY),
    )


def group_of(state: ChainState) -> str:
    """Which of the groups that can be chosen a state belongs to."""
    side = None if state.side is None else state.side.kind
    if side in (FactKind.NOTICE_GIVEN, FactKind.LEFT):
        return LEAVING
    if FactKind.IN_PRODUCTION in state.held:
        return LIVE
    if side in NOES:
        return AGAINST
    if FactKind.OPTION_EXERCISED in state.held:
        return TAKEN_UP
    return AGREED if state.held else UNKNOWN


def group_texts() -> Mapping[str, str]:
    """What the groups are called."""
    return {
        LIVE: _("In production"),
        TAKEN_UP: _("Option taken up, not live yet"),
        AGREED: _("Option agreement, no more is known"),
        AGAINST: _("Declined, put off or withdrawn"),
        LEAVING: _("Leaving, or has left"),
        UNKNOWN: _("Nothing known"),
    }


def filter_parts(
    evaluation: Evaluation, choice: Choice, names: Names
) -> tuple[FilterPart, ...]:
    """The filters, each with what is chosen."""
    waves = [(it.code, it.code) for it in evaluation.snapshot.plan.waves]
    regions = sorted(names.regions.items(), key=lambda it: it[1])
    return (
        filter_part("state", _("State"), choice.state, list(group_texts().items())),
        filter_part("region", _("Region"), choice.region, regions),
        filter_part(
            "wave", _("Wave"), choice.wave, [*waves, (NO_WAVE, _("without a wave"))]
        ),
    )
