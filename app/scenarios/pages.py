"""Scenarios as pages show them: what each changes, and how each change stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for

from app.access import User
from app.changes import change_text
from app.scenario_address import here, inside
from app.store.names import Names
from app.store.tables import ScenarioRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioLine:
    """A scenario in the list."""

    id: int
    name: str
    note: str
    owner: str
    url: str
    is_own: bool
    is_shared: bool
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioChangeLine:
    """A change of a scenario as a sentence."""

    id: int
    text: str
    is_taken_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenariosPage:
    """All scenarios that a user may see."""

    lines: tuple[ScenarioLine, ...]
    can_make: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioPage:
    """One scenario; `board_url` is the board as it has it."""

    line: ScenarioLine
    changes: tuple[ScenarioChangeLine, ...]
    board_url: str


def scenarios_page(rows: Iterable[ScenarioRow], *, user: User) -> ScenariosPage:
    """The list, for a user."""
    return ScenariosPage(
        lines=tuple(_line(it, user) for it in rows), can_make=user.may("plan.edit")
    )


def scenario_page(row: ScenarioRow, names: Names, *, user: User) -> ScenarioPage:
    """One scenario, for a user who may see it."""
    return ScenarioPage(
        line=_line(row, user),
        changes=tuple(
            ScenarioChangeLine(
                id=it.id,
                text=change_text(it, names),
                is_taken_back=it.is_taken_back,
            )
            for it in row.changes
        ),
        board_url=inside(row.id, url_for("waves.board")),
    )


def _line(row: ScenarioRow, user: User) -> ScenarioLine:
    return ScenarioLine(
        id=row.id,
        name=row.name,
        note=row.note,
        owner=row.owner_name,
        url=here("scenarios.scenario", scenario_id=row.id),
        is_own=row.owner == user.key,
        is_shared=row.is_shared,
        count=sum(not it.is_taken_back for it in row.changes),
    )
