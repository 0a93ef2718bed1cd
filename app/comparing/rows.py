"""The rows of the comparison: grouped, filtered, sorted, and counted where hidden."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from app.comparing.cells import Cell, Cells
from app.comparing.choice import BY_NAME, Choice
from app.comparing.loads import load_cells
from app.store.names import Names
from app.store.sorting import sort_key
from app.table_choice import sorted_lines
from planning.compared import NO_GROUP, By, Row, State
from planning.side_by_side import is_moved, is_partly_here, side_by_side
from planning.state_differences import Show, differs, load_rows, loads_differ


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPart:
    """One row; `is_changed` where any state says something else than the first.

    `is_assumed` where what it tells of rests on an assumption.
    """

    name: str
    url: str
    cells: tuple[Cell, ...]
    is_changed: bool
    is_assumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Rows of one kind under a heading, those that are shown and how many are not."""

    key: str
    title: str
    rows: tuple[RowPart, ...]
    hidden: int = 0


class Table:
    """Makes the sections of one page; `assumed` are the resources that are so."""

    def __init__(
        self,
        states: Sequence[State],
        choice: Choice,
        names: Names,
        *,
        assumed: Collection[str],
    ) -> None:
        self._states = states
        self._choice = choice
        self._names = names
        self._assumed = assumed
        self._cells = Cells(choice.show, names)

    def sections(self) -> tuple[Section, ...]:
        """Every section that has a row, shown or hidden."""
        if self._choice.show is Show.CAPACITY:
            found = [self._section("resources", _("Resources"), self._resources())]
        else:
            found = list(self._plan_sections())
        return tuple(it for it in found if it.rows or it.hidden)

    def _plan_sections(self) -> Iterable[Section]:
        by = self._choice.by
        found = side_by_side(self._states, by)
        whole = self._part(_("The whole plan"), "", found.whole, is_one=False)
        yield self._section("whole", _("In all"), [whole])
        groups = [
            self._group(by, it)
            for it in found.groups
            if by is By.WAVE or any(at.members or at.go_live for at in it.facts)
        ]
        yield self._section("groups", by_text(by), groups)
        partly = [it for it in found.municipalities if is_partly_here(it)]
        moved = [it for it in found.municipalities if is_moved(it) and it not in partly]
        others = [
            it for it in found.municipalities if it not in partly and it not in moved
        ]
        title = _("Municipalities that not all states have")
        yield self._section("partly", title, self._municipalities(partly))
        title = _("Municipalities in another wave, or in none")
        yield self._section("moved", title, self._municipalities(moved))
        if by is By.MUNICIPALITY:
            title = _("Municipalities in the same wave everywhere")
            yield self._section("same", title, self._municipalities(others))

    def _section(self, key: str, title: str, rows: Sequence[RowPart]) -> Section:
        is_all = not self._choice.only_different
        shown = [it for it in rows if is_all or it.is_changed]
        return Section(
            key=key,
            title=title,
            rows=self._sorted(shown),
            hidden=len(rows) - len(shown),
        )

    def _sorted(self, rows: Sequence[RowPart]) -> tuple[RowPart, ...]:
        """By name, by the first state, or by how far another is from it."""
        sort, descending = self._choice.sort, self._choice.descending
        if not sort:
            return tuple(rows)
        if sort == BY_NAME:
            return sorted_lines(
                rows, lambda it: sort_key(it.name), descending=descending
            )
        place = int(sort)
        return sorted_lines(
            rows, lambda it: _measure(it.cells, place), descending=descending
        )

    def _group(self, by: By, row: Row) -> RowPart:
        if row.key == NO_GROUP:
            return self._part(no_group_text(by), "", row, is_one=False)
        name = {
            By.WAVE: lambda: _("Wave %(code)s", code=row.key),
            By.REGION: lambda: self._names.region(row.key),
            By.TRUST: lambda: self._names.trust(row.key),
        }[by]()
        is_now = by is By.WAVE and row.key in self._names.waves
        url = url_for("waves.wave", code=row.key) if is_now else ""
        return self._part(name, url, row, is_one=False)

    def _municipalities(self, rows: Iterable[Row]) -> list[RowPart]:
        named = sorted(rows, key=lambda it: sort_key(self._names.municipality(it.key)))
        return [self._municipality(it) for it in named]

    def _municipality(self, row: Row) -> RowPart:
        is_known = row.key in self._names.municipalities
        url = url_for("municipalities.municipality", number=row.key) if is_known else ""
        return self._part(self._names.municipality(row.key), url, row, is_one=True)

    def _part(self, name: str, url: str, row: Row, *, is_one: bool) -> RowPart:
        base = row.facts[0]
        return RowPart(
            name=name,
            url=url,
            cells=self._cells.row(row.facts, is_one=is_one),
            is_changed=any(
                differs(base, it, self._choice.show) for it in row.facts[1:]
            ),
        )

    def _resources(self) -> list[RowPart]:
        return [
            RowPart(
                name=self._names.resource(it.key),
                url="",
                cells=load_cells(it.facts),
                is_changed=any(loads_differ(it.facts[0], at) for at in it.facts[1:]),
                is_assumed=it.key in self._assumed,
            )
            for it in load_rows(self._states)
        ]


def _measure(cells: Sequence[Cell], place: int) -> float | None:
    own, base = cells[place].measure, cells[0].measure
    if place == 0 or own is None:
        return own
    return None if base is None else own - base


def by_text(by: By) -> str:
    """What the rows are, as a heading."""
    return {
        By.WAVE: _("Waves"),
        By.REGION: _("Regions"),
        By.TRUST: _("Hospital trusts"),
        By.MUNICIPALITY: _("Municipalities"),
    }[by]


def no_group_text(by: By) -> str:
    """Who is in none of them."""
    return {
        By.WAVE: _("In no wave"),
        By.REGION: _("In no region"),
        By.TRUST: _("Of no hospital trust"),
        By.MUNICIPALITY: "",
    }[by]
