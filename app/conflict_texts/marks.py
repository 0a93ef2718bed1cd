"""Each kind in two or three words, as it stands on a card or in a cell."""

from collections.abc import Callable, Mapping

from flask_babel import gettext as _

from app.conflict_texts.told import Document, told
from planning.conflicts import Conflict, Kind


def mark_text(conflict: Conflict | Document) -> str:
    """What is wrong, as short as it can be said."""
    it = told(conflict)
    if it.is_postponed:
        return _("Postponed")
    if it.has_left:
        return _("Has left")
    if it.is_withdrawn:
        return _("Withdrawn")
    return MARKS[it.kind]()


MARKS: Mapping[Kind, Callable[[], str]] = {
    Kind.DEADLINE_MISSED: lambda: _("Deadline missed"),
    Kind.DATE_AGAINST_LOGIC: lambda: _("Date too early"),
    Kind.MARGIN_NEGATIVE: lambda: _("Margin below zero"),
    Kind.WORK_CANNOT_HOLD: lambda: _("Work too late"),
    Kind.START_IN_THE_PAST: lambda: _("Should have begun"),
    Kind.OPTION_DECIDED_LATE: lambda: _("Option too late"),
    Kind.COUNCIL_DECLINED: lambda: _("Declined for now"),
    Kind.COUNCIL_WAITS: lambda: _("Waits"),
    Kind.MUNICIPALITY_WITHOUT_WAVE: lambda: _("Without a wave"),
    Kind.WAVE_WITHOUT_DATE: lambda: _("Without a date"),
    Kind.REGION_SPLIT: lambda: _("Region split"),
    Kind.BINDING_BROKEN: lambda: _("Apart from the others"),
    Kind.GO_LIVE_IN_CLOSED_PERIOD: lambda: _("Closed period"),
    Kind.TRUST_AFTER_MUNICIPALITY: lambda: _("Before its trust"),
    Kind.WAVE_NOT_REPORTED: lambda: _("Not reported live"),
    Kind.COMPONENT_LATE: lambda: _("Component late"),
    Kind.CAPACITY_EXCEEDED: lambda: _("Too little capacity"),
    Kind.PROPOSAL_REJECTED: lambda: _("Date rejected"),
    Kind.PROPOSAL_COUNTERED: lambda: _("Another date asked for"),
    Kind.PROPOSAL_UNANSWERED: lambda: _("Date not answered"),
    Kind.REGRET_SHORT: lambda: _("Little time to regret"),
    Kind.REGRET_GONE: lambda: _("No time to regret"),
}
