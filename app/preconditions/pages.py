"""Bindings, closed periods and national components as one page, ready to print."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from app.conflict_parts import conflict_id
from app.filters import dated, long_date, plain_text
from app.last_written import Written
from app.preconditions.filling import ENTERED, Row
from app.preconditions.words import binding_kind_text, period_days
from app.provenance import ProvenancePart, Sources
from app.store.columns import Texts
from app.store.names import Names
from app.store.tables import BindingRow, ClosedPeriodRow, ComponentRow
from planning.conflicts import Conflict, Kind
from planning.evaluate import Evaluation
from planning.rollout import activity_id
from planning.snapshot import Precision, Wave

GOOD, WARNING, INFORMATION, NEUTRAL = "success", "warning", "info", "neutral"


@dataclass(frozen=True, slots=True)
class State:
    """How something stands with the plan; `kind` is that of a badge.

    `conflict` is the id of the conflict that tells it in full, if there is one.
    """

    kind: str
    text: str
    explanation: str = ""
    conflict: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A wave with those members of a binding that are in it; or without a wave."""

    code: str
    sequence: int
    is_live: bool
    members: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PeriodWave:
    """A wave that goes live in a closed period, on which day."""

    code: str
    sequence: int
    day: str
    conflict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What all three have; `written` where somebody entered it here."""

    key: str
    name: str
    source: ProvenancePart
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BindingLine(Line):
    """Who wants to go together, whether they do, and in which waves."""

    kind: str
    since: str
    state: State
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodLine(Line):
    """Days of every year, and the waves that go live on one of them."""

    days: str
    state: State
    waves: tuple[PeriodWave, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentLine(Line):
    """A component, what waits for it, and when it comes."""

    about: Texts
    step: str
    expected: str
    depends: str
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class PreconditionsPage:
    """All of it."""

    bindings: tuple[BindingLine, ...]
    periods: tuple[PeriodLine, ...]
    components: tuple[ComponentLine, ...]
    can_edit: bool


class Lines:
    """What every line is made from."""

    def __init__(
        self,
        evaluation: Evaluation,
        *,
        names: Names,
        sources: Sources,
        written: Mapping[tuple[str, str], Written],
    ) -> None:
        self._evaluation = evaluation
        self._names = names
        self._sources = sources
        self._written = written
        steps = evaluation.snapshot.plan.template.activities
        self._steps = {step.key for step in steps}
        self._waves = {wave.code: wave for wave in evaluation.snapshot.plan.waves}

    def binding(self, row: BindingRow, members: Sequence[str]) -> BindingLine:
        """One binding, with its members by wave."""
        return BindingLine(
            key=row.key,
            name=plain_text(row.names),
            kind=binding_kind_text(row.kind),
            since=_since(row),
            state=self._binding_state(row.key, members),
            places=tuple(self._places(members)),
            source=self._sources.of(row),
            written=self._written_text(row),
        )

    def period(self, row: ClosedPeriodRow) -> PeriodLine:
        """One closed period, with the waves that go live in it."""
        found = [
            it
            for it in self._conflicts(Kind.GO_LIVE_IN_CLOSED_PERIOD)
            if dict(it.values).get("period") == row.key
        ]
        state = State(GOOD, _("No wave goes live in it"))
        if found:
            text = ngettext(
                "%(num)d wave goes live in it",
                "%(num)d waves go live in it",
                len(found),
            )
            state = State(WARNING, text, _accepted(found))
        return PeriodLine(
            key=row.key,
            name=plain_text(row.names),
            days=period_days(row),
            state=state,
            waves=tuple(map(self._period_wave, found)),
            source=self._sources.of(row),
            written=self._written_text(row),
        )

    def component(self, row: ComponentRow) -> ComponentLine:
        """One component, with those that wait for it."""
        expected = ""
        if row.expected_first is not None and row.expected_last is not None:
            precision = row.precision or Precision.WINDOW
            expected = dated(row.expected_first, row.expected_last, precision)
        return ComponentLine(
            key=row.key,
            name=plain_text(row.names),
            about=row.texts,
            step=self._step(row.needed_by),
            expected=expected,
            depends=self._depends(row.needed_by),
            state=self._component_state(row),
            source=self._sources.of(row),
            written=self._written_text(row),
        )

    def _written_text(self, row: Row) -> str:
        """Who entered it; of what a source says, who loaded it is nobody's news."""
        if row.confidence != ENTERED:
            return ""
        found = self._written.get((row.__tablename__, str(row.id)))
        return "" if found is None else found.text

    def _conflicts(self, kind: Kind, about: str = "") -> list[Conflict]:
        return [
            it
            for it in self._evaluation.conflicts
            if it.kind is kind and about in ("", it.concerns[0])
        ]

    def _binding_state(self, key: str, members: Sequence[str]) -> State:
        waiting = [it for it in members if not self._evaluation.is_live(it)]
        if not waiting:
            return State(NEUTRAL, _("All are live"))
        broken = self._conflicts(Kind.BINDING_BROKEN, f"binding.{key}")
        if broken:
            return _told(broken, _("Broken: they lie apart"))
        code = self._evaluation.wave_of(waiting[0])
        if code is None:
            return State(INFORMATION, _("None of them has a wave"))
        if len(waiting) < len(members):
            return State(GOOD, _("Holds: those that wait are in %(wave)s", wave=code))
        return State(GOOD, _("Holds: all are in %(wave)s", wave=code))

    def _places(self, members: Iterable[str]) -> Iterable[Place]:
        """The waves in their order, those without one last."""
        by_wave: dict[str, list[str]] = {}
        for number in members:
            by_wave.setdefault(self._evaluation.wave_of(number) or "", []).append(
                number
            )
        for code in (*self._waves, ""):
            if code in by_wave:
                wave = self._waves.get(code)
                yield Place(
                    code=code,
                    sequence=0 if wave is None else wave.sequence,
                    is_live=wave is not None and wave.is_live,
                    members=tuple(
                        (number, self._names.municipality(number))
                        for number in by_wave[code]
                    ),
                )

    def _period_wave(self, conflict: Conflict) -> PeriodWave:
        code = conflict.concerns[0].partition(".")[2]
        wave: Wave = self._waves[code]
        day = "" if wave.reckoning is None else long_date(wave.reckoning.day)
        return PeriodWave(code, wave.sequence, day, conflict_id(conflict))

    def _step(self, key: str) -> str:
        if key in self._steps:
            return self._names.activity(key)
        return _("a step that is no longer in the template")

    def _component_state(self, row: ComponentRow) -> State:
        if row.is_delivered:
            return State(GOOD, _("Delivered"))
        found = self._conflicts(Kind.COMPONENT_LATE, f"component.{row.key}")
        if row.needed_by not in self._steps:
            return _told(found, _("Not known for whom: its step is gone"))
        if row.expected_last is not None and found:
            late = _("Comes too late") if found[0].days else _("Overdue")
            return _told(found, late)
        if row.is_late:
            return _told(found, _("Reported late"))
        if row.expected_last is not None:
            return State(GOOD, _("Expected in time"))
        return State(INFORMATION, _("Not known when"))

    def _depends(self, step: str) -> str:
        """How many wait for it, and from when."""
        activities = self._evaluation.schedule.activities
        ids = [
            activity_id(it.number, step)
            for it in self._evaluation.snapshot.municipalities
            if not self._evaluation.is_live(it.number)
        ]
        starts = [
            activities[id].start
            for id in ids
            if id in activities and not activities[id].done
        ]
        if not starts:
            return _("no municipality")
        return ngettext(
            "%(num)d municipality, the first from %(day)s",
            "%(num)d municipalities, the first from %(day)s",
            len(starts),
            day=long_date(min(starts)),
        )


def _since(row: BindingRow) -> str:
    if row.wished_first is None or row.wished_last is None:
        return ""
    return dated(row.wished_first, row.wished_last, row.precision or Precision.WINDOW)


def _told(found: Sequence[Conflict], text: str) -> State:
    """What a conflict is about, in few words, with the way to it."""
    id = conflict_id(found[0]) if found else ""
    return State(WARNING, text, _accepted(found), id)


def _accepted(found: Sequence[Conflict]) -> str:
    """That the office lets it stand, where it does so for all of them."""
    if not found or any(it.accepted is None for it in found):
        return ""
    reasons = "; ".join(dict.fromkeys(it.accepted or "" for it in found))
    return _("Accepted: %(reason)s", reason=reasons)
