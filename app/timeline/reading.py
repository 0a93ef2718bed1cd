"""Reads what each row tells out of what the plan comes to."""

from collections.abc import Iterator
from dataclasses import replace

from app.assumed import AssumedDates
from app.decisions import OPTION_EXERCISED, against_text
from app.earlier_plans import trust_window
from app.live import is_rough
from app.timeline.facts import LEFT, NOTHING, Form, Point, RowFacts, State
from app.timeline.rows import Branch, Sort
from app.timeline.scale import Stretch
from planning.conflicts import Margin
from planning.evaluate import Evaluation
from planning.rights.ways_out import released
from planning.rollout import GO_LIVE, LIMIT_KEYS, Owner, activity_id, trust_id, wave_id
from planning.schedule import ScheduledActivity
from planning.snapshot import ActivityKind, Report, ReportState, Wave, Window


class Facts:
    """Answers for one plan what each row tells."""

    def __init__(self, evaluation: Evaluation, assumed: AssumedDates) -> None:
        self._evaluation = evaluation
        self._assumed = assumed
        self._today = evaluation.snapshot.status_date
        self._nodes = evaluation.nodes
        self._activities = evaluation.schedule.activities
        self._waves = {it.code: it for it in evaluation.snapshot.plan.waves}
        self._trusts = {it.code: it for it in evaluation.snapshot.trusts}
        self._windows = {
            it.key: it.window for it in evaluation.snapshot.plan.milestones
        }
        self._wave_of = {
            at.municipality: at.wave for at in evaluation.snapshot.plan.placements
        }
        self._reports = {
            (it.municipality, it.activity): it for it in evaluation.snapshot.reports
        }
        self._released = released(evaluation.snapshot)
        # A municipality is asked for itself, and for the wave that it is in.
        self._read: dict[str, RowFacts] = {}

    def of(self, branch: Branch) -> RowFacts:
        """What a row tells."""
        if branch.id not in self._read:
            self._read[branch.id] = self._of(branch)
        return self._read[branch.id]

    def _of(self, branch: Branch) -> RowFacts:
        key = branch.id.partition(".")[2]
        if branch.sort is Sort.WAVE:
            return self._wave(self._waves[key], branch)
        if branch.sort is Sort.TRUST:
            return self._trust(key, branch)
        if branch.sort is Sort.MUNICIPALITY:
            return self._municipality(key)
        if branch.sort is Sort.STEP:
            return self._step(self._activities[branch.id])
        if branch.sort is Sort.DATE:
            return self._date(key, self._activities[branch.id])
        return NOTHING if branch.sort is Sort.GROUP else self._gathered(branch)

    def _gathered(self, branch: Branch) -> RowFacts:
        """What those inside a branch come to together."""
        inside = [self.of(it) for it in branch.inside]
        is_live = bool(inside) and all(it.state is State.DONE for it in inside)
        return RowFacts(
            state=State.DONE if is_live else State.AHEAD,
            work=_around(inside),
            margin=_least(inside),
            silent=sum(it.silent for it in inside),
        )

    def _wave(self, wave: Wave, branch: Branch) -> RowFacts:
        members = tuple(it for it in branch.inside if it.sort is Sort.MUNICIPALITY)
        state = State.DONE if wave.is_live else State.AHEAD
        reckoning = wave.reckoning
        points: tuple[Point, ...] = ()
        if reckoning is not None:
            points = (_go_live(wave_id(wave.code), reckoning.day, state, wave.actual),)
        return replace(
            self._gathered(replace(branch, inside=members)),
            state=state,
            points=points,
            wave=wave.code,
        )

    def _trust(self, code: str, branch: Branch) -> RowFacts:
        at = self._activities.get(trust_id(code))
        gathered = self._gathered(branch)
        if at is None:
            return replace(gathered, state=State.NONE)
        state = State.DONE if at.done else State.AHEAD
        known = trust_window(self._evaluation, code) if at.done else None
        return replace(
            gathered,
            state=state,
            points=(_go_live(at.id, at.start, state, known),),
            wave=None if branch.inside else self._trusts[code].wave,
        )

    def _municipality(self, number: str) -> RowFacts:
        activities = self._evaluation.activities_of(number)
        if not activities:
            return LEFT if number in self._released else NOTHING
        is_live = self._evaluation.is_live(number)
        return RowFacts(
            state=State.DONE if is_live else State.AHEAD,
            work=Stretch(
                min(it.start for it in activities), max(it.finish for it in activities)
            ),
            points=tuple(self._points(number)),
            margin=self._evaluation.margins.get(number),
            wave=self._wave_of.get(number),
            is_rough=is_rough(self._evaluation, number),
            silent=len(self._evaluation.presumed(number)),
        )

    def _points(self, number: str) -> Iterator[Point]:
        """The limits and the go-live of a municipality, by their days.

        With them what its council has decided against.
        """
        found = []
        for key in (*LIMIT_KEYS, GO_LIVE):
            at = self._activities.get(activity_id(number, key))
            is_limit = at is not None and self._nodes[at.id].kind is ActivityKind.LIMIT
            if at is not None and (is_limit or key == GO_LIVE):
                found.append(self._point(at))
        option = self._activities.get(activity_id(number, OPTION_EXERCISED))
        if option is not None and self._state(option) is State.AGAINST:
            found.append(self._point(option))
        yield from sorted(found, key=lambda it: it.day)

    def _step(self, at: ScheduledActivity) -> RowFacts:
        node = self._nodes[at.id]
        is_point = at.start == at.finish
        state = self._state(at)
        is_limit = node.kind is ActivityKind.LIMIT
        # A limit passes: it is not brought forward, and has no float. Nor has the past.
        is_open = not at.done and not is_limit and at.early_finish > self._today
        # Of go-live the margin says it.
        is_late = is_open and at.early_start > at.start and node.key != GO_LIVE
        has_room = is_open and at.total_float > 0 and node.key != GO_LIVE
        margin = self._evaluation.margins.get(node.owner_id)
        return RowFacts(
            state=state,
            work=None if is_point else Stretch(at.start, at.finish),
            points=(self._point(at),) if is_point else (),
            room=Stretch(at.early_start, at.late_finish) if has_room else None,
            total_float=at.total_float if is_open else None,
            margin=margin if node.key == GO_LIVE else None,
            wave=self._wave_of.get(node.owner_id),
            late=at.early_finish if is_late else None,
            is_critical=at.critical and is_open,
            is_near_critical=at.near_critical and is_open,
            is_assumed=self._assumed.has(at.id),
            is_rough=is_rough(self._evaluation, node.owner_id),
        )

    def _date(self, key: str, at: ScheduledActivity) -> RowFacts:
        window = self._windows[key]
        state = State.PRESUMED if at.presumed else State.AHEAD
        if at.done:
            state = State.DONE
        if at.start != at.finish:
            return RowFacts(state=state, work=Stretch(at.start, at.finish))
        point = Point(
            id=at.id,
            form=Form.MILESTONE,
            day=at.start,
            state=state,
            window=None if window.is_day else window,
        )
        return RowFacts(state=state, points=(point,))

    def _point(self, at: ScheduledActivity) -> Point:
        node = self._nodes[at.id]
        form = Form.GO_LIVE if node.key == GO_LIVE else Form.MILESTONE
        if node.kind is ActivityKind.LIMIT:
            form = Form.LIMIT
        report = self._report(at.id)
        known = None
        if report is not None and report.state is ReportState.DONE:
            known = report.finish or report.start
        return Point(
            id=at.id,
            form=form,
            day=at.start,
            state=self._state(at),
            window=None if known is None or known.is_day else known,
        )

    def _state(self, at: ScheduledActivity) -> State:
        node = self._nodes[at.id]
        if node.kind is ActivityKind.LIMIT:
            return State.PASSED if at.start < self._today else State.AHEAD
        report = self._report(at.id)
        if report is not None:
            return State(report.state)
        if not at.presumed:
            return State.AHEAD
        is_option = node.key == OPTION_EXERCISED
        if is_option and against_text(self._evaluation, node.owner_id):
            return State.AGAINST
        return State.PRESUMED

    def _report(self, id: str) -> Report | None:
        node = self._nodes[id]
        if node.owner is not Owner.MUNICIPALITY:
            return None
        return self._reports.get((node.owner_id, node.key))


def _go_live(id: str, day: int, state: State, known: Window | None) -> Point:
    """A go-live; what happened is as exact as it is known."""
    window = None if known is None or known.is_day else known
    return Point(id=id, form=Form.GO_LIVE, day=day, state=state, window=window)


def _around(inside: list[RowFacts]) -> Stretch | None:
    works = [it.work for it in inside if it.work is not None]
    if not works:
        return None
    return Stretch(min(it.start for it in works), max(it.finish for it in works))


def _least(inside: list[RowFacts]) -> Margin | None:
    margins = [it.margin for it in inside if it.margin is not None]
    return min(margins, key=lambda it: it.days, default=None)
