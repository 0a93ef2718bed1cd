"""A plan as a project: its network, under its waves and municipalities.

The programme is a heading over its own dates and all waves, a wave one over its
go-live, the trusts and the municipalities in it. A part of a plan comes with the
days of the waves that it hangs on.
"""

from collections.abc import Iterator, Mapping, Sequence, Set

from app.exchange.mspdi.losses import Losses
from app.exchange.mspdi.project import Baseline, Line, Origin, Project, Span
from app.lag_words import calendar_texts
from app.store.names import Names
from app.store.sorting import sort_key
from planning.calendars import Calendar
from planning.evaluate import Evaluation
from planning.lag_calendars import LagCalendar, find_calendar
from planning.network import Link
from planning.nodes import programme_id, trust_id, wave_id
from planning.programme import before_all
from planning.rollout import Node, Owner
from planning.schedule import Ends
from planning.state import PlanState

PROGRAMME, WAVE, MUNICIPALITY, STEP = 1, 2, 3, 4


def programme_project(
    evaluation: Evaluation,
    names: Names,
    losses: Losses,
    *,
    title: str,
    municipality: str | None = None,
    wave: str | None = None,
    baselines: Sequence[Mapping[str, Span]] = (),
) -> Project:
    """The network of a whole plan, or of one wave or municipality of it."""
    snapshot, network = evaluation.snapshot, evaluation.network
    nodes = _chosen(evaluation, municipality, wave)
    links = [it for it in _links(evaluation) if it.successor in nodes]
    _note(links, nodes, names, losses)
    schedule = evaluation.schedule.activities
    return Project(
        name=title,
        start=before_all(snapshot),
        calendar=evaluation.calendar,
        activities=tuple(it for it in network.activities if it.id in nodes),
        links=tuple(it for it in links if it.predecessor in nodes),
        status_date=snapshot.status_date,
        ends=Ends.OWN_FINISH,
        names={id: task_name(node, names) for id, node in nodes.items()},
        outline=tuple(_outline(nodes, evaluation, names, title)),
        presumed=frozenset(id for id in nodes if schedule[id].presumed),
        calendar_names=dict(_calendar_names(evaluation)),
        passing=frozenset(id for id in nodes if not evaluation.is_work(id)),
        criticality=snapshot.thresholds.criticality,
        baselines=tuple(_baselines(baselines, nodes)),
        origin=Origin(
            plan=snapshot.plan.name,
            revision=snapshot.revision,
            municipality=municipality or "",
            wave=wave or "",
        ),
    )


def _calendar_names(evaluation: Evaluation) -> Iterator[tuple[Calendar, str]]:
    """What the calendars are called that the time between steps is counted on."""
    periods = evaluation.snapshot.closed_periods
    told = calendar_texts()
    for name in (LagCalendar.GO_LIVE_FREEZE, LagCalendar.COUNCIL_RECESS):
        calendar = find_calendar(name, periods)
        if calendar is not None:
            text = told[name.value]
            yield calendar, text[:1].upper() + text[1:]


def _note(
    links: Sequence[Link], nodes: Mapping[str, Node], names: Names, losses: Losses
) -> None:
    """What of every plan, and of this part of one, is not in the file."""
    for link in links:
        if link.predecessor not in nodes:
            losses.note("links-left-out", names.node(link.successor))
    losses.note("plan-only")
    losses.note("own-floats")


def _chosen(
    evaluation: Evaluation, municipality: str | None, wave: str | None
) -> dict[str, Node]:
    """The nodes that are asked for, in the order of the plan."""
    if municipality is None and wave is None:
        return dict(evaluation.nodes)
    wave_of = {it.municipality: it.wave for it in evaluation.snapshot.plan.placements}
    numbers = {
        number
        for number, code in wave_of.items()
        if municipality in (None, number) and wave in (None, code)
    }
    codes = {code for number in numbers if (code := wave_of[number])} | {wave}
    trusts = {
        it.code
        for it in evaluation.snapshot.trusts
        if wave is not None and it.wave == wave
    }
    wanted: Mapping[Owner, Set[str | None]] = {
        Owner.MUNICIPALITY: numbers,
        Owner.WAVE: codes,
        Owner.TRUST: trusts,
        Owner.PROGRAMME: set(),
    }
    return {
        id: node
        for id, node in evaluation.nodes.items()
        if node.owner_id in wanted[node.owner]
    }


