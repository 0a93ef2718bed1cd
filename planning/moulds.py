"""The rollout template cast for one municipality after the other, and kept.

What nobody has reported on and no limit is named for is the same in every plan that
has the template: it is made once for each municipality and wave.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from planning.activities import Activity, Constraint, ConstraintKind, Link, LinkKind
from planning.lag_calendars import Periods, find_calendar
from planning.nodes import GO_LIVE, WAVE_GO_LIVE, Node, Owner, activity_id, wave_id
from planning.snapshot import Placing, Template, TemplateActivity, TemplateLink
from planning.template import GoLives, complete_template

# Looking a kind up by its letters is quick, asking the enumeration is not.
KINDS: Mapping[str, LinkKind] = {kind.value: kind for kind in LinkKind}

# Every municipality in two or three waves: those that are tried are seldom more.
MOST_CASTS = 200

AS_LATE_AS_POSSIBLE = Constraint(kind=ConstraintKind.AS_LATE_AS_POSSIBLE)


@dataclass(frozen=True, slots=True)
class Cast:
    """What the steps of one municipality in one wave are made of.

    Of each link `counted_from` is the limit that it counts from go-live, if it does.
    """

    steps: tuple[TemplateActivity, ...]
    nodes: Mapping[str, Node]
    activities: tuple[Activity, ...]
    links: tuple[Link, ...]
    counted_from: tuple[str, ...]


class Mould:
    """A template, and what has been cast from it: the same for every plan."""

    def __init__(self, template: Template, periods: Periods) -> None:
        self.template = template
        self.periods = periods
        self.cast = lru_cache(maxsize=MOST_CASTS)(self._cast)

    def _cast(self, number: str, wave: str) -> Cast:
        """What nobody has reported on and no limit is named for, but go-live."""
        steps, links = self.template.activities, self.template.links
        nodes = [
            Node(
                activity_id(number, step.key),
                Owner.MUNICIPALITY,
                number,
                step.key,
                step.kind,
            )
            for step in steps
        ]
        return Cast(
            steps,
            {node.id: node for node in nodes},
            tuple(
                _plain(node.id, step) for node, step in zip(nodes, steps, strict=True)
            ),
            tuple(self._link(number, wave, link) for link in links),
            tuple(
                link.predecessor
                if link.successor == GO_LIVE and link.lag.amount > 0
                else ""
                for link in links
            ),
        )

    def _link(self, number: str, wave: str, link: TemplateLink) -> Link:
        return Link(
            predecessor=(
                wave_id(wave)
                if link.predecessor == WAVE_GO_LIVE
                else activity_id(number, link.predecessor)
            ),
            successor=activity_id(number, link.successor),
            kind=KINDS[link.kind],
            lag=link.lag,
            calendar=find_calendar(link.calendar, self.periods),
        )


@lru_cache(maxsize=8)
def mould_of(template: Template, *, holds_option: bool, periods: Periods = ()) -> Mould:
    """The mould of the template that a municipality with or without option follows.

    Of the closed periods come the calendars that its links are counted on.
    """
    go_lives = GoLives(GO_LIVE, WAVE_GO_LIVE)
    whole = complete_template(template, go_lives, holds_option=holds_option)
    return Mould(whole, periods)


def _plain(id: str, step: TemplateActivity) -> Activity:
    late = step.placing is Placing.AS_LATE_AS_POSSIBLE
    return Activity(
        id=id,
        duration=step.duration,
        constraint=AS_LATE_AS_POSSIBLE if late else None,
        is_target=step.key == GO_LIVE,
    )
