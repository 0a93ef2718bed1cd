"""Why a step is on its planned date, in words."""

from collections.abc import Sequence

from flask_babel import gettext as _

from app.lag_words import lag_text
from app.store.names import Names
from app.store.tables import TemplateActivityRow
from planning.evaluate import Evaluation
from planning.rollout import GO_LIVE, WAVE_GO_LIVE, Owner
from planning.schedule import Bound, ScheduledActivity
from planning.snapshot import Placing


class Why:
    """Says in words what sets a date."""

    def __init__(self, evaluation: Evaluation, number: str, names: Names) -> None:
        self.names = names
        self._number = number
        self._nodes = evaluation.nodes
        self._explicit = {
            it.activity
            for it in evaluation.snapshot.deadlines
            if it.municipality == number
        }
        self._links = {
            (link.predecessor, link.successor): link
            for link in evaluation.snapshot.plan.template.links
        }

    def text(self, at: ScheduledActivity, row: TemplateActivityRow) -> str:
        """One sentence on why a step is on its planned date."""
        if at.done:
            return _("It is reported done.")
        if at.bound is Bound.ACTUAL:
            return _("It has begun; what is left is counted from the status date.")
        if row.placing == Placing.AS_LATE_AS_POSSIBLE:
            return self._counted_back(at, row.key)
        return self._following(at)

    def _counted_back(self, at: ScheduledActivity, key: str) -> str:
        if key == GO_LIVE:
            return _("It follows the wave’s go-live.")
        if key in self._explicit:
            return _("The day is named for this municipality, and not counted.")
        if not at.held_by:
            return _("Its own limit sets the date.")
        holder = at.held_by[0]
        link = self._links.get((key, self._key(holder)))
        if link is not None and link.lag.amount > 0:
            return _(
                "Counted back %(duration)s from: %(what)s.",
                duration=lag_text(link.lag, link.calendar),
                what=self._list(at.held_by),
            )
        return _("As late as possible before: %(what)s.", what=self._list(at.held_by))

    def _following(self, at: ScheduledActivity) -> str:
        if at.bound is Bound.STATUS_DATE:
            return _("It is not done, so it comes after the status date.")
        if at.driven_by:
            return _(
                "As soon as possible after: %(what)s.", what=self._list(at.driven_by)
            )
        return _("Nothing comes before it.")

    def _key(self, id: str) -> str:
        node = self._nodes[id]
        return WAVE_GO_LIVE if node.owner is Owner.WAVE else node.key

    def _list(self, ids: Sequence[str]) -> str:
        """Name the neighbours; the municipality's own without its name."""
        own = (
            self.names.activity(self._nodes[id].key)
            if self._nodes[id].owner is Owner.MUNICIPALITY
            else self.names.node(id)
            for id in ids
        )
        return ", ".join(dict.fromkeys(own))
