"""The checks of a plan in words: what each asks, why, and what mends it.

Every sentence that rests on a threshold prints it.
"""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l

from app.filters import days
from planning.thresholds import Check, Length, Thresholds

NAMES: Mapping[Check, object] = {
    Check.MISSING_PREDECESSOR: _l("Waits for nothing"),
    Check.MISSING_SUCCESSOR: _l("Leads to nothing"),
    Check.NEGATIVE_LAG: _l("Begins too early by its link"),
    Check.LONG_LAG: _l("Long time between"),
    Check.LINK_KIND: _l("Links that overlap"),
    Check.HARD_CONSTRAINT: _l("Dates that must be"),
    Check.NEGATIVE_FLOAT: _l("Negative float"),
    Check.HIGH_FLOAT: _l("High float"),
    Check.UNUSED_FLOAT: _l("Unused float"),
    Check.LONG_DURATION: _l("Long steps"),
    Check.ESTIMATE_WITHOUT_SOURCE: _l("Durations without a source"),
    Check.INVALID_DATE: _l("Passed and not reported"),
    Check.CLOSED_DAY: _l("Votes on days off"),
    Check.DATE_BY_HAND: _l("Dates set by hand"),
    Check.MISSED_DATE: _l("Later than decided"),
    Check.CRITICAL_PATH_TEST: _l("Critical path test"),
    Check.CYCLE: _l("Waits for itself"),
}
"""What a check is called, in a heading or a cell."""

DEFINITIONS: Mapping[Check, object] = {
    Check.MISSING_PREDECESSOR: _l(
        "A step of the template, or a date of the programme, that waits for nothing."
        " Limits are left out: they are counted from go-live."
    ),
    Check.MISSING_SUCCESSOR: _l(
        "A step of the template, or a date of the programme, that nothing waits for."
    ),
    Check.NEGATIVE_LAG: _l(
        "A link by which a step may begin before what it waits for is over."
    ),
    Check.LONG_LAG: _l(
        "A link by which more than %(days)s pass between two steps. What is counted"
        " from a limit is left out: it is a rule."
    ),
    Check.LINK_KIND: _l("A link that does not simply say: first this, then that."),
    Check.HARD_CONSTRAINT: _l(
        "A step that must be on a day, or not later than one, whatever it waits for."
        " The go-live of a wave is left out: all is counted from it."
    ),
    Check.NEGATIVE_FLOAT: _l("A date that is too late for what it leads to."),
    Check.HIGH_FLOAT: _l(
        "A date that may slip by over %(days)s more than its go-live may."
    ),
    Check.UNUSED_FLOAT: _l(
        "A date that nothing holds back, and that is planned more than %(days)s after"
        " the earliest day that it can be."
    ),
    Check.LONG_DURATION: _l("A step of the template that takes more than %(days)s."),
    Check.ESTIMATE_WITHOUT_SOURCE: _l(
        "A step whose duration is assumed: neither a source nor a person stands for it."
    ),
    Check.INVALID_DATE: _l(
        "A date before the status date that nobody has reported on. What is said to"
        " have happened after the status date is refused, and can’t be here."
    ),
    Check.CLOSED_DAY: _l(
        "A vote, an agreement or another milestone before go-live on a weekend, a"
        " public holiday or in a closed period. A go-live may be on a weekend."
    ),
    Check.DATE_BY_HAND: _l(
        "A wave with a day that the office has set, or a limit that is set to a day of"
        " its own."
    ),
    Check.MISSED_DATE: _l(
        "A go-live that is planned later than it was decided. Where a window was"
        " decided, that is later than its last day."
    ),
    Check.CRITICAL_PATH_TEST: _l(
        "The first step that drives a go-live is delayed by %(days)s. The go-live has"
        " to move by as much, within a week: months and working days differ in length."
    ),
    Check.CYCLE: _l(
        "Steps that wait for each other. Such a template is refused when it is saved,"
        " so that there is never one here."
    ),
}
"""What is asked; the days of a threshold are filled in."""

LENGTHS_OF: Mapping[Check, Length] = {
    Check.LONG_LAG: Length.LONG_LAG,
    Check.HIGH_FLOAT: Length.HIGH_FLOAT,
    Check.UNUSED_FLOAT: Length.UNUSED_FLOAT,
    Check.LONG_DURATION: Length.LONG_DURATION,
    Check.CRITICAL_PATH_TEST: Length.TEST_DELAY,
}

