"""Proposals of dates in words: how they stand, what was answered, and where."""

from collections.abc import Mapping

from flask_babel import gettext as _

from planning.proposals import State, Verdict

ANSWER_FIELDS = (
    "verdict",
    "day",
    "reason",
    "given_in",
    "case_number",
    "answered_on",
)
MARKS: Mapping[State, str] = {
    State.OPEN: "info",
    State.UNANSWERED: "warning",
    State.ACCEPTED: "success",
    State.REJECTED: "error",
    State.COUNTERED: "warning",
}
"""The colour of a state's badge; the others have none."""


def state_text(state: State) -> str:
    """How a proposal stands, in a word or two."""
    return {
        State.OPEN: _("not answered"),
        State.UNANSWERED: _("past its deadline"),
        State.ACCEPTED: _("accepted"),
        State.REJECTED: _("rejected"),
        State.COUNTERED: _("answered with another date"),
        State.WITHDRAWN: _("withdrawn"),
        State.BACK: _("no longer needed"),
        State.LIVE: _("went live"),
        State.WITHIN: _("within the agreed window"),
        State.OVERTAKEN: _("overtaken"),
    }[state]


def state_sentence(state: State) -> str:
    """What a state without an answer means; empty where there is an answer."""
    return {
        State.OPEN: _("The plan reckons with the new date. It is not accepted yet."),
        State.UNANSWERED: _("The day to answer by has passed, and there is no answer."),
        State.WITHDRAWN: _("The change that made the proposal was undone."),
        State.BACK: _("The plan came back to the date that holds."),
        State.LIVE: _("It went live before there was an answer."),
        State.WITHIN: _(
            "The day lies within the window that is agreed: nobody is asked."
        ),
        State.OVERTAKEN: _("A later change proposed something else."),
    }.get(state, "")


def verdict_texts() -> Mapping[str, str]:
    """The answers that can be given."""
    return {
        Verdict.ACCEPTED.value: _("accepted"),
        Verdict.REJECTED.value: _("rejected"),
        Verdict.COUNTERED.value: _("answered with another date"),
    }


def channel_texts() -> Mapping[str, str]:
    """Where an answer was given."""
    return {
        "letter": _("letter"),
        "e-mail": _("e-mail"),
        "minutes": _("minutes of a meeting"),
        "other": _("in another way"),
    }


def field_texts() -> Mapping[str, str]:
    """The fields of an answer, as the history tells them."""
    return {
        "verdict": _("answer"),
        "proposal_answer.day": _("go-live asked for instead"),
        "given_in": _("answered by"),
        "case_number": _("case number"),
        "answered_on": _("answered on"),
    }
