"""What a resource is reckoned from, line by line, each with where it is from."""

from functools import cached_property

from flask_babel import ngettext

from app.capacity import queries
from app.capacity.filling import ASSUMED, ENTERED
from app.capacity.pages import FactLine
from app.capacity.words import demand_text, supply_text
from app.last_written import find_last_written
from app.provenance import get_sources
from app.store.names import Names
from app.store.tables import DemandRow, EmployeeCountRow, ResourceRow, SupplyRow
from planning.capacity_facts import Per


class Entered:
    """The entries of one resource."""

    def __init__(self, names: Names, resource: ResourceRow) -> None:
        self._names = names
        self._resource = resource
        self._sources = get_sources()
        tables = (it.__tablename__ for it in queries.TABLES.values())
        self._written = find_last_written(tables)

    @property
    def asks_for_employees(self) -> bool:
        """Whether anything of it is asked for per 1,000 employees."""
        return any(it.per == Per.EMPLOYEES for it in self._demand_rows)

    @property
    def demands(self) -> tuple[FactLine, ...]:
        """What is asked for."""
        return tuple(
            self._line(it, demand_text(it, self._names)) for it in self._demand_rows
        )

    @property
    def supplies(self) -> tuple[FactLine, ...]:
        """What there is."""
        return tuple(
            self._line(it, supply_text(it, self._resource))
            for it in queries.list_supplies()
            if it.resource_id == self._resource.id
        )

    @property
    def employees(self) -> tuple[FactLine, ...]:
        """How many employees municipalities have, where it is entered."""
        return tuple(
            self._line(it, self._employees_text(it)) for it in queries.list_employees()
        )

    @cached_property
    def _demand_rows(self) -> tuple[DemandRow, ...]:
        rows = queries.list_demands()
        return tuple(it for it in rows if it.resource_id == self._resource.id)

    def _employees_text(self, row: EmployeeCountRow) -> str:
        return ngettext(
            "%(municipality)s: %(num)d employee",
            "%(municipality)s: %(num)d employees",
            row.employees,
            municipality=self._names.municipality(row.municipality),
        )

    def _line(
        self, row: DemandRow | SupplyRow | EmployeeCountRow, text: str
    ) -> FactLine:
        written = self._written.get((row.__tablename__, str(row.id)))
        by_hand = row.confidence in (ENTERED, ASSUMED) and written is not None
        return FactLine(
            id=row.id,
            text=text,
            source=self._sources.of(row),
            written=written.text if by_hand and written is not None else "",
        )
