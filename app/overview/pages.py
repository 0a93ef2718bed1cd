"""The overview, ready to print: figures, waves, what is due, what is wrong."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from app.access import User
from app.conflict_parts import ConflictPart, conflict_parts
from app.filters import long_date, number, percent
from app.key_figures import KeyFigure
from app.overview.band import WavesPart
from app.overview.due import DuePart, countdown
from app.overview.live import is_live
from app.overview.map import MapPart
from app.overview.since import Recent, SincePart, since_part
from app.overview.waves import next_wave
from app.store.names import Names
from app.ways_out import list_left
from planning.conflicts import Severity
from planning.evaluate import Evaluation

SHOWN_CONFLICTS = 6
SHOWN_FIGURES = 8


@dataclass(frozen=True, slots=True)
class Figure:
    """A large number with what it counts."""

    value: str
    label: str
    note: str


@dataclass(frozen=True, slots=True)
class WrongPart:
    """The conflicts that matter most, how many there are, and what is presumed."""

    conflicts: tuple[ConflictPart, ...]
    summary: str
    has_any: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewPage:
    """Where the programme stands at the status date."""

    figures: tuple[Figure, ...]
    waves: WavesPart
    map: MapPart
    due: DuePart
    wrong: WrongPart
    presumed: str
    since: SincePart
    key_figures: tuple[KeyFigure, ...]


def overview_page(
    evaluation: Evaluation,
    names: Names,
    *,
    map: MapPart,  # noqa: A002 - it is one
    due: DuePart,
    waves: WavesPart,
    recent: Recent,
    key_figures: Sequence[KeyFigure],
    user: User,
) -> OverviewPage:
    """Tell a user where the programme stands."""
    return OverviewPage(
        figures=_figures(evaluation),
        waves=waves,
        map=map,
        due=due,
        wrong=_wrong_part(evaluation, names, user),
        presumed=_presumed(evaluation),
        since=since_part(recent, evaluation, names),
        key_figures=tuple(key_figures[:SHOWN_FIGURES]),
    )


def _figures(evaluation: Evaluation) -> tuple[Figure, ...]:
    municipalities = evaluation.snapshot.municipalities
    gone = list_left(evaluation)
    live = [it for it in municipalities if _counts(evaluation, it.number, gone)]
    covered = sum(it.population for it in live)
    everybody = sum(it.population for it in municipalities)
    share = percent(covered / everybody) if everybody else ""
    planned = len(municipalities) - len(live) - len(gone)
    return (
        Figure(
            number(len(live)),
            ngettext("municipality live", "municipalities live", len(live)),
            _of_all(len(municipalities), len(gone)),
        ),
        Figure(
            number(planned),
            ngettext("municipality to come", "municipalities to come", planned),
            "",
        ),
        Figure(
            number(covered),
            _("inhabitants in municipalities that are live"),
            _("%(share)s of %(people)s", share=share, people=number(everybody)),
        ),
        _next_wave_figure(evaluation),
    )


def _counts(evaluation: Evaluation, number: str, gone: frozenset[str]) -> bool:
    """Whether it is live now: who has left afterwards is not."""
    return number not in gone and is_live(evaluation, number)


def _of_all(total: int, gone: int) -> str:
    """Of how many it is, and how many of those have left."""
    if not gone:
        return _("of %(total)s", total=total)
    return ngettext(
        "of %(total)s; %(num)d has left",
        "of %(total)s; %(num)d have left",
        gone,
        total=total,
    )


def _next_wave_figure(evaluation: Evaluation) -> Figure:
    wave = next_wave(evaluation)
    if wave is None or wave.reckoning is None:
        return Figure("–", _("no further wave has a date"), "")
    days = wave.reckoning.day - evaluation.snapshot.status_date
    return Figure(
        wave.code,
        _("is the next wave"),
        _(
            "%(day)s, %(countdown)s",
            day=long_date(wave.reckoning.day),
            countdown=countdown(days),
        ),
    )


def _wrong_part(evaluation: Evaluation, names: Names, user: User) -> WrongPart:
    """Open errors and warnings, the worst first, and how much else there is."""
    counts = Counter(
        "accepted" if it.accepted is not None else it.severity.value
        for it in evaluation.conflicts
    )
    serious = [
        it
        for it in evaluation.conflicts
        if it.accepted is None and it.severity is not Severity.INFORMATION
    ]
    return WrongPart(
        conflicts=conflict_parts(serious[:SHOWN_CONFLICTS], names, user),
        summary=", ".join(_counted(counts)),
        has_any=bool(evaluation.conflicts),
    )


def _counted(counts: Mapping[str, int]) -> Iterator[str]:
    """How many there are of each severity, and how many are accepted."""
    texts: Mapping[str, Callable[[int], str]] = {
        "error": lambda n: ngettext("%(num)d error", "%(num)d errors", n),
        "warning": lambda n: ngettext("%(num)d warning", "%(num)d warnings", n),
        "information": lambda n: ngettext(
            "%(num)d piece of information", "%(num)d pieces of information", n
        ),
        "accepted": lambda n: ngettext("%(num)d accepted", "%(num)d accepted", n),
    }
    return (text(counts[key]) for key, text in texts.items() if counts[key])


def _presumed(evaluation: Evaluation) -> str:
    """How much is presumed for want of a report, before anybody is live."""
    counts = [
        len(evaluation.presumed(it.number))
        for it in evaluation.snapshot.municipalities
        if not is_live(evaluation, it.number)
    ]
    steps, places = sum(counts), sum(count > 0 for count in counts)
    if not steps:
        return ""
    return _(
        "%(steps)s in %(places)s have not been reported and are presumed to have gone"
        " as planned.",
        steps=ngettext("%(num)s step", "%(num)s steps", steps),
        places=ngettext(
            "%(num)s municipality that is not live",
            "%(num)s municipalities that are not live",
            places,
        ),
    )
