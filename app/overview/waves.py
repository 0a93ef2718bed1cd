"""The waves in their order: when each goes live, with how many, and with whom."""

from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import number
from app.go_live import GoLivePart, wave_go_live
from app.store.names import Names
from app.ways_out import list_left
from planning.evaluate import Evaluation
from planning.snapshot import Wave


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveLine:
    """One wave in the list of waves; `trusts` says which of them goes with it."""

    code: str
    sequence: int
    go_live: GoLivePart
    municipalities: str
    population: str
    left: str
    trusts: str
    is_live: bool
    is_next: bool


def next_wave(evaluation: Evaluation) -> Wave | None:
    """The first wave from the status date on that is not live."""
    today = evaluation.snapshot.status_date
    coming = [
        (wave.reckoning.day, wave.sequence, wave)
        for wave in evaluation.snapshot.plan.waves
        if not wave.is_live and wave.reckoning and wave.reckoning.day >= today
    ]
    return min(coming, key=lambda it: it[:2])[2] if coming else None


def wave_lines(evaluation: Evaluation, names: Names) -> tuple[WaveLine, ...]:
    """Tell every wave of the plan, in its order."""
    coming, gone = next_wave(evaluation), list_left(evaluation)
    return tuple(
        WaveLine(
            code=wave.code,
            sequence=wave.sequence,
            go_live=wave_go_live(wave),
            municipalities=count_municipalities(evaluation, wave.code),
            population=_people(people_of(evaluation, wave.code)),
            left=_left(members_of(evaluation, wave.code), gone),
            trusts=_trusts(evaluation, wave.code, names),
            is_live=wave.is_live,
            is_next=wave == coming,
        )
        for wave in evaluation.snapshot.plan.waves
    )


def members_of(evaluation: Evaluation, code: str) -> tuple[str, ...]:
    """The numbers of the municipalities of a wave."""
    return tuple(
        it.municipality for it in evaluation.snapshot.plan.placements if it.wave == code
    )


def people_of(evaluation: Evaluation, code: str) -> int:
    """How many live in the municipalities of a wave."""
    numbers = set(members_of(evaluation, code))
    return sum(
        it.population
        for it in evaluation.snapshot.municipalities
        if it.number in numbers
    )


def count_municipalities(evaluation: Evaluation, code: str) -> str:
    """9 municipalities."""
    count = len(members_of(evaluation, code))
    return str(ngettext("%(num)s municipality", "%(num)s municipalities", count))


def _people(people: int) -> str:
    return str(
        ngettext(
            "%(people)s inhabitant",
            "%(people)s inhabitants",
            people,
            people=number(people),
        )
    )


def _left(numbers: tuple[str, ...], gone: frozenset[str]) -> str:
    """How many of a wave have left; mostly empty."""
    count = len(gone.intersection(numbers))
    if not count:
        return ""
    return str(ngettext("%(num)s has left", "%(num)s have left", count))


def _trusts(evaluation: Evaluation, code: str, names: Names) -> str:
    """With St. Olavs hospital HF: the trusts that go live in a wave; mostly empty."""
    found = [
        names.trust(it.code) for it in evaluation.snapshot.trusts if it.wave == code
    ]
    return _("with %(trusts)s", trusts=", ".join(found)) if found else ""
