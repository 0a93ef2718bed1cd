"""What proposals of dates come to, by the kind of conflict."""

from collections.abc import Callable, Mapping

from flask_babel import gettext as _

from app.conflict_texts.explanation import Explanation
from planning.conflicts import Kind


def _entered_by_the_office() -> str:
    return _(
        "The programme office enters the answer with where it was given. It stands"
        " with the proposal, beside the change that made it, and it holds until another"
        " answer is entered – also when something else is proposed in between."
    )


def _proposal_rejected() -> Explanation:
    return Explanation(
        _("Proposed date rejected"),
        _(
            "A new date binds a municipality or a hospital trust once it has accepted"
            " it. This one was rejected, and the plan has it."
        ),
        _(
            "They decide for themselves: the plan reckons with a go-live that nobody"
            " can hold them to. Until there is another answer, what was agreed before"
            " holds."
        ),
        _entered_by_the_office(),
    )


def _proposal_countered() -> Explanation:
    return Explanation(
        _("Another date asked for"),
        _(
            "A municipality or a hospital trust was asked about a new date and has"
            " answered with another one, which the plan does not have."
        ),
        _(
            "Who asks for a later day can hardly be ready before it: that is an error."
            " Who asks for an earlier one can be, and may have reasons of its own: that"
            " is a warning."
        ),
        _entered_by_the_office(),
    )


def _proposal_unanswered() -> Explanation:
    return Explanation(
        _("Proposed date not answered"),
        _(
            "A municipality or a hospital trust was asked about a new date, and the day"
            " to answer by has passed without an answer."
        ),
        _(
            "The plan reckons with the new date, but nobody has agreed to it. The"
            " longer that lasts, the less time is left to plan anew."
        ),
        _(
            "How long an answer may take is a setting of the programme office: no"
            " document names a number of days."
        ),
    )


PROPOSALS: Mapping[Kind, Callable[[], Explanation]] = {
    Kind.PROPOSAL_REJECTED: _proposal_rejected,
    Kind.PROPOSAL_COUNTERED: _proposal_countered,
    Kind.PROPOSAL_UNANSWERED: _proposal_unanswered,
}
