"""Scenarios as pages show them: what each changes, and what that comes to."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from flask import url_for

from app.access import User
from app.filters import moment
from app.frame import flagged_text
from app.past_changes import writer_name
from app.scenario_address import adopt_url, compare_url, here, inside
from app.scenarios.change_lines import ScenarioChangeLine, change_lines
from app.scenarios.outcomes import OutcomePart
from app.scenarios.words import Mark, fate_mark
from app.store.laying import Laid
from app.store.names import Names
from app.store.tables import ScenarioRow

Standings = Sequence[Laid]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioLine:
    """A scenario in the list, and at the head of its own page.

    `flagged` says how many of its changes no longer fit the plan; mostly empty.
    `adopted` says that it has become the plan, or did until that was undone.
    """

    id: int
    name: str
    note: str
    owner: str
    url: str
    is_own: bool
    is_shared: bool
    adopted: Mark | None
    count: int
    flagged: str
    changed: str
    board_url: str

    @property
    def is_adopted(self) -> bool:
        """Whether it has become the plan, also where that was undone."""
        return self.adopted is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenariosPage:
    """All scenarios that a user may see."""

    lines: tuple[ScenarioLine, ...]
    can_make: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """The scenario that another one began as a copy of."""

    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioPage:
    """One scenario; without `origin` it is no copy, or of one that can't be seen.

    Without an outcome it changes nothing yet. Of the addresses those are empty that
    lead to what the user can't do. What has been adopted is measured no more: it is in
    the plan, and `adoption_url` tells what moved with it.
    """

    line: ScenarioLine
    made: str
    adopted: str
    is_undone: bool
    adoption_url: str
    origin: Origin | None
    changes: tuple[ScenarioChangeLine, ...]
    outcome: OutcomePart | None
    compare_url: str
    adopt_url: str
    template_url: str
    can_change: bool
    can_copy: bool


def scenarios_page(
    rows: Sequence[ScenarioRow],
    standings: Mapping[int, Standings],
    *,
    undone: Container[int],
    user: User,
) -> ScenariosPage:
    """The list, for a user; `undone` are those whose adoption was undone."""
    return ScenariosPage(
        lines=tuple(
            scenario_line(it, standings[it.id], is_undone=it.id in undone, user=user)
            for it in rows
        ),
        can_make=user.may("plan.edit"),
    )


def scenario_page(
    row: ScenarioRow,
    laid: Standings,
    names: Names,
    *,
    outcome: OutcomePart | None,
    origin: ScenarioRow | None,
    is_undone: bool,
    user: User,
) -> ScenarioPage:
    """One scenario, for a user who may see it."""
    line = scenario_line(row, laid, is_undone=is_undone, user=user)
    can_copy = user.may("plan.edit")
    can_change = can_copy and line.is_own and not line.is_adopted
    return ScenarioPage(
        line=line,
        made=moment(row.made_at),
        adopted="" if row.adopted_at is None else moment(row.adopted_at),
        is_undone=is_undone,
        adoption_url=_adoption_url(row, user),
        origin=None
        if origin is None
        else Origin(origin.name, url_for("scenarios.scenario", scenario_id=origin.id)),
        changes=change_lines(
            row, {it.change_id: it for it in laid}, names, is_undone=is_undone
        ),
        outcome=outcome,
        compare_url="" if line.is_adopted else compare_url(row.id),
        adopt_url=adopt_url(row.id, user=user) if can_change else "",
        template_url=inside(row.id, url_for("rollout.template")),
        can_change=can_change,
        can_copy=can_copy,
    )


def _adoption_url(row: ScenarioRow, user: User) -> str:
    """The change of the plan that a scenario became, for who may see the history."""
    if row.adopted_change is None or not user.may("history.view"):
        return ""
    return url_for("history.change", change_id=row.adopted_change)


def scenario_line(
    row: ScenarioRow, laid: Standings, *, is_undone: bool, user: User
) -> ScenarioLine:
    """A scenario with how many of its changes fit the plan as it is."""
    return ScenarioLine(
        id=row.id,
        name=row.name,
        note=row.note,
        owner=writer_name(row.owner, row.owner_name),
        url=here("scenarios.scenario", scenario_id=row.id),
        is_own=row.owner == user.key,
        is_shared=row.is_shared,
        adopted=None if row.adopted_at is None else fate_mark(is_undone=is_undone),
        count=sum(not it.is_taken_back for it in row.changes),
        flagged=flagged_text(sum(it.is_flagged for it in laid)),
        changed=moment(max([row.made_at, *(it.at for it in row.changes)])),
        board_url=inside(row.id, url_for("waves.board")),
    )
