"""What the pages of owners, the annex and the board's meetings show."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from app.filters import long_date, number
from app.provenance import ProvenancePart, Sources
from app.share_data.annex_file import AnnexFile
from app.share_data.forms import AnnexForm, ImportForm, MeetingForm, OwnerForm
from app.share_words import owner_kind_texts, shares_text
from app.store.names import Names
from app.store.sorting import sort_key
from app.store.tables import (
    BoardMeetingRow,
    MunicipalityRow,
    ShareAnnexRow,
    ShareOwnerRow,
)
from planning.rights.share_owners import OwnerKind

NO_WORKING_DAY = "no-working-day"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerLine:
    """One owner, with what must be known before it can have shares."""

    key: str
    name: str
    kind: str
    organisation_number: str
    use_agreement: str
    joined: str
    is_company: bool
    is_public: bool
    provenance: ProvenancePart


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnersPage:
    """All owners."""

    lines: tuple[OwnerLine, ...]
    can_edit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerPage:
    """The form on an owner; without a key it adds one."""

    key: str
    title: str
    form: OwnerForm
    can_remove: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexLine:
    """One municipality with an option, and its number."""

    number: str
    name: str
    shares: str
    provenance: ProvenancePart | None
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexPage:
    """The annex, and the form for a file of it; `read` is what a file said."""

    lines: tuple[AnnexLine, ...]
    summary: str
    can_edit: bool
    form: ImportForm
    read: AnnexFile | None = None
    text: str = ""
    preview: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberPage:
    """The form on the number of one municipality."""

    number: str
    name: str
    form: AnnexForm
    is_entered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardPage:
    """The meetings of the board, and the form that adds one.

    `unsettled` are the entries that would not be treated in the first possible meeting
    any more, each with why; `odd` is what is unlikely about the day. `accepted` is what
    the button to go on sends.
    """

    lines: tuple[tuple[int, str, ProvenancePart], ...]
    form: MeetingForm
    can_edit: bool
    unsettled: tuple[tuple[int, str], ...] = ()
    odd: str = ""

    @property
    def accepted(self) -> str:
        """The numbers of the entries that are told of, and the day if it is odd."""
        told = [str(number) for number, _why in self.unsettled]
        return " ".join([*told, NO_WORKING_DAY] if self.odd else told)


def owners_page(
    rows: Iterable[ShareOwnerRow], names: Names, sources: Sources, *, can_edit: bool
) -> OwnersPage:
    """All owners by name, the company itself among them."""
    kinds = owner_kind_texts()
    lines = [
        OwnerLine(
            key=row.key,
            name=names.owner(row.key),
            kind=kinds[OwnerKind(row.kind)],
            organisation_number=row.organisation_number,
            use_agreement=_day(row.use_agreement_on),
            joined=_day(row.cooperation_joined_on),
            is_company=row.kind == OwnerKind.COMPANY,
            is_public=row.is_public,
            provenance=sources.of(row),
        )
        for row in rows
    ]
    lines.sort(key=lambda it: sort_key(it.name))
    return OwnersPage(lines=tuple(lines), can_edit=can_edit)


def _day(value: date | None) -> str:
    return "" if value is None else long_date(value)


def annex_page(
    municipalities: Sequence[MunicipalityRow],
    annex: Mapping[str, ShareAnnexRow],
    owners: Iterable[str],
    sources: Sources,
    *,
    can_edit: bool,
    form: ImportForm,
) -> AnnexPage:
    """Every municipality with an option, with its number where it is entered."""
    held = [it for it in municipalities if it.holds_option]
    known = frozenset(owners)
    return AnnexPage(
        lines=tuple(
            _annex_line(it, annex.get(it.number), known, sources) for it in held
        ),
        summary=_(
            "%(entered)s of %(all)s municipalities have a number: %(shares)s in all.",
            entered=number(len(annex)),
            all=number(len(held)),
            shares=shares_text(sum(it.shares for it in annex.values())),
        ),
        can_edit=can_edit,
        form=form,
    )


def _annex_line(
    row: MunicipalityRow,
    entered: ShareAnnexRow | None,
    owners: frozenset[str],
    sources: Sources,
) -> AnnexLine:
    return AnnexLine(
        number=row.number,
        name=row.name,
        shares="" if entered is None else number(entered.shares),
        provenance=None if entered is None else sources.of(entered),
        owner=row.number if row.number in owners else "",
    )


def preview_lines(
    found: AnnexFile, annex: Mapping[str, ShareAnnexRow], names: Names
) -> tuple[tuple[str, str, str], ...]:
    """What a file would change: who, what is entered now, what would be."""
    lines = [
        (
            names.municipality(at),
            number(annex[at].shares) if at in annex else "",
            number(shares),
        )
        for at, shares in found.numbers.items()
        if at not in annex or annex[at].shares != shares
    ]
    return tuple(sorted(lines, key=lambda it: sort_key(it[0])))


def board_page(
    rows: Iterable[BoardMeetingRow],
    sources: Sources,
    *,
    form: MeetingForm,
    can_edit: bool,
) -> BoardPage:
    """The meetings, the latest first."""
    lines = tuple((it.id, long_date(it.day), sources.of(it)) for it in rows)
    return BoardPage(lines=lines, form=form, can_edit=can_edit)
