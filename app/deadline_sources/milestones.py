"""The dates of the programme itself that somebody waits for."""

from collections.abc import Iterator

from flask import url_for
from flask_babel import gettext as _

from app.deadline_sources.deadline import Deadline, Kind
from app.how_dated import How, HowDated
from app.store.names import Names
from planning.evaluate import Evaluation
from planning.rollout import programme_id

FIRM = frozenset({How.SET, How.DOCUMENTED, How.REPORTED})


def list_milestones(evaluation: Evaluation, names: Names) -> Iterator[Deadline]:
    """Every date of the programme; a phase is work, and nobody’s deadline."""
    dated = HowDated(evaluation)
    for it in evaluation.snapshot.plan.milestones:
        if it.is_phase:
            continue
        id = programme_id(it.key)
        how = How.REPORTED if it.is_done else dated.of(id)
        yield Deadline(
            id=id,
            kind=Kind.MILESTONE,
            window=it.window,
            what=names.milestone(it.key),
            whose=_("The programme"),
            how_sure=_sureness(how),
            is_firm=how in FIRM and it.window.is_day,
            is_done=it.is_done,
            url=url_for("dates.date", activity_id=id),
        )


def _sureness(how: How) -> str:
    return {
        How.COMPUTED: _("Computed by the plan"),
        How.SET: _("Set by the programme office"),
        How.REPORTED: _("Has happened"),
        How.DOCUMENTED: _("Stated by a document"),
        How.PRESUMED: _("Nobody has reported it"),
    }[how]
