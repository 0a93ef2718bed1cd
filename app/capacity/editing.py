"""The forms on capacity, each with its page."""

from dataclasses import dataclass, fields
from typing import Any

from app.capacity import queries
from app.capacity.filling import (
    DemandEntry,
    EmployeesEntry,
    Entry,
    ResourceEntry,
    Row,
    entry_of,
)
from app.capacity.forms import (
    DemandForm,
    EmployeesForm,
    EntryForm,
    Option,
    ResourceForm,
    SupplyForm,
)
from app.capacity.words import kind_texts
from app.entered_forms import KindTexts
from app.filters import plain_text
from app.store.columns import TONGUES
from app.store.names import Names
from app.store.results import revision
from app.store.tables import PlanRow
from planning.durations import Unit, parse_duration


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage:
    """A form on its page; without an id it adds something new."""

    kind: str
    id: int | None
    title: str
    texts: KindTexts
    form: EntryForm

    @property
    def resource(self) -> str | None:
        """The key of the resource that the form is about, if it is about one."""
        if "resource_id" not in self.form:
            return None
        chosen = self.form["resource_id"].data
        rows = queries.list_resources()
        return next((it.key for it in rows if str(it.id) == chosen), None)


class Editing:
    """What every form is made from: the plan, and what things are called."""

    def __init__(self, plan: PlanRow, names: Names) -> None:
        self._plan = plan
        self._names = names

    def new_page(self, kind: str, resource: str) -> EntryPage:
        """The form that adds one of a kind, empty or as it was sent.

        `resource` is the key of the one that was looked at.
        """
        texts = kind_texts(kind)
        return EntryPage(
            kind=kind,
            id=None,
            title=texts.add,
            texts=texts,
            form=self._form(kind, None, None, self._defaults(resource)),
        )

    def page(self, kind: str, row: Row) -> EntryPage:
        """The form that changes one, as it is or as it was sent."""
        entry, texts = entry_of(row), kind_texts(kind)
        return EntryPage(
            kind=kind,
            id=row.id,
            title=texts.change,
            texts=texts,
            form=self._form(kind, row, entry, values_of(entry)),
        )

    def _defaults(self, resource: str) -> dict[str, Any]:
        ids = {row.key: row.id for row in queries.list_resources()}
        chosen = {"resource_id": str(ids[resource])} if resource in ids else {}
        return {"step": "training", "length_unit": Unit.WEEKS.value, **chosen}

    def _form(
        self, kind: str, row: Row | None, entry: Entry | None, values: dict[str, Any]
    ) -> EntryForm:
        data = {"seen": revision(), **values}
        if kind == "resources":
            others = [it for it in queries.list_resources() if it is not row]
            taken = {
                tongue: [it.names.get(tongue, "") for it in others]
                for tongue in TONGUES
            }
            return ResourceForm(taken=taken, data=data)
        note = {} if entry is None or isinstance(entry, ResourceEntry) else entry.note
        given: dict[str, Any] = {"note_before": note, "data": data}
        match kind:
            case "demands":
                return DemandForm(
                    resources=self._resources(), steps=self._steps(entry), **given
                )
            case "supplies":
                return SupplyForm(resources=self._resources(), **given)
            case _:
                return EmployeesForm(municipalities=self._places(entry), **given)

    def _resources(self) -> list[Option]:
        rows = queries.list_resources()
        return [(str(row.id), plain_text(row.names)) for row in rows]

    def _steps(self, entry: Entry | None) -> list[Option]:
        """The steps that last; one that has gone can be kept or replaced."""
        keys = list(queries.list_step_keys(self._plan))
        if isinstance(entry, DemandEntry) and entry.step and entry.step not in keys:
            keys.append(entry.step)
        return [(key, self._names.activity(key)) for key in keys]

    def _places(self, entry: Entry | None) -> list[Option]:
        """Municipalities without a number, and the one that is changed."""
        taken = {row.municipality for row in queries.list_employees()}
        if isinstance(entry, EmployeesEntry):
            taken.discard(entry.municipality)
        return [
            (row.number, row.name)
            for row in queries.list_municipalities()
            if row.number not in taken
        ]


def values_of(entry: Entry) -> dict[str, Any]:
    """What an entry says, as the fields of its form."""
    if isinstance(entry, ResourceEntry):
        names = {f"name_{it}": entry.names.get(it, "") for it in TONGUES}
        return {**names, "unit": entry.unit, "can_fail": entry.can_fail}
    own = {
        field.name: getattr(entry, field.name)
        for field in fields(entry)
        if field.name not in ("length", "note")
    }
    if "resource_id" in own:
        own["resource_id"] = str(own["resource_id"])
    if isinstance(entry, DemandEntry):
        span = parse_duration(entry.length) if entry.length else None
        own["length"] = None if span is None else span.amount
        own["length_unit"] = (Unit.WEEKS if span is None else span.unit).value
    return {**own, "note": plain_text(entry.note)}
