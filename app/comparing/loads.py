"""What each state asks of what there is: the fullest month, and where it is too little.

Capacity is of the whole programme: its rows are resources.
"""

from flask_babel import gettext as _
from flask_babel import ngettext

from app.comparing.cells import Cell, Line, absent_text
from app.comparing.words import amount_text, load_of, month_text, signed
from planning.compared import Presence
from planning.state_differences import LoadFacts, differing_months, loads_differ


def load_cells(facts: tuple[LoadFacts, ...]) -> tuple[Cell, ...]:
    """The cells of a resource."""
    base = facts[0]
    return (_cell(None, base), *(_cell(base, it) for it in facts[1:]))


def _cell(base: LoadFacts | None, facts: LoadFacts) -> Cell:
    if facts.presence is not Presence.SAID:
        return Cell(absent=absent_text(facts.presence))
    if base is not None and base.presence is not Presence.SAID:
        base = None
    if facts.peak is None:
        return Cell(
            lines=(Line("peak", "", _("nothing is asked for")),),
            is_same=base is not None and not loads_differ(base, facts),
        )
    return Cell(
        lines=(_peak(base, facts), _over(base, facts), *_months(base, facts)),
        is_same=base is not None and not loads_differ(base, facts),
        measure=float(load_of(facts.peak, facts.peak.asked)),
    )


def _peak(base: LoadFacts | None, facts: LoadFacts) -> Line:
    peak = facts.peak
    assert peak is not None  # noqa: S101 - asked before
    asked = load_of(peak, peak.asked)
    change = direction = ""
    if base is not None and base.peak is not None:
        more = asked - load_of(base.peak, base.peak.asked)
        if round(float(more), 1):
            change = amount_text(more, is_signed=True)
            direction = "more" if more > 0 else "less"
    value = _(
        "%(amount)s in %(month)s",
        amount=amount_text(asked),
        month=month_text(peak.first),
    )
    return Line("peak", _("Most"), value, change, direction)


def _months(base: LoadFacts | None, facts: LoadFacts) -> tuple[Line, ...]:
    """How many months are others, which the fullest one does not tell."""
    count = 0 if base is None else differing_months(base, facts)
    if not count:
        return ()
    text = ngettext("%(num)d month differs", "%(num)d months differ", count)
    return (Line("months", "", text),)


def _over(base: LoadFacts | None, facts: LoadFacts) -> Line:
    worst = facts.worst
    label = _("Too little")
    more = 0 if base is None else facts.over - base.over
    change = (
        ngettext(
            "%(signed)s month", "%(signed)s months", abs(more), signed=signed(more)
        )
        if more
        else ""
    )
    direction = ("more" if more > 0 else "less") if more else ""
    if worst is None:
        text = _("nowhere") if facts.is_known else _("not known")
        return Line("over", label, text, change, direction)
    value = ngettext(
        "%(num)s month, by %(amount)s in %(month)s",
        "%(num)s months, at most by %(amount)s in %(month)s",
        facts.over,
        amount=amount_text(load_of(worst, worst.over)),
        month=month_text(worst.first),
    )
    return Line("over", label, value, change, direction)
