"""The forms on keys and shared costs, each with its page."""

from dataclasses import asdict, dataclass
from typing import Any

from app.cost_split import queries
from app.cost_split.filling import entry_of
from app.cost_split.forms import CostForm, EntryForm, KeyForm
from app.cost_split.queries import Row
from app.cost_split.words import kind_texts
from app.entered_forms import KindTexts
from app.filters import plain_text
from app.store.results import revision


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage:
    """A form on its page; without an id it adds something new."""

    kind: str
    id: int | None
    title: str
    texts: KindTexts
    form: EntryForm


def new_page(kind: str) -> EntryPage:
    """The form that adds one of a kind, empty or as it was sent."""
    texts = kind_texts(kind)
    return EntryPage(
        kind=kind, id=None, title=texts.add, texts=texts, form=_form(kind, None)
    )


def entry_page(kind: str, row: Row) -> EntryPage:
    """The form that changes one, as it is or as it was sent."""
    texts = kind_texts(kind)
    return EntryPage(
        kind=kind, id=row.id, title=texts.change, texts=texts, form=_form(kind, row)
    )


def _form(kind: str, row: Row | None) -> EntryForm:
    values = {} if row is None else asdict(entry_of(row))
    note = {} if row is None else row.note
    data = {**values, "note": plain_text(note), "seen": revision()}
    given: dict[str, Any] = {"note_before": note, "data": data}
    own = None if row is None else row.id
    if kind == "keys":
        taken = [it.from_day for it in queries.list_keys() if it.id != own]
        return KeyForm(taken=taken, **given)
    years = [it.year for it in queries.list_costs() if it.id != own]
    return CostForm(taken=years, **given)
