"""Lays out the drawing: rows beside their names, on one scale."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from flask_babel import ngettext

from app.timeline.bars import Kind, Shape, list_shapes
from app.timeline.choice import Choice
from app.timeline.closed import list_closed, list_holidays
from app.timeline.drawing import Path, bands, paths_of, place, upright
from app.timeline.earlier import Baseline
from app.timeline.facts import Form, RowFacts, State
from app.timeline.heads import heads
from app.timeline.links import Bond, draw_arrows
from app.timeline.pages import DrawnRow, Figure, Ground, Sheet
from app.timeline.rows import BODIES, Row, Sort
from app.timeline.scale import Scale, Zoom, fit_scale, list_groups, list_ticks
from app.timeline.scopes import WHOLE
from app.timeline.words import Words
from planning.evaluate import Evaluation
from planning.rollout import GO_LIVE, activity_id

LEAST_DAYS = 200
MARGIN_DAYS = 20
SIZES = ((1220, "whole"), (1970, "two-thirds"), (2720, "half"))
"""Up to which width a drawing fits on paper, and how it has to shrink."""
TOO_WIDE = "too-wide"


@dataclass(frozen=True, slots=True)
class Line:
    """A row with all that it tells."""

    row: Row
    facts: RowFacts
    baseline: Baseline | None


@dataclass(frozen=True, kw_only=True)
class Looks:
    """What the drawing is made from besides its lines.

    `base` is the address of the same with nothing selected.
    """

    evaluation: Evaluation
    words: Words
    choice: Choice
    shown_keys: frozenset[str]
    address: Callable[[str], str]
    date_url: Callable[[str], str]
    bonds: Sequence[Bond]
    base: str

    @cached_property
    def sequences(self) -> Mapping[str | None, int]:
        """The place of each wave among the waves."""
        return {it.code: it.sequence for it in self.evaluation.snapshot.plan.waves}


def scale_of(lines: Sequence[Line], today: int, zoom: Zoom) -> Scale:
    """The scale on which everything that the lines tell has room."""
    days = [day for line in lines for day in line.facts.days()]
    for line in lines:
        if line.baseline is not None:
            days += [line.baseline.window.start, line.baseline.window.end]
    days.append(today)
    first, last = min(days) - MARGIN_DAYS, max(days) + MARGIN_DAYS
    return fit_scale(first, max(last, first + LEAST_DAYS), zoom)


def draw_sheet(lines: Sequence[Line], scale: Scale, looks: Looks) -> Sheet:
    """Draw the lines and what lies behind them."""
    snapshot, zoom = looks.evaluation.snapshot, looks.choice.zoom
    places = {line.row.branch.id: index for index, line in enumerate(lines)}
    at = looks.choice.at
    arrows = draw_arrows(looks.evaluation, at, looks.bonds, places, scale)
    is_close = zoom is Zoom.MONTH
    closed = list_closed(snapshot.closed_periods, scale) if is_close else ()
    holidays = list_holidays(looks.evaluation.calendar, scale) if is_close else ()
    rows = tuple(
        _drawn_row(line, scale, looks, arrows.get(index, ()))
        for index, line in enumerate(lines)
    )
    return Sheet(
        width=scale.width,
        first=scale.first,
        per_day=f"{scale.per_day:.4f}",
        size=next((name for most, name in SIZES if scale.width <= most), TOO_WIDE),
        heads=heads(scale, zoom),
        ticks=upright([it.start for it in list_ticks(scale, zoom)], scale),
        groups=upright([it.start for it in list_groups(scale, zoom)], scale),
        closed=bands(closed, scale),
        holidays=upright(holidays, scale),
        today=place(scale.x(snapshot.status_date)),
        today_text=looks.words.day(snapshot.status_date),
        told=ngettext("%(num)s row shown", "%(num)s rows shown", len(rows)),
        grounds=tuple(_grounds(lines, scale, looks.evaluation)),
        rows=rows,
        styles=frozenset(
            style
            for row in rows
            for figure in row.figures
            for styles, _path in figure.paths
            for style in styles.split()
        ),
    )


def ground_id(wave: str | None) -> str:
    """The id of what lies behind the rows of a wave."""
    return "ground" if wave is None else f"ground-{wave}"


def _grounds(
    lines: Sequence[Line], scale: Scale, evaluation: Evaluation
) -> Iterator[Ground]:
    shown = {line.facts.wave for line in lines} - {None}
    for wave in evaluation.snapshot.plan.waves:
        if wave.code in shown:
            window = wave.actual or wave.window
            band = ""
            if window is not None and not window.is_day:
                begin, end = place(scale.x(window.start)), place(scale.x(window.end))
                band = f"M{begin} 0H{end}V28H{begin}Z"
            yield Ground(ground_id(wave.code), band)


def _drawn_row(
    line: Line, scale: Scale, looks: Looks, arrows: Sequence[Path]
) -> DrawnRow:
    row, branch = line.row, line.row.branch
    choice, selected = looks.choice, branch.id == looks.choice.at
    fold = ""
    if branch.inside and branch.key and not _is_root(row, looks):
        changed = (
            choice.folding(branch, looks.shown_keys)
            if row.is_open
            else choice.unfolding(branch)
        )
        fold = looks.address(changed.query())
    return DrawnRow(
        id=f"r-{branch.id}",
        name=looks.words.name(branch),
        proposed=_proposed(row, looks.words),
        sort=branch.sort,
        level=row.level,
        style=_style(line, looks.sequences),
        is_open=row.is_open,
        fold=fold,
        url="" if fold else _select(branch.id, looks),
        is_selected=selected,
        ground=ground_id(line.facts.wave),
        figures=tuple(_figures(line, scale, looks)),
        arrows=tuple((it.style, it.d) for it in arrows),
    )


def _proposed(row: Row, words: Words) -> str:
    """The word for who has a date that is proposed and not accepted yet."""
    branch = row.branch
    agreed = words.agreed(branch.id) if branch.sort in BODIES else None
    return agreed.text if agreed is not None and agreed.is_open else ""


def _is_root(row: Row, looks: Looks) -> bool:
    """Whether a row is all that the timeline is of, and so always unfolded."""
    return row.level == 0 and looks.choice.scope != WHOLE


def _select(id: str, looks: Looks) -> str:
    if id not in looks.evaluation.nodes:
        return ""
    sign = "&" if "?" in looks.base else "?"
    return f"{looks.base}{sign}at={id}"


def _style(line: Line, sequences: Mapping[str | None, int]) -> str:
    """The colour of a wave, for rows that gather what belongs to it."""
    if line.facts.wave not in sequences or line.row.branch.sort is Sort.STEP:
        return ""
    return f"wave--{(sequences[line.facts.wave] - 1) % 10 + 1}"


def _figures(line: Line, scale: Scale, looks: Looks) -> Iterator[Figure]:
    baseline = None if line.baseline is None else line.baseline.window
    shapes = list_shapes(
        line.facts,
        line.row.branch.sort,
        scale,
        today=looks.evaluation.snapshot.status_date,
        baseline=baseline,
    )
    for shape in shapes:
        id = _leads_to(shape, line, looks.evaluation)
        yield Figure(
            looks.date_url(id) if id else "",
            _title(shape, line, looks.words),
            tuple((it.style, it.d) for it in paths_of(shape)),
        )


def _leads_to(shape: Shape, line: Line, evaluation: Evaluation) -> str:
    """The activity whose date a shape is; of what gathers many its go-live."""
    branch = line.row.branch
    if shape.point is not None:
        return shape.point.id
    if shape.kind not in {Kind.BAR, Kind.SUMMARY}:
        return ""
    if branch.sort is Sort.MUNICIPALITY:
        return activity_id(branch.key, GO_LIVE)
    return branch.id if branch.id in evaluation.nodes else ""


def _title(shape: Shape, line: Line, words: Words) -> str:
    """What is shown where a pointer rests."""
    facts = line.facts
    if shape.point is not None:
        told = words.point(shape.point, is_rough=facts.is_rough)
        agreed = words.agreed(shape.point.id)
        if agreed is not None and shape.point.form is Form.GO_LIVE:
            told = f"{told}. {agreed.told}"
        if line.row.branch.sort in {Sort.STEP, Sort.DATE}:
            if shape.state is State.AGAINST:
                return f"{told}: {words.against(shape.point.id)}"
            return told
        return f"{words.point_name(shape.point)}: {told}"
    texts: Mapping[Kind, Callable[[RowFacts], str]] = {
        Kind.BAR: words.work,
        Kind.SUMMARY: words.work,
        Kind.ROOM: words.room,
        Kind.MARGIN: words.margin,
        Kind.LACK: words.margin,
    }
    if shape.kind is Kind.BASELINE and line.baseline is not None:
        return words.baseline(line.baseline)
    return texts[shape.kind](facts) if shape.kind in texts else ""
