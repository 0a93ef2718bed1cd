"""Who else is in the wave, and who in the region, and how each of them stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from app.conflict_texts import mark_text
from app.decisions import find_stance
from app.filters import signed_days
from app.live import find_wave, is_live
from app.margin_state import MarginState, margin_state
from app.store.names import Names
from app.store.tables import MunicipalityRow
from app.ways_out import list_left
from planning.evaluate import Evaluation


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """Another municipality: its wave, where that may differ, and how it stands."""

    number: str
    name: str
    wave: str
    sequence: int
    standing: str
    state: MarginState


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Those of the same wave, or of the same region."""

    heading: str
    members: tuple[Neighbour, ...]


def neighbours(
    evaluation: Evaluation,
    row: MunicipalityRow,
    rows: Sequence[MunicipalityRow],
    names: Names,
) -> tuple[Neighbours, ...]:
    """Who else is in the wave, and who in the region."""
    code = evaluation.wave_of(row.number)
    others = [it for it in rows if it.number != row.number]
    found = []
    if code is not None:
        members = [it for it in others if evaluation.wave_of(it.number) == code]
        heading = _("In the same wave, %(wave)s", wave=names.wave(code))
        found.append(Neighbours(heading, tuple(_members(evaluation, members))))
    if row.region:
        members = [it for it in others if it.region == row.region]
        heading = _("In the same region, %(region)s", region=names.region(row.region))
        found.append(Neighbours(heading, tuple(_members(evaluation, members))))
    return tuple(group for group in found if group.members)


def _members(
    evaluation: Evaluation, rows: Iterable[MunicipalityRow]
) -> Iterable[Neighbour]:
    gone = list_left(evaluation)
    for row in rows:
        wave = find_wave(evaluation, row.number)
        yield Neighbour(
            number=row.number,
            name=row.name,
            wave="" if wave is None else wave.code,
            sequence=0 if wave is None else wave.sequence,
            standing=_("has left")
            if row.number in gone
            else _standing(evaluation, row.number),
            state=margin_state(evaluation.margins.get(row.number)),
        )


def _standing(evaluation: Evaluation, number: str) -> str:
    """How it stands, in two or three words."""
    if is_live(evaluation, number):
        return _("live")
    stance = find_stance(evaluation, number)
    if stance is not None:
        return mark_text(stance)
    if evaluation.wave_of(number) is None:
        return _("without a wave")
    margin = evaluation.margins.get(number)
    if margin is None:
        return _("without a date")
    return _("margin %(days)s", days=signed_days(margin.days))
