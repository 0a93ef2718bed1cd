"""Answers that are asked for: dates proposed to who decides for itself."""

from collections.abc import Iterator

from flask import url_for
from flask_babel import gettext as _

from app.deadline_sources.deadline import (
    NOWHERE,
    Deadline,
    Kind,
    Place,
    places_of,
    whole_day,
)
from app.proposed_dates import MUNICIPALITY, body_name, list_standings
from app.store import overlay
from app.store.names import Names
from planning.evaluate import Evaluation


def list_answers(evaluation: Evaluation, names: Names) -> Iterator[Deadline]:
    """The proposals that are not answered; a scenario proposes nothing."""
    if overlay.find_open() is not None:
        return
    places = places_of(evaluation)
    trusts = {it.code: Place(wave=it.wave or "") for it in evaluation.snapshot.trusts}
    for it in list_standings():
        if not it.is_open:
            continue
        kind, _dot, key = it.proposal.body.partition(".")
        number = key if kind == MUNICIPALITY else ""
        yield Deadline(
            id=f"answer.{it.proposal.id}",
            kind=Kind.ANSWER,
            window=whole_day(it.proposal.answer_by),
            what=_("Answer to the proposed date"),
            whose=body_name(it.proposal.body, names),
            how_sure=_("Asked for by the programme office"),
            is_firm=True,
            is_done=False,
            url=url_for("proposals.proposal", proposal_id=it.proposal.id),
            place=places.get(number) or trusts.get(key, NOWHERE),
        )