def _links(evaluation: Evaluation) -> Iterator[Link]:
    """The links of a network, as they were before it was compiled."""
    network = evaluation.network
    for activity, waits in zip(network.activities, network.predecessors, strict=True):
        for before, kind, lag, calendar in waits:
            yield Link(
                predecessor=network.activities[before].id,
                successor=activity.id,
                kind=kind,
                lag=lag,
                calendar=calendar,
            )


def task_name(node: Node, names: Names) -> str:
    """What a step is called under the heading that it stands under."""
    match node.owner:
        case Owner.MUNICIPALITY:
            return names.activity(node.key)
        case Owner.WAVE:
            return names.activity("wave-go-live")
        case _:
            return names.node(node.id)


def _outline(
    nodes: Mapping[str, Node], evaluation: Evaluation, names: Names, title: str
) -> Iterator[Line]:
    yield Line(PROGRAMME, title)
    wave_of_trust = {it.code: it.wave for it in evaluation.snapshot.trusts}
    in_waves = {
        it.owner_id: wave_of_trust.get(it.owner_id)
        for it in nodes.values()
        if it.owner is Owner.TRUST
    }
    waves = [it for it in nodes.values() if it.owner is Owner.WAVE]
    codes = {it.owner_id for it in waves}
    for node in nodes.values():
        loose = node.owner is Owner.TRUST and in_waves[node.owner_id] not in codes
        if node.owner is Owner.PROGRAMME or loose:
            yield Line(WAVE, task_name(node, names), node.id)
    steps = _steps(nodes)
    for wave in waves:
        yield Line(WAVE, names.node(wave.id))
        yield Line(MUNICIPALITY, task_name(wave, names), wave.id)
        for node in nodes.values():
            if node.owner is Owner.TRUST and in_waves[node.owner_id] == wave.owner_id:
                yield Line(MUNICIPALITY, task_name(node, names), node.id)
        yield from _municipalities(wave.owner_id, steps, evaluation, names)


def _steps(nodes: Mapping[str, Node]) -> dict[str, list[Node]]:
    """The steps of each municipality, in the order of the template."""
    found: dict[str, list[Node]] = {}
    for node in nodes.values():
        if node.owner is Owner.MUNICIPALITY:
            found.setdefault(node.owner_id, []).append(node)
    return found


def _municipalities(
    wave: str, steps: Mapping[str, list[Node]], evaluation: Evaluation, names: Names
) -> Iterator[Line]:
    wave_of = {it.municipality: it.wave for it in evaluation.snapshot.plan.placements}
    numbers = [number for number in steps if wave_of.get(number) == wave]
    for number in sorted(numbers, key=lambda it: sort_key(names.municipality(it))):
        yield Line(MUNICIPALITY, names.municipality(number))
        for node in steps[number]:
            yield Line(STEP, task_name(node, names), node.id)


def _baselines(
    dates: Sequence[Mapping[str, Span]], nodes: Mapping[str, Node]
) -> Iterator[Baseline]:
    for number, spans in enumerate(dates):
        held = {id: span for id, span in spans.items() if id in nodes}
        yield Baseline(number=number, spans=held)


def dates_of(evaluation: Evaluation) -> dict[str, Span]:
    """When a plan has everything, by the ids of its activities."""
    at = evaluation.schedule.activities
    return {id: Span(it.start, it.finish) for id, it in at.items()}


def frozen_dates(state: PlanState) -> dict[str, Span]:
    """When a plan that was frozen had it; what had no date is not there."""
    found = {
        f"{number}.{key}": Span(at.start, at.finish)
        for number, held in state.municipalities.items()
        for key, at in held.dates.items()
    }
    found |= {
        programme_id(key): Span(it.start, it.finish)
        for key, it in state.milestones.items()
    }
    days = {wave_id(it.code): it.day for it in state.waves}
    days |= {trust_id(code): it.go_live for code, it in state.trusts.items()}
    return found | {id: Span(day, day) for id, day in days.items() if day is not None}
