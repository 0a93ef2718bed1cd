"""What councils have asked to be done, and until when notice runs that was given."""

from collections.abc import Iterator

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy import select

from app.deadline_sources.deadline import Deadline, Kind, places_of, whole_day
from app.extensions import db
from app.filters import long_date
from app.store.commitments import facts_by_municipality
from app.store.names import Names
from app.store.tables import CouncilTaskRow
from planning.calendars import to_day
from planning.evaluate import Evaluation
from planning.rights.chain import chain_of
from planning.rights.leaving import Party, give_notice

LONGEST_TEXT = 120


def list_tasks(evaluation: Evaluation, names: Names) -> Iterator[Deadline]:
    """The tasks that have a day to be done by."""
    places = places_of(evaluation)
    rows = select(CouncilTaskRow).where(CouncilTaskRow.due_day.is_not(None))
    for row in db.session.scalars(rows.order_by(CouncilTaskRow.id)):
        if row.due_day is None or row.municipality not in places:
            continue
        yield Deadline(
            id=f"task.{row.id}",
            kind=Kind.TASK,
            window=whole_day(to_day(row.due_day)),
            what=_short(row.text),
            whose=names.municipality(row.municipality),
            how_sure=_("Set by the council"),
            is_firm=True,
            is_done=row.done_on is not None,
            url=url_for("rights.municipality", number=row.municipality),
            place=places[row.municipality],
        )


def list_notices(evaluation: Evaluation, names: Names) -> Iterator[Deadline]:
    """Where notice is given, the day on which the membership is over."""
    today = evaluation.snapshot.status_date
    holders = {
        it.number for it in evaluation.snapshot.municipalities if it.holds_option
    }
    places = places_of(evaluation)
    for number, facts in facts_by_municipality().items():
        state = chain_of(facts, today, holds_option=number in holders)
        if not state.is_leaving or state.side is None or number not in places:
            continue
        party = Party.MUNICIPALITY if number in holders else Party.FOUNDER
        given = state.side.first
        yield Deadline(
            id=f"notice.{number}",
            kind=Kind.NOTICE,
            window=whole_day(give_notice(party, given, evaluation.calendar).ends),
            what=_("The notice runs out, and the membership is over"),
            whose=names.municipality(number),
            how_sure=_(
                "Counted from the notice given on %(day)s", day=long_date(given)
            ),
            is_firm=state.side.first == state.side.last,
            is_done=False,
            url=url_for("rights.municipality", number=number),
            place=places[number],
        )


def _short(text: str) -> str:
    """A text of the council in one line; the page of the municipality has all of it."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_TEXT else f"{line[: LONGEST_TEXT - 1]}…"
