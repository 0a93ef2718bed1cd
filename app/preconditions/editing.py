"""The forms on bindings, closed periods and components, each with its page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.entered_forms import KindTexts
from app.filters import plain_text
from app.preconditions import queries
from app.preconditions.commands import entry_of
from app.preconditions.filling import (
    BindingEntry,
    ComponentEntry,
    Entry,
    PeriodEntry,
    Row,
    period_entry,
)
from app.preconditions.forms import BindingForm, ComponentForm, EntryForm, PeriodForm
from app.preconditions.words import Option, kind_texts
from app.store import results
from app.store.columns import TONGUES
from app.store.names import Names
from app.store.tables import PlanRow
from app.ways_out import list_left
from planning.evaluate import Evaluation
from planning.rollout import LIMIT_KEYS

DEFAULTS: Mapping[str, Mapping[str, Any]] = {
    "bindings": {"kind": "joint-wish"},
    "periods": {"first_month": "7", "last_month": "7"},
    "components": {"needed_by": "configure-and-test"},
}


@dataclass(frozen=True, slots=True)
class MemberChoice:
    """A municipality that can be chosen."""

    number: str
    name: str
    is_live: bool
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class MemberGroup:
    """The municipalities of a region."""

    key: str
    heading: str
    members: tuple[MemberChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage:
    """A form on its page; without a key it adds something new."""

    kind: str
    key: str
    title: str
    texts: KindTexts
    form: EntryForm
    groups: tuple[MemberGroup, ...] = ()


class Editing:
    """What every form is made from: the plan, and what things are called."""

    def __init__(self, plan: PlanRow, evaluation: Evaluation, names: Names) -> None:
        self._plan = plan
        self._evaluation = evaluation
        self._names = names

    def new_page(self, kind: str) -> EntryPage:
        """The form that adds one of a kind, empty or as it was sent."""
        texts = kind_texts(kind)
        form = self._form(kind, None, None)
        return EntryPage(
            kind=kind,
            key="",
            title=texts.add,
            texts=texts,
            form=form,
            groups=self._groups(form),
        )

    def page(self, kind: str, row: Row) -> EntryPage:
        """The form that changes one, as it is or as it was sent."""
        form = self._form(kind, row, entry_of(row))
        return EntryPage(
            kind=kind,
            key=row.key,
            title=plain_text(row.names),
            texts=kind_texts(kind),
            form=form,
            groups=self._groups(form),
        )

    def _form(self, kind: str, row: Row | None, entry: Entry | None) -> EntryForm:
        others = [
            it for it in queries.list_rows(kind) if row is None or it.id != row.id
        ]
        values = DEFAULTS[kind] if entry is None else values_of(entry)
        given: dict[str, Any] = {
            "taken": {
                tongue: [it.names.get(tongue, "") for it in others]
                for tongue in TONGUES
            },
            "note_before": {} if entry is None else entry.note,
            "data": {"seen": self._evaluation.snapshot.revision, **values},
        }
        match kind:
            case "bindings":
                return BindingForm(municipalities=self._municipalities(), **given)
            case "periods":
                periods = [it for it in queries.list_periods() if it in others]
                ends = [(it.first, it.last) for it in map(period_entry, periods)]
                return PeriodForm(others=ends, **given)
            case _:
                return ComponentForm(
                    steps=self._steps(entry),
                    before=entry if isinstance(entry, ComponentEntry) else None,
                    status_date=results.programme().status_date,
                    **given,
                )

    def _municipalities(self) -> list[Option]:
        return [(row.number, row.name) for row in queries.list_municipalities()]

    def _steps(self, entry: Entry | None) -> list[Option]:
        """The steps that can wait; one that has gone can be kept or replaced."""
        keys = [
            key for key in queries.list_step_keys(self._plan) if key not in LIMIT_KEYS
        ]
        if isinstance(entry, ComponentEntry) and entry.needed_by not in keys:
            keys.append(entry.needed_by)
        return [(key, self._names.activity(key)) for key in keys]

    def _groups(self, form: EntryForm) -> tuple[MemberGroup, ...]:
        """Every municipality, by region; those without a region come last."""
        if not isinstance(form, BindingForm):
            return ()
        chosen = set(form.members.data or ())
        gone = list_left(self._evaluation)
        by_region: dict[str, list[MemberChoice]] = {}
        for row in queries.list_municipalities():
            by_region.setdefault(row.region or "", []).append(
                MemberChoice(
                    row.number,
                    row.name,
                    row.number not in gone and self._evaluation.is_live(row.number),
                    row.number in chosen,
                )
            )
        order = [row.key for row in queries.list_regions()]
        return tuple(
            MemberGroup(key, self._names.region(key), tuple(by_region[key]))
            for key in (*order, "")
            if key in by_region
        )


def values_of(entry: Entry) -> dict[str, Any]:
    """What an entry says, as the fields of its form."""
    values: dict[str, Any] = {
        **{f"name_{tongue}": entry.names.get(tongue, "") for tongue in TONGUES},
        "note": plain_text(entry.note),
    }
    match entry:
        case BindingEntry():
            values |= {"kind": entry.kind, "members": sorted(entry.members)}
        case PeriodEntry():
            values |= days_of_form(entry)
        case ComponentEntry():
            values |= {
                "about": plain_text(entry.texts),
                "needed_by": entry.needed_by,
                "expected_first": entry.expected[0],
                "expected_last": entry.expected[1],
                "is_late": entry.is_late,
                "is_delivered": entry.is_delivered,
            }
    return values


def days_of_form(entry: PeriodEntry) -> dict[str, Any]:
    """Both ends of a period as the fields of its form."""
    (first_month, first_day), (last_month, last_day) = entry.first, entry.last
    return {
        "first_day": first_day,
        "first_month": str(first_month),
        "last_day": last_day,
        "last_month": str(last_month),
        "is_council_recess": entry.is_council_recess,
    }
