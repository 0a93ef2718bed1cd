"""One wave: its date and where it comes from, who is in it, and their limits."""

from collections.abc import Iterator
from dataclasses import dataclass

from babel.dates import format_skeleton
from flask_babel import get_locale
from flask_babel import gettext as _

from app.access import User
from app.concerned import named
from app.conflict_parts import ConflictPart, conflict_parts
from app.filters import long_date, short_date, window
from app.filters import number as written
from app.go_live import GoLivePart, wave_go_live
from app.how_dated import How, HowDated
from app.provenance import ProvenancePart, Sources
from app.store.names import Names
from app.store.sorting import sort_key
from app.store.tables import WaveRow
from app.waves.asks import AskLine, wave_asks
from app.waves.margins import MarginMark, least_margin, margin_mark
from app.waves.pages import (
    inhabitants_text,
    municipalities_text,
    presumed_text,
)
from app.waves.rules import is_municipality_live
from app.ways_out import has_left
from planning.calendars import to_date
from planning.conflicts import Conflict
from planning.evaluate import Evaluation, Limit
from planning.rollout import LIMIT_KEYS, activity_id, wave_id
from planning.snapshot import Municipality, Wave


@dataclass(frozen=True, slots=True)
class LimitCell:
    """A limit of one municipality; texts that do not apply are empty."""

    key: str
    name: str
    day: str
    how: How
    last_working_day: str
    derived: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """A municipality of the wave."""

    number: str
    name: str
    population: str
    region: str
    is_live: bool
    limits: tuple[LimitCell, ...]
    margin: MarginMark | None
    presumed: str
    has_left: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WavePage:
    """All that is shown of one wave."""

    code: str
    alias: str
    sequence: int
    is_live: bool
    go_live: GoLivePart
    window: str
    printed: str
    set_day: str
    planned_source: ProvenancePart
    actual_source: ProvenancePart | None
    trusts: tuple[str, ...]
    count: str
    population: str
    margin: MarginMark | None
    asks: tuple[AskLine, ...]
    conflicts: tuple[ConflictPart, ...]
    limit_names: tuple[str, ...]
    members: tuple[MemberRow, ...]
    can_edit: bool
    can_date: bool
    is_dated: bool

    @property
    def follows_window(self) -> bool:
        """Whether the window is the date, and need not be told twice."""
        return bool(self.window) and not self.is_live and not self.set_day


def wave_page(
    evaluation: Evaluation,
    names: Names,
    row: WaveRow,
    sources: Sources,
    *,
    user: User,
) -> WavePage:
    """Tell all of one wave to a user, who may be able to change it."""
    can_edit = user.may("plan.edit")
    wave = next(it for it in evaluation.snapshot.plan.waves if it.code == row.code)
    members = members_of(evaluation, names, wave.code)
    margins = (evaluation.margins.get(it.number) for it in members)
    return WavePage(
        code=wave.code,
        alias=wave.aliases[0] if wave.aliases else "",
        sequence=wave.sequence,
        is_live=wave.is_live,
        go_live=wave_go_live(wave),
        window="" if wave.window is None else window(wave.window),
        printed=row.printed,
        set_day="" if wave.set_day is None else long_date(wave.set_day),
        planned_source=sources.of(row),
        actual_source=actual_source(row, sources) if wave.is_live else None,
        trusts=tuple(
            names.trust(trust.code)
            for trust in evaluation.snapshot.trusts
            if trust.wave == wave.code
        ),
        count=municipalities_text(len(members)),
        population=inhabitants_text(sum(it.population for it in members)),
        margin=least_margin(margins),
        asks=() if wave.is_live else wave_asks(evaluation, names, wave.code),
        conflicts=conflict_parts(conflicts_of(evaluation, wave, members), names, user),
        limit_names=() if wave.is_live else tuple(map(names.activity, LIMIT_KEYS)),
        members=tuple(member_row(evaluation, names, it) for it in members),
        can_edit=can_edit,
        can_date=can_edit and not wave.is_live,
        is_dated=wave.code in evaluation.reckonings,
    )


def members_of(
    evaluation: Evaluation, names: Names, code: str
) -> tuple[Municipality, ...]:
    """The municipalities of a wave, by name."""
    inside = {
        at.municipality for at in evaluation.snapshot.plan.placements if at.wave == code
    }
    members = (it for it in evaluation.snapshot.municipalities if it.number in inside)
    return tuple(
        sorted(members, key=lambda it: sort_key(names.municipality(it.number)))
    )


def actual_source(row: WaveRow, sources: Sources) -> ProvenancePart:
    """Where it is told that the wave went live."""
    return sources.part(row.actual_source, row.actual_reference, "documented", {})


def conflicts_of(
    evaluation: Evaluation, wave: Wave, members: tuple[Municipality, ...]
) -> Iterator[Conflict]:
    """What is wrong with the wave, and what names anyone in it."""
    numbers = {it.number for it in members}
    for conflict in evaluation.conflicts:
        if wave_id(wave.code) in conflict.concerns or numbers & named(conflict):
            yield conflict


def member_row(
    evaluation: Evaluation, names: Names, municipality: Municipality
) -> MemberRow:
    """A municipality with its limits; of one that is live they have passed."""
    number = municipality.number
    is_live = is_municipality_live(evaluation, number)
    gone = has_left(evaluation, number)
    return MemberRow(
        number=number,
        name=names.municipality(number),
        population=written(municipality.population),
        region=names.region(municipality.region or ""),
        is_live=is_live,
        limits=() if is_live or gone else limit_cells(evaluation, names, number),
        margin=margin_mark(evaluation.margins.get(number)),
        presumed=presumed_text(len(evaluation.presumed(number))),
        has_left=gone,
    )


def limit_cells(
    evaluation: Evaluation, names: Names, number: str
) -> tuple[LimitCell, ...]:
    """A cell for each limit there can be; empty where the municipality has none."""
    limits = {limit.key: limit for limit in evaluation.limits(number)}
    known = HowDated(evaluation)
    how = {key: known.of(activity_id(number, key)) for key in limits}
    return tuple(
        limit_cell(
            evaluation,
            key,
            names.activity(key),
            limits.get(key),
            how.get(key, How.COMPUTED),
        )
        for key in LIMIT_KEYS
    )


def limit_cell(
    evaluation: Evaluation, key: str, name: str, limit: Limit | None, how: How
) -> LimitCell:
    """The day that holds, the last working day by it, and the day of the rule."""
    if limit is None:
        return LimitCell(key, name, "", How.COMPUTED, "", "")
    working = evaluation.calendar.last_working_day(limit.day)
    return LimitCell(
        key=key,
        name=name,
        day=short_date(limit.day),
        how=how,
        last_working_day="" if working == limit.day else working_day_text(working),
        derived=derived_text(limit.derived_day) if limit.is_explicit else "",
    )


def working_day_text(day: int) -> str:
    """By when something has to be sent."""
    told = format_skeleton("EEEEMMMd", to_date(day), locale=get_locale())
    return _("at the latest %(day)s", day=told)


def derived_text(day: int) -> str:
    """What the rule alone would give."""
    return _("counted from go-live: %(day)s", day=short_date(day))
