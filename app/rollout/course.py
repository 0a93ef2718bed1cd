"""The course of the template, ready to draw and to read: rows, table, chosen step.

A step stands under the phase that it begins in, phases in the order of their dates;
what follows go-live stands under a heading of its own. The table has the same rows.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from app.filters import duration, last_day, long_date, short_date
from app.lag_words import lag_text
from app.rollout.drawing import ROW, Mark, Scale, Tick, link_paths, mark_of
from app.rollout.example import Example, example_of
from app.rollout.filling import AFTER, dependence_of
from app.rollout.when import when_text
from app.rollout.words import kind_text, link_text, placing_text
from app.store.names import Names
from app.store.tables import TemplateActivityRow, TemplateLinkRow
from planning.calendars import Calendar
from planning.evaluate import Evaluation
from planning.rollout import GO_LIVE
from planning.snapshot import ActivityKind, Template, TemplateActivity

ASSUMED = "assumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseRow:
    """One row; a heading that is no step has neither key nor mark.

    `before` and `after` are the curves of its links, from what it waits for and to
    what waits for it.
    """

    name: str
    level: int
    y: int
    key: str = ""
    kind: str = ""
    starts: str = ""
    first: str = ""
    last: str = ""
    length: str = ""
    mark: Mark | None = None
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    is_chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A link of the chosen step, told from its side."""

    id: int
    name: str
    key: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenStep:
    """The step that is looked at, what it waits for, and what waits for it."""

    key: str
    name: str
    facts: tuple[str, ...]
    before: tuple[Tie, ...]
    after: tuple[Tie, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoursePart:
    """The whole drawing with its table; `counted_from` says from what go-live."""

    counted_from: str
    rows: tuple[CourseRow, ...]
    ticks: tuple[Tick, ...]
    months: str
    go_live: float
    height: int
    chosen: ChosenStep | None


def course_part(
    steps: Sequence[TemplateActivityRow],
    links: Sequence[TemplateLinkRow],
    *,
    evaluation: Evaluation,
    names: Names,
    asked: str,
) -> CoursePart:
    """Lay the template out against the next go-live of a plan."""
    example = example_of(evaluation)
    template, calendar = evaluation.snapshot.plan.template, evaluation.calendar
    drawer = _Drawer(steps, template, example, calendar, names, asked)
    rows = tuple(drawer.rows())
    return CoursePart(
        counted_from=_counted_from(example),
        rows=rows,
        ticks=drawer.scale.ticks(),
        months=drawer.scale.months(len(rows) * ROW),
        go_live=round(drawer.scale.x(example.go_live), 1),
        height=len(rows) * ROW,
        chosen=drawer.chosen(links),
    )


def _counted_from(example: Example) -> str:
    if not example.wave:
        return _(
            "Counted from a go-live on %(day)s. From another day, working days and "
            "months fall a little differently.",
            day=long_date(example.go_live),
        )
    return _(
        "Counted from the go-live of wave %(wave)s, %(day)s. From another day, "
        "working days and months fall a little differently.",
        wave=example.wave,
        day=long_date(example.go_live),
    )


class _Drawer:
    """Puts the steps in their order and gives each its row."""

    def __init__(
        self,
        steps: Sequence[TemplateActivityRow],
        template: Template,
        example: Example,
        calendar: Calendar,
        names: Names,
        asked: str,
    ) -> None:
        self._facts = {step.key: step for step in template.activities}
        self._links = template.links
        self._rows = {it.key: it for it in steps if it.key in self._facts}
        self._dates = example.dates
        self._go_live = example.go_live
        self._calendar = calendar
        self._names = names
        self._asked = asked if asked in self._rows else ""
        self.scale = Scale(example.go_live, example.dates.values(), calendar)

    def rows(self) -> Iterator[CourseRow]:
        order = self._order()
        at = {key: place for place, (key, _level) in enumerate(order) if key}
        curves = list(link_paths(self._links, at, self._dates, self.scale))
        for place, (key, level) in enumerate(order):
            if not key:
                yield CourseRow(name=_("After go-live"), level=level, y=place * ROW)
                continue
            yield self._row(
                key,
                level,
                place * ROW,
                before=tuple(d for link, d in curves if link.successor == key),
                after=tuple(d for link, d in curves if link.predecessor == key),
            )

    def _order(self) -> list[tuple[str, int]]:
        """The keys of the rows from the top, and how deep each stands."""
        keys = sorted(self._rows, key=lambda it: self._dates[it])
        after = [it for it in keys if self._rows[it].phase == AFTER]
        phases = [it for it in keys if self._is_phase(it) and it not in after]
        placed = {*after, *phases, GO_LIVE}
        found: list[tuple[str, int]] = []
        for phase, until in zip(["", *phases], [*phases, ""], strict=True):
            held = [it for it in keys if it not in placed]
            if until:
                held = [it for it in held if self._start(it) < self._start(until)]
            placed |= {*held}
            found += [(phase, 0)] if phase else []
            found += [(it, 1 if phase else 0) for it in held]
        found += [(GO_LIVE, 0)] if GO_LIVE in self._rows else []
        return found + ([("", 0)] if after else []) + [(it, 1) for it in after]

    def _is_phase(self, key: str) -> bool:
        return self._facts[key].kind is ActivityKind.PHASE

    def _start(self, key: str) -> int:
        return self._dates[key][0]

    def _row(
        self,
        key: str,
        level: int,
        y: int,
        *,
        before: tuple[str, ...],
        after: tuple[str, ...],
    ) -> CourseRow:
        step, dates = self._facts[key], self._dates[key]
        is_point = step.duration.is_zero
        return CourseRow(
            name=self._names.activity(key),
            level=level,
            y=y,
            key=key,
            kind=kind_text(step.kind),
            starts=when_text(dates[0], self._go_live, self._calendar),
            first=short_date(dates[0]),
            last="" if is_point else short_date(last_day(*dates)),
            length="" if is_point else duration(step.duration),
            mark=mark_of(
                step,
                dates,
                self.scale,
                is_assumed=self._rows[key].confidence == ASSUMED,
            ),
            before=before,
            after=after,
            is_chosen=key == self._asked,
        )

    def chosen(self, links: Iterable[TemplateLinkRow]) -> ChosenStep | None:
        """The step that was asked for, with its links in words."""
        if not self._asked:
            return None
        step, dates = self._facts[self._asked], self._dates[self._asked]
        return ChosenStep(
            key=self._asked,
            name=self._names.activity(self._asked),
            facts=tuple(self._facts_of(step, dates)),
            before=tuple(
                self._tie(link, link.predecessor)
                for link in links
                if link.successor == self._asked
            ),
            after=tuple(
                self._tie(link, link.successor)
                for link in links
                if link.predecessor == self._asked
            ),
        )

    def _facts_of(
        self, step: TemplateActivity, dates: tuple[int, int]
    ) -> Iterator[str]:
        yield when_text(dates[0], self._go_live, self._calendar).capitalize()
        if step.duration.is_zero:
            yield short_date(dates[0])
            return
        yield f"{short_date(dates[0])}–{short_date(last_day(*dates))}"
        yield duration(step.duration)
        yield placing_text(step.placing)

    def _tie(self, link: TemplateLinkRow, other: str) -> Tie:
        how = link_text(link.kind)
        said = dependence_of(link)
        if not said.lag.is_zero:
            lag = lag_text(said.lag, said.calendar)
            how = _("%(link)s, %(lag)s between", link=how, lag=lag)
        return Tie(id=link.id, name=self._names.activity(other), key=other, how=how)
