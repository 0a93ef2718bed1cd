"""Whether the dates that the plan has are agreed, told wherever a date is shown.

A mark stands beside a go-live that was proposed: not accepted yet, or accepted, with
its case. What was rejected or is late is a conflict and has its own mark; who was
never asked, and who is live, has none. A scenario may have other dates than those that
were proposed: these have no mark there.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Flask, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import long_date
from app.language import language
from app.proposal_words import answer_text
from app.proposed_dates import body_name, list_standings
from app.store import overlay, results
from app.store.names import names_for
from app.store.proposals import list_last_rows
from app.store.sorting import sort_key
from app.store.tables import ProposalAnswerRow, ProposalRow
from planning.binding_dates import bodies_of, municipality_of_body
from planning.calendars import to_date
from planning.evaluate import Evaluation
from planning.proposals import GO_LIVE, State, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedMark:
    """Whether a date is agreed: in a word or two, and in full."""

    text: str
    told: str
    icon: str
    url: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody whose answer is not there, and whether it should be."""

    name: str
    url: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class OpenInWave:
    """How many dates of a wave are proposed and not accepted, and whose."""

    summary: str
    asked: tuple[Asked, ...]


def init_app(app: Flask) -> None:
    """Let every template that shows dates say which of them are agreed."""
    app.add_template_global(agreed_marks)
    app.add_template_global(open_in_wave)


def agreed_marks() -> Mapping[str, AgreedMark]:
    """The mark beside each go-live: by a municipality’s number, or a trust’s id."""
    rows = list_last_rows()
    if not rows:
        return {}
    evaluation = results.evaluation(results.current_plan())
    return {
        municipality_of_body(row.body) or row.body: _mark(row, answer)
        for row, answer in rows
        if _is_marked(answer) and _is_planned(row, _day_ahead(evaluation, row.body))
    }


def _day_ahead(evaluation: Evaluation, body: str) -> int | None:
    """The go-live of who is not live."""
    number = municipality_of_body(body)
    if number is not None:
        return None if evaluation.is_live(number) else evaluation.go_live(number)
    at = evaluation.schedule.activities.get(body)
    return None if at is None or at.done else at.start


def _is_marked(answer: ProposalAnswerRow | None) -> bool:
    return answer is None or answer.verdict == Verdict.ACCEPTED


def _is_planned(row: ProposalRow, day: int | None) -> bool:
    return day is not None and row.becomes.get(GO_LIVE) == to_date(day).isoformat()


def _mark(row: ProposalRow, answer: ProposalAnswerRow | None) -> AgreedMark:
    url = url_for("proposals.proposal", proposal_id=row.id)
    if answer is None:
        return AgreedMark(
            text=_("Proposed"),
            told=_(
                "Proposed and not accepted yet. To be answered by %(day)s.",
                day=long_date(row.answer_by),
            ),
            icon="mail-question-mark",
            url=url,
            is_open=True,
        )
    text = _("Accepted")
    if answer.case_number:
        text = _("Accepted, case %(case)s", case=answer.case_number)
    return AgreedMark(
        text=text,
        told=answer_text(answer),
        icon="mail-check",
        url=url,
        is_open=False,
    )


def open_in_wave(code: str) -> OpenInWave | None:
    """Whose dates in a wave are proposed and not accepted; none in a scenario."""
    if overlay.find_open() is not None:
        return None
    plan = results.current_plan()
    bodies = bodies_of(results.evaluation(plan).snapshot, code)
    found = [it for it in list_standings(bodies) if it.is_open] if bodies else []
    if not found:
        return None
    names = names_for(plan, language())
    asked = [
        Asked(
            body_name(it.proposal.body, names),
            url_for("proposals.proposal", proposal_id=it.proposal.id),
            it.state is State.UNANSWERED,
        )
        for it in found
    ]
    summary = ngettext(
        "%(num)s proposed date here is not accepted yet.",
        "%(num)s proposed dates here are not accepted yet.",
        len(asked),
    )
    return OpenInWave(summary, tuple(sorted(asked, key=lambda it: sort_key(it.name))))
