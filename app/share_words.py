"""Shares in words: owners, entries, numbers; and what the history tells."""

from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from flask_babel import format_percent, get_locale, ngettext
from flask_babel import gettext as _

from app.filters import TO, kroner, number
from app.language import language
from app.store import results
from app.store.names import Names, names_for
from planning.rights.ledger import EntryKind
from planning.rights.share_owners import OwnerKind
from planning.rights.share_ranges import Range

THOUSANDTH = Decimal("0.001")

# In the order in which a whole row is told.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "announced_change": (
        *("kind", "seller", "buyer", "shares", "ranges", "price", "notice_on"),
        *("due_on", "board_on", "planned_on", "declined_on", "case_number"),
        *("given_up_on", "note"),
    ),
    "board_meeting": ("day", "note"),
    "share_annex": ("shares", "note"),
    "share_entry": (
        *("kind", "day", "seller", "buyer", "ranges", "share_class", "price"),
        *("notice_on", "due_on", "board_on", "declined_on", "case_number"),
        *("corrects", "announced_id", "note"),
    ),
    "share_owner": (
        *("name", "kind", "organisation_number", "is_public"),
        *("use_agreement_on", "cooperation_joined_on", "note"),
    ),
}


def _announced_name(row: Mapping[str, Any], names: Names) -> str:
    return _(
        "Announced: shares from %(seller)s to %(buyer)s",
        seller=names.owner(row["seller"]),
        buyer=names.owner(row["buyer"]),
    )


SUBJECTS: Mapping[str, Callable[[Mapping[str, Any], Names], str]] = {
    "announced_change": _announced_name,
    "board_meeting": lambda _row, _names: _("Meeting of the board"),
    "share_annex": lambda row, names: names.municipality(row["municipality"]),
    "share_entry": lambda row, _names: entry_name(row["number"]),
    "share_owner": lambda row, names: names.owner(row["key"]),
}


def field_texts() -> Mapping[str, str]:
    """What the fields of its rows are called."""
    return {
        "announced_id": _("number of the announcement"),
        "board_meeting.day": _("day of the meeting"),
        "board_on": _("treated by the board"),
        "buyer": _("bought by"),
        "cooperation_joined_on": _("joined the co-operation agreement"),
        "corrects": _("strikes out entry"),
        "declined_on": _("Trondheim declined"),
        "due_on": _("payment is due"),
        "entered_at": _("entered at"),
        "given_up_on": _("given up"),
        "is_public": _("public body"),
        "notice_on": _("notice given"),
        "organisation_number": _("organisation number"),
        "planned_on": _("planned to take effect"),
        "price": _("price of a share"),
        "ranges": _("share numbers"),
        "seller": _("sold by"),
        "share_class": _("class of shares"),
        "share_entry.day": _("takes effect"),
        "shares": _("number of shares"),
        "use_agreement_on": _("agreement on use"),
    }


def row_texts() -> Mapping[str, str]:
    """What the rows of its tables are."""
    return {
        "announced_change": _("Announced sales and redemptions"),
        "board_meeting": _("Meetings of the board"),
        "share_annex": _("Shares in the annex"),
        "share_entry": _("Entries of the share ledger"),
        "share_owner": _("Owners of shares"),
    }


def kind_texts() -> Mapping[str, str]:
    """What entries do, and what owners are."""
    return {**entry_kind_texts(), **owner_kind_texts()}


def entry_kind_texts() -> Mapping[str, str]:
    """What entries do, in a word."""
    return {
        EntryKind.ISSUE: _("issue"),
        EntryKind.TRANSFER: _("transfer"),
        EntryKind.REDEMPTION: _("redemption"),
        EntryKind.CORRECTION: _("correction"),
    }


def owner_kind_texts() -> Mapping[str, str]:
    """What owners are."""
    return {
        OwnerKind.MUNICIPALITY: _("municipality"),
        OwnerKind.COMPANY: _("the company itself"),
        OwnerKind.TRUST: _("health trust"),
        OwnerKind.OTHER_PUBLIC: _("another body"),
    }


def entry_name(entry: int) -> str:
    """An entry by its number."""
    return _("Entry %(number)s of the share ledger", number=entry)


def shares_text(shares: int) -> str:
    """1 200 shares."""
    return ngettext("%(count)s share", "%(count)s shares", shares, count=number(shares))


def part_text(part: Fraction) -> str:
    """60.0%: to a tenth, so that figures stand under each other."""
    exact = Decimal(part.numerator) / Decimal(part.denominator)
    rounded = exact.quantize(THOUSANDTH, ROUND_HALF_UP)
    # Where the sign stands, and whether with a blank, is the language's.
    whole = get_locale().percent_formats[None].pattern
    return str(format_percent(rounded, whole.replace("##0", "##0.0")))


def range_text(each: Range) -> str:
    """1–1000, or one number alone: without blanks, so that it can be read back."""
    if each.first == each.last:
        return str(each.first)
    return f"{each.first}{TO}{each.last}"


def ranges_text(ranges: Sequence[Range]) -> str:
    """1–100, 151–200."""
    return ", ".join(map(range_text, ranges))


def _kept_ranges(kept: Sequence[Sequence[int]]) -> str:
    return ranges_text([Range(first, last) for first, last in kept])


def owner_text(key: str) -> str:
    """What an owner is called."""
    return names_for(results.current_plan(), language()).owner(key)


READERS: Mapping[str, Callable[[Any], str]] = {
    "buyer": owner_text,
    "price": lambda value: kroner(Decimal(value)),
    "ranges": _kept_ranges,
    "seller": owner_text,
    "shares": number,
}
