"""The form on an agreement, with its page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.agreements import queries
from app.agreements.entries import AgreementEntry, entry_of
from app.agreements.forms import AgreementForm
from app.agreements.one import version_name
from app.errors import ErrorPage
from app.filters import plain_text
from app.store.names import Names
from app.store.tables import AgreementRow, MunicipalityRow
from planning.rights.agreements import AgreementKind, Register, can_replace


@dataclass(frozen=True, slots=True)
class PartyChoice:
    """A municipality that can be chosen."""

    number: str
    name: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class PartyGroup:
    """The municipalities of a region."""

    heading: str
    members: tuple[PartyChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """A form on its page; without an id it adds an agreement.

    `first` tells who was first, where what was typed is shown again.
    """

    id: int | None
    title: str
    form: AgreementForm
    groups: tuple[PartyGroup, ...]
    newer: tuple[tuple[int, str], ...] = ()
    first: ErrorPage | None = None


class Editing:
    """What every form is made from."""

    def __init__(
        self, register: Register, names: Names, *, revision: int, status_date: date
    ) -> None:
        self._register = register
        self._names = names
        self._revision = revision
        self._status_date = status_date
        self._places = queries.list_municipalities()

    def new_page(self, asked: Mapping[str, str]) -> FormPage:
        """The form that adds one: empty, or filled from the version it replaces."""
        before = self._row(asked.get("replaces", ""))
        if before is not None:
            entry = entry_of(before, queries.list_party_rows(before.id))
            data = {
                **values_of(entry),
                "replaces": str(before.id),
                **dict.fromkeys(("signed", "valid_from", "valid_to"), None),
                **dict.fromkeys(("version", "case_number", "note"), ""),
            }
        else:
            kind = asked.get("kind", "")
            data = {
                "kind": kind if kind in set(AgreementKind) else "",
                "municipalities": [asked.get("municipality", "")],
            }
        form = self._form(data, None, {})
        title = "" if before is None else before.title
        return FormPage(id=None, title=title, form=form, groups=self._groups(form))

    def page(self, row: AgreementRow) -> FormPage:
        """The form that changes one, as it is or as it was sent."""
        entry = entry_of(row, queries.list_party_rows(row.id))
        form = self._form(values_of(entry), row, entry.note)
        return FormPage(
            id=row.id,
            title=row.title,
            form=form,
            groups=self._groups(form),
            newer=self._newer(row),
        )

    def _form(
        self, data: Mapping[str, Any], row: AgreementRow | None, note: dict[str, str]
    ) -> AgreementForm:
        return AgreementForm(
            municipalities=[(it.number, it.name) for it in self._places],
            replaceable=self._replaceable(row),
            taken=self._taken(row),
            status_date=self._status_date,
            note_before=note,
            data={"seen": self._revision, **data},
        )

    def _replaceable(self, row: AgreementRow | None) -> Sequence[tuple[int, str, str]]:
        """What this one can be the next version of."""
        rows = {it.id: it for it in queries.list_agreements()}
        found = self._register.agreements
        if row is not None:
            own = next(it for it in found if it.id == row.id)
            found = can_replace(self._register, own)
        return [(it.id, it.kind.value, version_name(rows[it.id])) for it in found]

    def _taken(self, row: AgreementRow | None) -> dict[str, str]:
        """By what another one is replaced already, by its number."""
        own = None if row is None else row.id
        return {
            str(it.replaces): version_name(queries.get_agreement(it.id))
            for it in self._register.agreements
            if it.replaces is not None and it.id != own
        }

    def _newer(self, row: AgreementRow) -> tuple[tuple[int, str], ...]:
        """The versions that rest on this one."""
        ids = [it.id for it in self._register.agreements if it.replaces == row.id]
        return tuple((it, version_name(queries.get_agreement(it))) for it in ids)

    def _row(self, typed: str) -> AgreementRow | None:
        ids = {str(it.id): it.id for it in self._register.agreements}
        return queries.get_agreement(ids[typed]) if typed in ids else None

    def _groups(self, form: AgreementForm) -> tuple[PartyGroup, ...]:
        """Every municipality, by region."""
        chosen = set(form.municipalities.data or ())
        by_region: dict[str, list[PartyChoice]] = {}
        for row in self._places:
            by_region.setdefault(row.region or "", []).append(_choice(row, chosen))
        order = [it.key for it in queries.list_regions()]
        return tuple(
            PartyGroup(self._names.region(key), tuple(by_region[key]))
            for key in (*order, "")
            if key in by_region
        )


def _choice(row: MunicipalityRow, chosen: set[str]) -> PartyChoice:
    return PartyChoice(row.number, row.name, row.number in chosen)


def values_of(entry: AgreementEntry) -> dict[str, Any]:
    """What an entry says, as the fields of its form."""
    return {
        "kind": entry.kind,
        "title": entry.title,
        "version": entry.version,
        "signed": entry.signed,
        "valid_from": entry.valid_from,
        "valid_to": entry.valid_to,
        "notice_months": entry.notice_months,
        "case_number": entry.case_number,
        "replaces": "" if entry.replaces is None else str(entry.replaces),
        "municipalities": sorted(entry.municipalities),
        "others": "\n".join(entry.others),
        "note": plain_text(entry.note),
    }