MEANINGS: Mapping[Check, object] = {
    Check.MISSING_PREDECESSOR: _l(
        "What comes before it may be late, and its date will not show it."
    ),
    Check.MISSING_SUCCESSOR: _l(
        "It may be late, and no other date will show it. The last step of all has to be"
        " here."
    ),
    Check.NEGATIVE_LAG: _l("Nobody can see what the step really waits for."),
    Check.LONG_LAG: _l(
        "Something goes on meanwhile, or somebody has to decide, and the plan does not"
        " show it."
    ),
    Check.LINK_KIND: _l(
        "Such links are hard to read, and only half of a delay may be passed on."
    ),
    Check.HARD_CONSTRAINT: _l(
        "The date stays where it is when what leads to it slips."
    ),
    Check.NEGATIVE_FLOAT: _l("The plan can’t hold as it stands."),
    Check.HIGH_FLOAT: _l(
        "So much room is most often a link that is missing, not time to spare."
    ),
    Check.UNUSED_FLOAT: _l(
        "It is planned for the last moment: the time that could protect go-live passes"
        " unused."
    ),
    Check.LONG_DURATION: _l(
        "That it is late is seen when it is over, and not when something can be done."
    ),
    Check.ESTIMATE_WITHOUT_SOURCE: _l(
        "Every date that hangs on it is as uncertain as the guess."
    ),
    Check.INVALID_DATE: _l(
        "The plan presumes that it went as planned, and may be wrong."
    ),
    Check.CLOSED_DAY: _l(
        "Nobody meets on that day: what is decided is decided before."
    ),
    Check.DATE_BY_HAND: _l("It stays where it is when the rest of the plan moves."),
    Check.MISSED_DATE: _l("What was promised is no longer planned."),
    Check.CRITICAL_PATH_TEST: _l(
        "Where it does not follow, delays do not reach go-live in this plan."
    ),
    Check.CYCLE: _l("Nothing could be computed."),
}
"""Why it matters."""

MENDS: Mapping[Check, object] = {
    Check.MISSING_PREDECESSOR: _l(
        "Link the step to what has to be there first. A step that truly begins it all"
        " may stay."
    ),
    Check.MISSING_SUCCESSOR: _l(
        "Link the next step to it, or remove the step if nobody needs it."
    ),
    Check.NEGATIVE_LAG: _l(
        "Divide the step that comes first, and link to the part that is needed."
    ),
    Check.LONG_LAG: _l(
        "Put what happens meanwhile into the template as a step, or make the date a"
        " limit if it is a rule."
    ),
    Check.LINK_KIND: _l(
        "Divide one of the steps, so that the link can be: first this, then that."
    ),
    Check.HARD_CONSTRAINT: _l("Let what leads to the date set it."),
    Check.NEGATIVE_FLOAT: _l(
        "Open the date and see what sets it; move the municipality or shorten what"
        " leads to it."
    ),
    Check.HIGH_FLOAT: _l("See which step really waits for it, and link the two."),
    Check.UNUSED_FLOAT: _l(
        "Begin earlier where somebody has the time, or report it as done where it has"
        " been done."
    ),
    Check.LONG_DURATION: _l("Divide the step where something can be seen to be done."),
    Check.ESTIMATE_WITHOUT_SOURCE: _l(
        "Find a source, or ask somebody who has done it, and enter the duration."
    ),
    Check.INVALID_DATE: _l("Report on each: done, under way or not done."),
    Check.CLOSED_DAY: _l(
        "Set the day of the wave, or agree on an earlier meeting with the council."
    ),
    Check.DATE_BY_HAND: _l("Clear the day where there is no decision behind it."),
    Check.MISSED_DATE: _l(
        "Move the municipality back, or have the new date decided by its council."
    ),
    Check.CRITICAL_PATH_TEST: _l(
        "Open the go-live and follow what sets it; a link is missing or a date is held."
    ),
    Check.CYCLE: _l("Nothing is to be done."),
}
"""What a planner can do about it."""

LENGTHS: Mapping[Length, object] = {
    Length.LONG_LAG: _l("Long time between two steps"),
    Length.HIGH_FLOAT: _l("High float, beyond the margin"),
    Length.UNUSED_FLOAT: _l("Float that goes unused"),
    Length.LONG_DURATION: _l("Long step"),
    Length.TEST_DELAY: _l("Delay in the critical path test"),
}
"""What a number of days is for."""


def check_name(check: Check) -> str:
    """What a check is called."""
    return str(NAMES[check])


def length_name(length: Length) -> str:
    """What a number of days is for."""
    return str(LENGTHS[length])


def definition(check: Check, thresholds: Thresholds) -> str:
    """What is asked, with the threshold that it is asked with."""
    text = str(DEFINITIONS[check])
    length = LENGTHS_OF.get(check)
    return text if length is None else text % {"days": days(thresholds.days(length))}


def meaning(check: Check) -> str:
    """Why it matters, in a sentence."""
    return str(MEANINGS[check])


def mend(check: Check) -> str:
    """What a planner can do about it."""
    return str(MENDS[check])
