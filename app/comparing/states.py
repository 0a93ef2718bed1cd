"""The states that can be compared: the plan now, scenarios, baselines, earlier plans.

A state is named in the address of a page: `plan`, `scenario:3`, `baseline:1`,
`vintage:2020-06`. What a user may not see is not found. A scenario is reckoned by
opening it, once for each of its versions.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import abort, url_for
from flask_babel import gettext as _

from app.access import User
from app.addresses import LARGEST_ID
from app.earlier_plans import (
    GO_LIVE,
    KNOWN_AFTERWARDS,
    list_statements,
    list_vintages,
    statement_of,
)
from app.filters import dated, moment, plain_text
from app.past_changes import writer_name
from app.store import overlay, results
from app.store.baselines import find_baseline, find_state, list_baselines
from app.store.scenarios import find_scenario, list_scenarios
from app.store.tables import ScenarioRow, StatementRow, VintageRow
from planning.compared import State, Statements
from planning.evaluate import Evaluation
from planning.plan_state import plan_state
from planning.slippage import LATER_OFFER
from planning.snapshot import Window
from planning.state import PlanState

PLAN, SCENARIO, BASELINE = "plan", "scenario", "baseline"
ACTUAL = "actual"


@dataclass(frozen=True, slots=True)
class StateOption:
    """A state that a user may choose, and under which heading."""

    value: str
    label: str
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedState:
    """A state that is compared; without `evaluation` its chains are not known.

    `kind` says what it is in a few words, `url` leads to its own page. `revision` is
    the one of the plan that it stands on.
    """

    value: str
    name: str
    kind: str
    url: str
    state: State
    revision: int = 0
    evaluation: Evaluation | None = None
    scenario: int | None = None

    @property
    def is_tampered(self) -> bool:
        """Whether it is a baseline that is not what it was when it was made."""
        return self.value.startswith(BASELINE) and self.plan_state is None

    @property
    def plan_state(self) -> PlanState | None:
        return self.state if isinstance(self.state, PlanState) else None


def in_time(one: OpenedState, other: OpenedState) -> tuple[OpenedState, OpenedState]:
    """Two states, that which was first before; a scenario comes after what is.

    Where both are of the same time, they stay as they are.
    """

    def place(it: OpenedState) -> tuple[bool, int, bool]:
        return it.scenario is not None, it.revision, it.value == PLAN

    first, second = sorted((one, other), key=place)
    return first, second


def moved_url(
    endpoint: str, one: OpenedState, other: OpenedState, of: str | None = None
) -> str:
    """An address about what moved from one state to another."""
    both: dict[str, Any] = {"from": one.value, "to": other.value, "of": of}
    return url_for(endpoint, **both)


def list_options(user: User) -> tuple[StateOption, ...]:
    """Every state that a user may choose, the plan first.

    Scenarios of several owners may have one name: those say whose they are.
    """
    scenarios = list_scenarios(results.current_plan().id, user.key)
    names = Counter(it.name for it in scenarios)
    return (
        StateOption(PLAN, _("The plan now"), ""),
        *(
            StateOption(
                f"{SCENARIO}:{it.id}",
                it.name if names[it.name] == 1 else _with_owner(it),
                _("Scenarios"),
            )
            for it in scenarios
        ),
        *(
            StateOption(f"{BASELINE}:{it.id}", it.name, _("Baselines"))
            for it in reversed(list_baselines())
        ),
        *(
            StateOption(f"vintage:{it.key}", plain_text(it.names), _("Earlier plans"))
            for it in list_told()
        ),
    )


def _with_owner(row: ScenarioRow) -> str:
    return _(
        "%(name)s (%(owner)s, %(made)s)",
        name=row.name,
        owner=writer_name(row.owner, row.owner_name),
        made=moment(row.made_at),
    )


def list_told() -> Iterator[VintageRow]:
    """The earlier plans that say of anybody when they go live, oldest first."""
    telling = {it.vintage for it in list_statements() if _is_told(it)}
    yield from (it for it in list_vintages() if it.key in telling)


def get_state(value: str, user: User) -> OpenedState:
    """A state by its name in an address; one that a user can't see is not found."""
    return find_opened(value, user) or abort(404)


def find_opened(value: str, user: User) -> OpenedState | None:
    """A state by its name in an address, where a user may see it."""
    kind, _separator, key = value.partition(":")
    opened = None
    if value == PLAN:
        opened = _plan()
    elif kind == "vintage":
        opened = _find_vintage(key)
    elif key.isascii() and key.isdigit() and int(key[:12]) <= LARGEST_ID:
        opened = _find_numbered(kind, int(key), user)
    return opened


