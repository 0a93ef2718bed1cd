"""Several who may go live apart: a region, and the programme as a whole.

Where every plan lets them go live as one, they have one line of dates. Else they have
two: that of the first municipality, and that of the last. A plan counts where it has
a date for all of them; of any other it is said for whom it has none.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from flask_babel import gettext as _

from app.earlier_plans import municipality_window
from app.frozen_plans import FrozenPlan
from app.slippage.lines import (
    ACTUAL_VINTAGE,
    Told,
    frozen_point,
    has_happened,
)
from app.slippage.points import Gap, Point, ScopeLine, line_of
from app.store.tables import VintageRow
from planning.slippage import LATER_OFFER, Ends, Statement, ends_of
from planning.snapshot import Window

PROGRAMME = "programme"


class End(StrEnum):
    """Whose date is told."""

    FIRST = "first"
    LAST = "last"

    def of(self, ends: Ends) -> Window:
        """The date of it."""
        return ends.first if self is End.FIRST else ends.last


# What plans say of the programme as a whole, without naming anybody.
OF_PROGRAMME = {"first-go-live": End.FIRST, "last-go-live": End.LAST}


@dataclass(frozen=True, slots=True)
class Group:
    """Several municipalities that are looked at together."""

    scope: str
    name: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a plan says of a group: dates of it, and for whom it has none.

    `is_one` is whether all go live as one, as far as it says.
    """

    points: Mapping[End, Point]
    gap: Gap | None
    is_one: bool


def list_groups(told: Told) -> Iterator[Group]:
    """The programme, and each region in it."""
    snapshot = told.evaluation.snapshot
    everybody = tuple(it.number for it in snapshot.municipalities)
    yield Group(PROGRAMME, _("The programme as a whole"), everybody)
    regions: dict[str, list[str]] = {}
    for it in snapshot.municipalities:
        if it.region is not None:
            regions.setdefault(it.region, []).append(it.number)
    for key, members in regions.items():
        yield Group(f"region:{key}", told.names.region(key), tuple(members))


def group_lines(told: Told, group: Group) -> tuple[ScopeLine, ...]:
    """The dates of a group: as one where all plans have it so, else of both ends."""
    answers = list(_answers(told, group))
    is_one = all(it.is_one for it in answers)
    later = told.points(group.scope + LATER_OFFER)
    if is_one and group.scope != PROGRAMME:
        line = line_of(group.scope, group.name, _told(answers, End.LAST), later)
        return () if line is None else (line,)
    lines = (
        line_of(
            f"{group.scope}-{end}",
            _end_text(group, end),
            _told(answers, end),
            later,
            is_end=True,
        )
        for end in End
    )
    return tuple(it for it in lines if it is not None)


def _end_text(group: Group, end: End) -> str:
    if end is End.FIRST:
        return _("%(name)s: the first municipality", name=group.name)
    return _("%(name)s: the last municipality", name=group.name)


def _told(answers: list[Answer], end: End) -> list[Point | Gap]:
    found = (it.points.get(end) or it.gap for it in answers)
    return [it for it in found if it is not None]


def _answers(told: Told, group: Group) -> Iterator[Answer]:
    """What each plan says, oldest first."""
    for key in told.vintages:
        if key != ACTUAL_VINTAGE:
            yield _of_vintage(told, group, key)
    yield from (_of_baseline(group, it) for it in told.frozen)
    yield _of_today(told, group)


def _of_vintage(told: Told, group: Group, vintage: str) -> Answer:
    said = told.by_vintage.get(vintage, {})
    found = {it: said.get(f"municipality:{it}") for it in group.members}
    windows = {id: None if it is None else it.window for id, it in found.items()}
    statements = [it for it in found.values() if it is not None]
    ends = _ends(windows)
    points = {}
    for end in End:
        if ends is not None:
            row = told.rows[_at(statements, end).key]
            points[end] = told.point(row, end.of(ends), group.scope)
        elif group.scope == PROGRAMME:
            points |= _of_programme(told, vintage, end)
    gap = _gap(windows, vintage=told.vintages[vintage])
    return Answer(points, gap, is_one=ends is None or ends.is_one)


def _at(statements: Sequence[Statement], end: End) -> Statement:
    """The statement that an end rests on."""
    pick = min if end is End.FIRST else max
    return pick(statements, key=lambda it: (it.window.start, it.window.end))


def _of_programme(told: Told, vintage: str, end: End) -> dict[End, Point]:
    """What a plan says of when everything begins or ends, without naming anybody."""
    for it in told.statements:
        row = told.rows[it.key]
        if it.vintage == vintage and OF_PROGRAMME.get(row.code) is end:
            return {end: told.point(row, it.window, PROGRAMME)}
    return {}


def _of_baseline(group: Group, plan: FrozenPlan) -> Answer:
    key = group.scope.removeprefix("region:")
    windows = {
        number: it.known
        for number, it in plan.state.municipalities.items()
        if group.scope == PROGRAMME or it.region == key
    }
    ends = _ends(windows)
    points = {end: frozen_point(plan, end.of(ends)) for end in End if ends}
    gap = _gap(windows, frozen=plan)
    return Answer(points, gap, is_one=ends is None or ends.is_one)


def _of_today(told: Told, group: Group) -> Answer:
    evaluation = told.evaluation
    windows = {it: municipality_window(evaluation, it) for it in group.members}
    ends = _ends(windows)
    live = [has_happened(evaluation, f"municipality:{it}") for it in windows]
    is_live = {End.FIRST: any(live), End.LAST: all(live)}
    points = {
        end: told.today(end.of(ends), is_live=is_live[end]) for end in End if ends
    }
    return Answer(points, _gap(windows), is_one=ends is None or ends.is_one)


def _ends(windows: Mapping[str, Window | None]) -> Ends | None:
    """Both ends, where everybody has a date."""
    known = [it for it in windows.values() if it is not None]
    return ends_of(known) if known and len(known) == len(windows) else None


def _gap(
    windows: Mapping[str, Window | None],
    *,
    vintage: VintageRow | None = None,
    frozen: FrozenPlan | None = None,
) -> Gap | None:
    """For whom there is no date, where there is one for others."""
    missing = [it for it, window in windows.items() if window is None]
    if not missing or len(missing) == len(windows):
        return None
    return Gap(
        missing=tuple(missing), members=len(windows), vintage=vintage, frozen=frozen
    )
