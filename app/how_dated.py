"""How each date of a plan is known: counted by the plan, or said by somebody.

A date that was counted is the plain one. What a person set, what is reported, what
a document states and what is presumed for want of a report each look different, in
every place where the date stands. A go-live is known as that of its wave is.
"""

from enum import StrEnum

from flask import Flask
from flask_babel import gettext as _

from planning.evaluate import Evaluation
from planning.rollout import GO_LIVE, GOVERNED_BY_LIMIT, Node, Owner
from planning.schedule import ScheduledActivity
from planning.snapshot import ActivityKind, Because, Wave


class How(StrEnum):
    """How a date is known; the values are class names too."""

    COMPUTED = "computed"
    SET = "set"
    REPORTED = "reported"
    DOCUMENTED = "documented"
    PRESUMED = "presumed"


def init_app(app: Flask) -> None:
    """Let the mark beside a date say how it is known."""
    app.add_template_filter(how_text)


def how_text(how: How) -> str:
    """Say in a few words how a date is known."""
    match How(how):
        case How.COMPUTED:
            return _("computed")
        case How.SET:
            return _("set by people")
        case How.REPORTED:
            return _("reported")
        case How.DOCUMENTED:
            return _("stated by a document")
        case How.PRESUMED:
            return _("presumed")


def how_wave_dated(wave: Wave | None) -> How:
    """How the day that a wave is reckoned with is known."""
    reckoning = None if wave is None else wave.reckoning
    if wave is None or reckoning is None:
        return How.COMPUTED
    if reckoning.because in {Because.ACTUAL, Because.ACTUAL_FIRST_DAY}:
        return How.REPORTED
    is_set = reckoning.because is Because.SET_BY_OFFICE or wave.is_entered
    return How.SET if is_set else How.DOCUMENTED


class HowDated:
    """Tells of every date of one evaluation how it is known."""

    def __init__(self, evaluation: Evaluation) -> None:
        snapshot = evaluation.snapshot
        self._nodes = evaluation.nodes
        self._activities = evaluation.schedule.activities
        self._waves = {it.code: how_wave_dated(it) for it in snapshot.plan.waves}
        self._wave_of = {it.municipality: it.wave for it in snapshot.plan.placements}
        self._wave_of |= {it.code: it.wave for it in snapshot.trusts}
        self._named = {
            (it.municipality, it.activity): (
                it.day,
                How.SET if it.is_entered else How.DOCUMENTED,
            )
            for it in snapshot.deadlines
        }

    def of(self, id: str) -> How:
        """How the planned date of an activity is known."""
        node, at = self._nodes[id], self._activities[id]
        if node.owner is Owner.WAVE:
            return self._waves[node.owner_id]
        if at.done:
            return How.REPORTED
        if node.owner is Owner.PROGRAMME:
            return How.DOCUMENTED
        if at.presumed and node.kind is not ActivityKind.LIMIT:
            return How.PRESUMED
        if node.owner is Owner.TRUST or node.key == GO_LIVE:
            return self._with_wave(node)
        return self._named_how(node, at)

    def _with_wave(self, node: Node) -> How:
        """Whoever is in a wave that is live, and has not been reported, is presumed."""
        how = self._waves.get(self._wave_of.get(node.owner_id) or "", How.COMPUTED)
        return How.PRESUMED if how is How.REPORTED else how

    def _named_how(self, node: Node, at: ScheduledActivity) -> How:
        """A day that is named for a limit holds what has to happen by it, too."""
        for key in (node.key, GOVERNED_BY_LIMIT.get(node.key)):
            day, how = self._named.get((node.owner_id, key or ""), (None, How.COMPUTED))
            if day == at.start:
                return how
        return How.COMPUTED
