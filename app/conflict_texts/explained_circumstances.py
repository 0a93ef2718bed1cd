"""What speaks against a plan beside its dates, by the kind of conflict."""

from collections.abc import Callable, Mapping

from flask_babel import gettext as _

from app.conflict_texts.explanation import Explanation
from planning.conflicts import Kind


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


def _wave_not_reported() -> Explanation:
    return Explanation(
        _("Wave not reported live"),
        _(
            "The day of the wave, or the last day of its window, has passed, and not"
            " everybody in it is reported live."
        ),
        _(
            "What comes after is reckoned as if they had gone live. If the wave is"
            " late, dates, limits and money that follow from it are wrong."
        ),
        _(
            "Which municipalities are live is reported on their own pages. The status"
            " date is the one that the plan is looked at from."
        ),
    )


def _capacity_exceeded() -> Explanation:
    return Explanation(
        _("More asked for than there is"),
        _(
            "The waves together ask for more of something in a month than is entered"
            " as there. What is asked for is the average over the days of the month,"
            " and so is what there is."
        ),
        _(
            "Somebody has to wait, or work more than there are people for. It is a"
            " warning where any of the numbers is an assumption."
        ),
        _(
            "What municipalities ask for stands on the capacity page with its"
            " sources. How much there is, is entered by the programme office; of"
            " months without an entry nothing is claimed."
        ),
    )


CIRCUMSTANCES: Mapping[Kind, Callable[[], Explanation]] = {
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
    Kind.WAVE_NOT_REPORTED: _wave_not_reported,
    Kind.CAPACITY_EXCEEDED: _capacity_exceeded,
}