def _find_numbered(kind: str, id: int, user: User) -> OpenedState | None:
    if kind == SCENARIO:
        return _find_scenario(id, user)
    return _find_frozen(id) if kind == BASELINE else None


def _plan() -> OpenedState:
    plan = results.current_plan()
    key = ("compared", plan.id, results.revision())
    evaluation = results.evaluation(plan)
    state: PlanState | None = results.results().find(key)
    if state is None:
        state = plan_state(evaluation)
        results.results().keep(key, state)
    return OpenedState(
        value=PLAN,
        name=_("The plan now"),
        kind=_("The plan"),
        url=url_for("waves.board"),
        state=state,
        revision=state.revision,
        evaluation=evaluation,
    )


def _find_scenario(scenario_id: int, user: User) -> OpenedState | None:
    row = find_scenario(scenario_id, user.key)
    if row is None:
        return None
    name, kind = row.name, _scenario_kind(row, user)
    evaluation, state = _reckoned(row)
    return OpenedState(
        value=f"{SCENARIO}:{scenario_id}",
        name=name,
        kind=kind,
        url=url_for("scenarios.scenario", scenario_id=scenario_id),
        state=state,
        revision=state.revision,
        evaluation=evaluation,
        scenario=scenario_id,
    )


def _scenario_kind(row: ScenarioRow, user: User) -> str:
    """What a scenario is; another user's says whose it is."""
    if row.owner != user.key:
        owner = writer_name(row.owner, row.owner_name)
        return _("Scenario of %(owner)s, shared", owner=owner)
    return _("Scenario, shared") if row.is_shared else _("Scenario, private")


def _reckoned(row: ScenarioRow) -> tuple[Evaluation, PlanState]:
    """What the plan comes to in a scenario; nobody else sees it meanwhile."""
    key = ("compared-scenario", row.id, row.version, results.revision())
    found: tuple[Evaluation, PlanState] | None = results.results().find(key)
    if found is not None:
        return found
    try:
        opened = overlay.open_scenario(row.id)
        evaluation = results.evaluation(results.current_plan())
        key = ("compared-scenario", opened.id, opened.version, results.revision())
    finally:
        overlay.leave_scenario()
    found = evaluation, plan_state(evaluation)
    results.results().keep(key, found)
    return found


def _find_frozen(baseline_id: int) -> OpenedState | None:
    """A baseline; one that has been tampered with says nothing."""
    row = find_baseline(baseline_id)
    if row is None:
        return None
    state = find_state(row)
    kind = _("Baseline of %(moment)s", moment=moment(row.made_at))
    return OpenedState(
        value=f"{BASELINE}:{row.id}",
        name=row.name,
        kind=_("Baseline that has been tampered with") if state is None else kind,
        url=url_for("baselines.baseline", baseline_id=row.id),
        state=state or Statements({}),
        revision=row.revision,
    )


def _find_vintage(key: str) -> OpenedState | None:
    row = next((it for it in list_vintages() if it.key == key), None)
    windows = None if row is None else _kept_windows(row)
    if row is None or windows is None:
        return None
    return OpenedState(
        value=f"vintage:{key}",
        name=plain_text(row.names),
        kind=_(
            "Earlier plan, %(dated)s",
            dated=dated(row.dated_first, row.dated_last, row.precision),
        ),
        url=url_for("slippage.index"),
        state=Statements(windows),
    )


def _kept_windows(vintage: VintageRow) -> Mapping[str, Window] | None:
    """What an earlier plan states, read once; None where it tells of nobody."""
    key = ("compared-vintage", vintage.key, results.revision())
    known: tuple[Mapping[str, Window] | None] | None = results.results().find(key)
    if known is None:
        rows = [it for it in list_statements() if it.vintage == vintage.key]
        told = [it for it in rows if _is_told(it)]
        known = (_windows(vintage, told) if told else None,)
        results.results().keep(key, known)
    return known[0]


def _windows(vintage: VintageRow, rows: Sequence[StatementRow]) -> Mapping[str, Window]:
    """Who isn't named is told by the region's date."""
    windows = {
        scope: statement_of(row, {vintage.key: vintage}).window
        for row in rows
        for scope in row.scopes
        if not scope.endswith(LATER_OFFER)
    }
    snapshot = results.evaluation(results.current_plan()).snapshot
    for it in snapshot.municipalities:
        window = windows.get(f"region:{it.region}")
        if window is not None:
            windows.setdefault(f"municipality:{it.number}", window)
    return windows


def _is_told(row: StatementRow) -> bool:
    return (
        row.kind == GO_LIVE
        and bool(row.window_first and row.scopes)
        and row.vintage not in (KNOWN_AFTERWARDS, ACTUAL)
    )
