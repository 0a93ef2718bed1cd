"""What each kind of conflict means: the rule, why it matters, where it comes from.

A few plain sentences for somebody who reads them once. The numbers of a conflict
stand in its own sentence; here stands what holds for all of its kind.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from planning.conflicts import Kind


@dataclass(frozen=True, slots=True)
class Explanation:
    """A kind in a few words, its rule, why that matters, and where it is from."""

    title: str
    rule: str
    why: str
    source: str


def explanation_of(kind: Kind | str) -> Explanation:
    """Explain a kind of conflict."""
    return EXPLANATIONS[Kind(kind)]()


def kind_text(kind: Kind | str) -> str:
    """What a kind is called: the heading of its group."""
    return explanation_of(kind).title


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
            " reported would have had to begin before the status date."
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


def _option_decided_late() -> Explanation:
    return Explanation(
        _("Option taken up after its limit"),
        _(
            "The option is to be taken up 12 months before go-live at the latest. The"
            " council decided later than that."
        ),
        _(
            "The implementation project takes 12 months from the decision on. The"
            " municipality has less time than the others, and the company may say"
            " that the limit was not kept."
        ),
        _(
            "The 12 months stand in the presentation to the Namdal municipalities of"
            " 2020; a limit that an agreement names beats them."
        ),
    )


def _council_declined() -> Explanation:
    return Explanation(
        _("The council has said no for now"),
        _(
            "The latest decision that is known is a no for now, and nobody has"
            " reported that the option was taken up since. The plan still reckons"
            " with the municipality."
        ),
        _(
            "It is an error once the limit of the option has passed: then the"
            " municipality can't come along with its wave. Until then the council can"
            " still decide otherwise."
        ),
        _(
            "Each council decides for itself on the option that it has held since"
            " 2016. What it has decided stands on the municipality’s page with its"
            " source."
        ),
    )


def _council_waits() -> Explanation:
    return Explanation(
        _("The municipality waits"),
        _(
            "The latest that is known is that the municipality waits or has postponed"
            " the introduction, and nobody has reported that the option was taken up"
            " since."
        ),
        _(
            "It is information while the limit of the option is ahead, and a warning"
            " once it has passed: the plan reckons with a decision that nobody has"
            " heard of."
        ),
        _(
            "What the council has decided or signalled stands on the municipality’s"
            " page with its source."
        ),
    )


def _municipality_without_wave() -> Explanation:
    return Explanation(
        _("Municipality without a wave"),
        _("Every municipality of the programme that is not live belongs in a wave."),
        _("Without a wave it has no go-live, no limits and no margin."),
        _("The plan of 2023 places each of the 66 municipalities in a wave."),
    )


def _wave_without_date() -> Explanation:
    return Explanation(
        _("Wave without a date"),
        _("A wave needs a day, or a window in which it goes live."),
        _("Nothing can be counted for those who are in it."),
        _("The plan of 2023 gives each wave from K11 to K15 a day or a window."),
    )


def _region_split() -> Explanation:
    return Explanation(
        _("Region in more than one wave"),
        _(
            "The municipalities of a working-group region that are not live lie in"
            " different waves."
        ),
        _(
            "Many regions share IT, an out-of-hours service and a working group. It"
            " may be meant that they go apart; therefore it is information and no"
            " fault."
        ),
        _("The working-group regions stand in the involvement plan of 2018."),
    )


def _binding_broken() -> Explanation:
    return Explanation(
        _("Those who want to go together are apart"),
        _(
            "Some municipalities have said that they want to go live together, and"
            " the plan has them in different waves."
        ),
        _(
            "They may share an IT company, a clinic or staff, and then each of them"
            " would have to run old and new systems side by side."
        ),
        _(
            "The programme office enters who wants to go together. The executives of"
            " the Namdal municipalities asked for a joint introduction in 2020."
        ),
    )


def _closed_period() -> Explanation:
    return Explanation(
        _("Go-live in a closed period"),
        _(
            "Nobody goes live in a closed period. The day that the wave is reckoned"
            " with lies in one."
        ),
        _(
            "In the holidays both the services and the supplier are short of people,"
            " just when a go-live needs the most."
        ),
        _(
            "July and the Christmas weeks are assumed: no source names them. The"
            " programme office can change the closed periods."
        ),
    )


def _trust_after_municipality() -> Explanation:
    return Explanation(
        _("Hospital trust after the municipality"),
        _(
            "The municipality goes live before the hospital trust that most of its"
            " patients are sent to."
        ),
        _(
            "One record for both is the point of the platform. Until the trust comes,"
            " the municipality exchanges messages with it as before."
        ),
        _(
            "In the plans of 2020 a hospital trust goes live before or with its"
            " municipalities."
        ),
    )


def _component_late() -> Explanation:
    return Explanation(
        _("National component late"),
        _(
            "A national component that a step of every municipality depends on is"
            " reported late, or is expected after the first municipality needs it."
        ),
        _(
            "Without it a part of the solution has to be tested or taken into use"
            " later, or with less in it."
        ),
        _(
            "The presentation to the Namdal municipalities of 2020 says that the"
            " prescription module and the patient’s medication list are badly delayed."
        ),
    )


EXPLANATIONS: Mapping[Kind, Callable[[], Explanation]] = {
    Kind.DEADLINE_MISSED: _deadline_missed,
    Kind.DATE_AGAINST_LOGIC: _date_against_logic,
    Kind.MARGIN_NEGATIVE: _margin_negative,
    Kind.WORK_CANNOT_HOLD: _work_cannot_hold,
    Kind.START_IN_THE_PAST: _start_in_the_past,
    Kind.OPTION_DECIDED_LATE: _option_decided_late,
    Kind.COUNCIL_DECLINED: _council_declined,
    Kind.COUNCIL_WAITS: _council_waits,
    Kind.MUNICIPALITY_WITHOUT_WAVE: _municipality_without_wave,
    Kind.WAVE_WITHOUT_DATE: _wave_without_date,
    Kind.REGION_SPLIT: _region_split,
    Kind.BINDING_BROKEN: _binding_broken,
    Kind.GO_LIVE_IN_CLOSED_PERIOD: _closed_period,
    Kind.TRUST_AFTER_MUNICIPALITY: _trust_after_municipality,
    Kind.COMPONENT_LATE: _component_late,
}
