"""The board: a column for each wave, with who is in it and how sure it is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from app.conflict_parts import ConflictMark, conflict_marks, list_own
from app.filters import number as written
from app.go_live import GoLivePart, wave_go_live
from app.store.names import Names
from app.store.sorting import sort_key
from app.waves.choice import LIVE, PLANNED, Choice
from app.waves.margins import MarginMark, least_margin, margin_mark
from app.waves.rules import is_municipality_live
from planning.conflicts import Conflict, Severity
from planning.evaluate import Evaluation
from planning.rights.ways_out import ways_out
from planning.rollout import trust_id, wave_id
from planning.snapshot import Municipality, Wave

NO_WAVE = "none"


@dataclass(frozen=True, slots=True)
class ConflictCount:
    """How many conflicts are open, and how much the worst of them matters."""

    text: str
    severity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityCard:
    """A municipality in its column; texts that do not apply are empty."""

    number: str
    name: str
    region: str
    population: str
    is_live: bool
    is_chosen: bool
    margin: MarginMark | None
    presumed: str
    conflicts: tuple[ConflictMark, ...]
    left: str = ""


@dataclass(frozen=True, slots=True)
class WaveTrust:
    """A hospital trust that goes live with a wave."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveColumn:
    """A wave, or those without one, which have the code `none`.

    `load` is how long a bar of its inhabitants is, of a hundred: half of all who are
    planned fill it.
    """

    code: str
    alias: str
    sequence: int
    is_live: bool
    go_live: GoLivePart | None
    trusts: tuple[WaveTrust, ...]
    count: str
    population: str
    load: int
    margin: MarginMark | None
    conflicts: ConflictCount | None
    shown: str
    is_empty: bool
    cards: tuple[MunicipalityCard, ...]
    can_edit: bool
    query: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardPage:
    """The whole board, as filtered; `without` only where there is anybody."""

    summary: str
    live: tuple[WaveColumn, ...]
    planned: tuple[WaveColumn, ...]
    without: WaveColumn | None
    shown: str
    can_edit: bool
    revision: int

    @property
    def is_empty(self) -> bool:
        """Whether the filters let nobody through."""
        columns = (self.without, *self.planned, *self.live)
        return bool(self.shown) and not any(it and it.cards for it in columns)


def board_page(
    evaluation: Evaluation,
    names: Names,
    choice: Choice,
    *,
    chosen: frozenset[str] = frozenset(),
    can_edit: bool,
) -> BoardPage:
    """Lay out who is in which wave, and who of them is chosen."""
    board = _Board(evaluation, names, choice, chosen, can_edit)
    waves = evaluation.snapshot.plan.waves
    return BoardPage(
        summary=board.summary(),
        live=()
        if choice.status == PLANNED
        else tuple(board.column(wave) for wave in waves if wave.is_live),
        planned=()
        if choice.status == LIVE
        else tuple(board.column(wave) for wave in waves if not wave.is_live),
        without=None
        if choice.status == LIVE or not board.members.get(None)
        else board.column(None),
        shown=board.shown(evaluation.snapshot.municipalities)
        if choice.is_filtered
        else "",
        can_edit=can_edit,
        revision=evaluation.snapshot.revision,
    )


