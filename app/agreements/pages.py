"""The register of agreements and what is missing from it, ready to print."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from app.agreement_words import STANDINGS, kind_text, standing_texts
from app.agreements.choice import Choice, missing_filters, register_filters
from app.agreements.entries import signed_of
from app.commitment_words import inside_text
from app.filters import dated, long_date
from app.store.agreements import Parties
from app.store.commitments import Facts
from app.store.names import Names
from app.store.sorting import sort_key
from app.store.tables import AgreementPartyRow, AgreementRow, MunicipalityRow
from app.table_choice import FilterPart
from planning.rights.agreements import Lacking, Register, lacking
from planning.rights.chain import chain_of


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementLine:
    """One agreement of the register."""

    id: int
    title: str
    version: str
    kind: str
    parties: str
    signed: str
    valid: str
    standing: str
    badge: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPage:
    """The agreements that were asked for; `missing` is how many municipalities lack."""

    lines: tuple[AgreementLine, ...]
    filters: tuple[FilterPart, ...]
    is_empty: bool
    missing: int
    not_entered: int
    municipality: str
    can_edit: bool


@dataclass(frozen=True, slots=True)
class LackingPart:
    """An agreement that is missing, and why there ought to be one."""

    kind: str
    kind_text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LackingLine:
    """What is missing for a municipality: not known to be made, or not entered."""

    number: str
    name: str
    unknown: tuple[LackingPart, ...]
    told: tuple[LackingPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPage:
    """What is missing, for whom."""

    lines: tuple[LackingLine, ...]
    filters: tuple[FilterPart, ...]
    can_edit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What the pages are made from, on a day: agreements, places, and their facts."""

    register: Register
    places: Sequence[MunicipalityRow]
    facts: Mapping[str, Facts]
    names: Names
    day: int
    can_edit: bool

    def lacking(self, row: MunicipalityRow) -> tuple[Lacking, ...]:
        """What is missing for one."""
        told = self.facts.get(row.number, ())
        state = chain_of(told, self.day, holds_option=row.holds_option)
        return lacking(self.register, state, row.number, self.day)


def register_page(
    world: World, rows: Sequence[AgreementRow], parties: Parties, choice: Choice
) -> RegisterPage:
    """The register, as it was asked for."""
    register, day = world.register, world.day
    region = {it.number for it in world.places if it.region == choice.region}
    by_id = {it.id: it for it in register.agreements}
    lines = [
        agreement_line(row, world, parties.get(row.id, ()))
        for row in rows
        if choice.kind in ("", row.kind)
        and choice.standing in ("", register.standing(by_id[row.id], day))
        and (not choice.municipality or choice.municipality in by_id[row.id].parties)
        and (not choice.region or region & by_id[row.id].parties)
    ]
    found = [it for row in world.places for it in world.lacking(row)]
    return RegisterPage(
        lines=tuple(lines),
        filters=register_filters(choice, world.places, world.names),
        is_empty=not rows,
        missing=len({it.municipality for it in found if not it.is_told}),
        not_entered=len({it.municipality for it in found if it.is_told}),
        municipality=choice.municipality,
        can_edit=world.can_edit,
    )


def agreement_line(
    row: AgreementRow, world: World, parties: Iterable[AgreementPartyRow]
) -> AgreementLine:
    """One agreement in words."""
    register = world.register
    agreement = next(it for it in register.agreements if it.id == row.id)
    standing = register.standing(agreement, world.day)
    return AgreementLine(
        id=row.id,
        title=row.title,
        version=row.version,
        kind=kind_text(row.kind),
        parties=", ".join(party_names(parties, world.names)),
        signed=signed_text(row),
        valid=valid_text(row),
        standing=standing_texts()[standing],
        badge=STANDINGS[standing],
    )


def party_names(parties: Iterable[AgreementPartyRow], names: Names) -> list[str]:
    """Municipalities by name, then the others as they were entered."""
    told = list(parties)
    places = [names.municipality(it.municipality) for it in told if it.municipality]
    others = [it.party for it in told if not it.municipality]
    return [*sorted(places, key=sort_key), *others]


def signed_text(row: AgreementRow) -> str:
    """When it was signed, never more exactly than is known; empty where it isn't."""
    when = signed_of(row)
    return "" if when is None else dated(when.first, when.last, when.precision)


def valid_text(row: AgreementRow) -> str:
    """From when and until when it is valid, as far as it says so."""
    start = "" if row.valid_from is None else long_date(row.valid_from)
    end = "" if row.valid_to is None else long_date(row.valid_to)
    if start and end:
        return _("%(first)s to %(last)s", first=start, last=end)
    if end:
        return _("to %(day)s", day=end)
    return _("from %(day)s", day=start) if start else ""


def missing_page(world: World, choice: Choice) -> MissingPage:
    """What is missing, for whom, as it was asked for."""
    lines = []
    for row in world.places:
        if choice.region not in ("", row.region):
            continue
        found = [it for it in world.lacking(row) if choice.kind in ("", it.kind)]
        if found:
            lines.append(_lacking_line(row, found))
    return MissingPage(
        lines=tuple(lines),
        filters=missing_filters(choice, world.names),
        can_edit=world.can_edit,
    )


def _lacking_line(row: MunicipalityRow, found: Iterable[Lacking]) -> LackingLine:
    parts = [(it.is_told, _part(it)) for it in found]
    return LackingLine(
        number=row.number,
        name=row.name,
        unknown=tuple(part for is_told, part in parts if not is_told),
        told=tuple(part for is_told, part in parts if is_told),
    )


def _part(it: Lacking) -> LackingPart:
    why = _("because of: %(stage)s", stage=inside_text(it.stage))
    return LackingPart(it.kind.value, kind_text(it.kind), "" if it.is_told else why)
