"""Why a date does not hold, by the kind of conflict."""

from collections.abc import Callable, Mapping

from flask_babel import gettext as _

from app.conflict_texts.explanation import Explanation
from planning.conflicts import Kind


def _deadline_missed() -> Explanation:
    return Explanation(
        _("Deadline missed"),
        _(
            "A step has a last day, and from what is reported and from the duration"
            " of the steps before it, it can only come after that day."
        ),
        _(
            "A limit in an agreement gives rights: who is too late for the option may"
            " lose the place in the wave."
        ),
        _(
            "Limits are counted back from go-live: pre-project agreed 18 months"
            " before, option taken up 12 months before. A limit that an agreement"
            " names beats the one that is counted."
        ),
    )


def _date_against_logic() -> Explanation:
    return Explanation(
        _("Date earlier than it can be"),
        _(
            "A day has been set for something that depends on other steps, and those"
            " can't be finished by then."
        ),
        _("The day looks firm, but nobody can keep it."),
        _(
            "The order of the steps stands in the rollout template; the earliest day"
            " is computed from it and from what is reported."
        ),
    )


def _margin_negative() -> Explanation:
    return Explanation(
        _("Margin below zero"),
        _(
            "The margin is the days between the go-live of the wave and the earliest"
            " day on which the municipality could go live, computed from what is"
            " reported and from the status date. It may not be below zero."
        ),
        _(
            "Work that is reported as not done can no longer be finished in time. If"
            " the date stays, something has to be left out or done faster."
        ),
        _(
            "The steps and their durations stand in the rollout template, each with"
            " its source. What nobody has reported is presumed to go as planned and"
            " makes no margin negative."
        ),
    )


def _work_cannot_hold() -> Explanation:
    return Explanation(
        _("Reported work that comes too late"),
        _(
            "A step is reported as not done, or as begun with work left. Its earliest"
            " end lies after the last day that the planned go-live leaves for it."
        ),
        _(
            "Everything that waits for the step is held up too, and go-live can't be"
            " kept as planned."
        ),
        _(
            "The last day is counted back from go-live through the rollout template,"
            " with the durations that stand there."
        ),
    )


def _start_in_the_past() -> Explanation:
    return Explanation(
        _("Work that should have begun already"),
        _(
            "The municipality has been moved to an earlier go-live than the one that"
            " was decided. Counted back from the new date, steps that nobody has"
            " reported would have had to begin before the status date, or to be"
            " further on by then than the decided plan had them."
        ),
        _(
            "What nobody has reported is otherwise presumed to go as planned. For a"
            " date that was never decided before, nobody can have worked by it."
        ),
        _(
            "The start of the implementation lies 19 months before go-live: 7 months"
            " of planning and 12 months of implementation project (plan of June"
            " 2020)."
        ),
    )


DATES: Mapping[Kind, Callable[[], Explanation]] = {
    Kind.DEADLINE_MISSED: _deadline_missed,
    Kind.DATE_AGAINST_LOGIC: _date_against_logic,
    Kind.MARGIN_NEGATIVE: _margin_negative,
    Kind.WORK_CANNOT_HOLD: _work_cannot_hold,
    Kind.START_IN_THE_PAST: _start_in_the_past,
}