class _Board:
    """What every column is made from."""

    def __init__(
        self,
        evaluation: Evaluation,
        names: Names,
        choice: Choice,
        chosen: frozenset[str],
        can_edit: bool,
    ) -> None:
        self.evaluation = evaluation
        self.names = names
        self.choice = choice
        self.chosen = chosen
        self.can_edit = can_edit
        self.conflicts = list_own(evaluation)
        self.live = {
            it.number: is_municipality_live(evaluation, it.number)
            for it in evaluation.snapshot.municipalities
        }
        self.ways = ways_out(evaluation.snapshot)
        self.members: dict[str | None, list[Municipality]] = {}
        wave_of = {
            at.municipality: at.wave for at in evaluation.snapshot.plan.placements
        }
        for municipality in sorted(
            evaluation.snapshot.municipalities,
            key=lambda it: sort_key(names.municipality(it.number)),
        ):
            at = wave_of.get(municipality.number)
            self.members.setdefault(at, []).append(municipality)

    def summary(self) -> str:
        live = sum(self.live.values())
        without = sum(not self.live[it.number] for it in self.members.get(None, ()))
        counts = {
            "live": live,
            "all": len(self.live),
            "planned": len(self.live) - live - without,
        }
        if without:
            return _(
                "%(live)s of %(all)s municipalities are live, %(planned)s are planned, "
                "%(without)s without a wave.",
                without=without,
                **counts,
            )
        return _(
            "%(live)s of %(all)s municipalities are live, %(planned)s are planned.",
            **counts,
        )

    def shown(self, among: Iterable[Municipality]) -> str:
        """How many of some municipalities the filter lets through."""
        all_of_them = list(among)
        return _(
            "Showing %(shown)s of %(all)s",
            shown=sum(map(self.is_shown, all_of_them)),
            all=len(all_of_them),
        )

    def is_shown(self, municipality: Municipality) -> bool:
        return self.choice.shows(
            municipality,
            self.names.municipality(municipality.number),
            is_live=self.live[municipality.number],
        )

    def column(self, wave: Wave | None) -> WaveColumn:
        """A wave; None for those without one."""
        code = None if wave is None else wave.code
        members = self.members.get(code, [])
        cards = tuple(self.card(it) for it in members if self.is_shown(it))
        margins = (self.evaluation.margins.get(it.number) for it in members)
        people = sum(it.population for it in members)
        return WaveColumn(
            code=code or NO_WAVE,
            alias=wave.aliases[0] if wave is not None and wave.aliases else "",
            sequence=0 if wave is None else wave.sequence,
            is_live=wave is not None and wave.is_live,
            go_live=None if wave is None else wave_go_live(wave),
            trusts=self.trusts(code),
            count=municipalities_text(len(members)),
            population=inhabitants_text(people),
            load=self.load(people),
            margin=least_margin(margins),
            conflicts=conflict_count(self.conflicts_in(wave, members)),
            shown=self.shown(members) if self.choice.is_filtered else "",
            is_empty=not members,
            cards=cards,
            can_edit=self.can_edit,
            query=self.choice.arguments(),
        )

    def load(self, people: int) -> int:
        planned = sum(
            it.population
            for it in self.evaluation.snapshot.municipalities
            if not self.live[it.number]
        )
        return min(100, round(200 * people / planned)) if planned else 0

    def trusts(self, code: str | None) -> tuple[WaveTrust, ...]:
        return tuple(
            WaveTrust(trust_id(trust.code), self.names.trust(trust.code))
            for trust in self.evaluation.snapshot.trusts
            if trust.wave is not None and trust.wave == code
        )

    def conflicts_in(
        self, wave: Wave | None, members: Iterable[Municipality]
    ) -> list[Conflict]:
        owners = [it.number for it in members]
        if wave is not None:
            owners.append(wave_id(wave.code))
        return [it for owner in owners for it in self.conflicts.get(owner, ())]

    def left(self, number: str) -> str:
        way = self.ways.get(number)
        is_told = way is not None and way.has_left and self.live[number]
        return _("Has left") if is_told else ""

    def card(self, municipality: Municipality) -> MunicipalityCard:
        number = municipality.number
        return MunicipalityCard(
            number=number,
            name=self.names.municipality(number),
            region=self.names.region(municipality.region or ""),
            population=inhabitants_text(municipality.population),
            is_live=self.live[number],
            left=self.left(number),
            is_chosen=number in self.chosen,
            margin=margin_mark(self.evaluation.margins.get(number)),
            presumed=presumed_text(len(self.evaluation.presumed(number))),
            conflicts=conflict_marks(self.conflicts.get(number, ()), self.names),
        )


def municipalities_text(count: int) -> str:
    """9 municipalities."""
    return ngettext("%(num)s municipality", "%(num)s municipalities", count)


def inhabitants_text(count: int) -> str:
    """57 231 inhabitants."""
    return ngettext(
        "%(people)s inhabitant", "%(people)s inhabitants", count, people=written(count)
    )


def conflict_count(conflicts: Sequence[Conflict]) -> ConflictCount | None:
    """2 conflicts, as serious as the worst of them; nothing without one."""
    if not conflicts:
        return None
    worst = min((it.severity for it in conflicts), key=list(Severity).index)
    text = ngettext("%(num)s conflict", "%(num)s conflicts", len(conflicts))
    return ConflictCount(text, worst.value)


def presumed_text(count: int) -> str:
    """Say how much nobody has reported on; empty where all is reported."""
    if not count:
        return ""
    return ngettext(
        "%(num)s step presumed as planned", "%(num)s steps presumed as planned", count
    )
