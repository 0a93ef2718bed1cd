"""Proposals of dates in words: how they stand, what was answered, and where."""

from collections.abc import Mapping
from datetime import date

from flask_babel import gettext as _

from app.filters import dated, long_date, moved
from app.store.tables import ProposalAnswerRow, ProposalRow
from planning.agreed import is_inside
from planning.calendars import to_date
from planning.proposals import (
    Closing,
    Dates,
    Proposal,
    State,
    Verdict,
    go_live_of,
    last_go_live_of,
)
from planning.snapshot import Precision

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


def day_text(dates: Dates) -> str:
    """The go-live among dates, as exactly as it is known, or that there is none."""
    day, last = go_live_of(dates), last_go_live_of(dates)
    if day is None:
        return _("no date")
    if last is None:
        return _("from %(first)s", first=long_date(day))
    return dated(to_date(day), to_date(last), Precision.WINDOW)


def days_text(proposal: Proposal) -> str:
    """By how much go-live is moved; else what is proposed instead of that."""
    was, becomes = proposal.was, proposal.becomes
    if is_inside(was, becomes):
        if proposal.closing is Closing.WITHIN:
            return ""
        return _("day set within the agreed window; limits move")
    if proposal.days:
        return moved(proposal.days)
    if go_live_of(was) != go_live_of(becomes):
        return ""
    if last_go_live_of(was) != last_go_live_of(becomes):
        return _("the same first day, another window")
    return _("the same go-live, other limits")


def closed_text(state: State, row: ProposalRow) -> str:
    """What a state without an answer means, and since when."""
    said = state_sentence(state)
    if state is State.OPEN and not row.becomes:
        said = _("The plan has no date for it now. That is not accepted yet.")
    if row.closed_on is None or not said:
        return said
    return _("%(day)s: %(what)s", day=long_date(row.closed_on), what=said)


def answer_text(answer: ProposalAnswerRow) -> str:
    """Accepted on 5 January 2024 (letter, case 24/17)."""
    where = channel_texts().get(answer.given_in, answer.given_in)
    if answer.case_number:
        where = _("%(where)s, case %(case)s", where=where, case=answer.case_number)
    told = {"day": long_date(answer.answered_on), "where": where}
    if answer.verdict == Verdict.ACCEPTED:
        return _("Accepted on %(day)s (%(where)s).", **told)
    if answer.verdict == Verdict.REJECTED:
        return _("Rejected on %(day)s (%(where)s).", **told)
    asked: date = answer.day or answer.answered_on
    return _(
        "Answered on %(day)s (%(where)s): %(asked)s instead.",
        **told,
        asked=long_date(asked),
    )


def agreement_text(planned: Dates, agreed: Dates, *, is_settled: bool) -> str:
    """Whether the go-live that a plan has is agreed; and what is, where it isn't."""
    if not planned:
        if is_settled:
            return _("Yes: it is agreed that there is no date for it.")
        return _(
            "No. The plan has no date for it; agreed is %(agreed)s.",
            agreed=day_text(agreed),
        )
    if is_settled:
        return _("Yes: %(planned)s is agreed.", planned=day_text(planned))
    shown = {"planned": day_text(planned), "agreed": day_text(agreed)}
    if shown["planned"] == shown["agreed"]:
        return _(
            "Not all of it: %(planned)s is agreed, but not the limits that are counted"
            " back from it.",
            **shown,
        )
    return _("No. The plan has %(planned)s; agreed is %(agreed)s.", **shown)
