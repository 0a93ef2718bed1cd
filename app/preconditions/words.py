"""What kinds of bindings, days of every year and their pages are called."""

from collections.abc import Mapping
from datetime import date

from babel.dates import format_skeleton, get_month_names
from flask_babel import get_locale
from flask_babel import gettext as _

from app.entered_forms import KindTexts
from app.filters import TO
from app.store.tables import ClosedPeriodRow
from planning.circumstances import BindingKind

Option = tuple[str, str]
MonthDay = tuple[int, int]

# A year with a 29 February in it.
LEAP_YEAR = 2000


def kind_texts(kind: str) -> KindTexts:
    """What the pages of a kind say: bindings, periods or components."""
    return TEXTS[kind]()


def _of_bindings() -> KindTexts:
    return KindTexts(
        add=_("Add a binding"),
        about=_(
            "The plan warns where these municipalities lie in different waves. It"
            " moves nobody by itself."
        ),
        save=_("Save the binding"),
        remove=_("Remove the binding"),
        what_goes=_(
            "The plan no longer warns where they are parted. It can be undone."
        ),
    )


def _of_periods() -> KindTexts:
    return KindTexts(
        add=_("Add a closed period"),
        about=_(
            "The plan warns where a wave goes live on one of these days, in any year."
            " It moves no wave by itself."
        ),
        save=_("Save the closed period"),
        remove=_("Remove the closed period"),
        what_goes=_("Waves may go live on these days again. It can be undone."),
    )


def _of_components() -> KindTexts:
    return KindTexts(
        add=_("Add a national component"),
        about=_(
            "The plan warns where a municipality needs the component before it is"
            " expected. It moves no date by itself."
        ),
        save=_("Save the component"),
        remove=_("Remove the component"),
        what_goes=_("No step waits for it any more. It can be undone."),
    )


TEXTS = {
    "bindings": _of_bindings,
    "periods": _of_periods,
    "components": _of_components,
}


def binding_kind_text(kind: str) -> str:
    """Why municipalities want to go together, in a few words."""
    return _binding_kinds()[BindingKind(kind)]


def binding_kind_choices() -> list[Option]:
    """The reasons that can be chosen."""
    return [(kind.value, text) for kind, text in _binding_kinds().items()]


def _binding_kinds() -> Mapping[BindingKind, str]:
    return {
        BindingKind.JOINT_WISH: _("Joint wish"),
        BindingKind.SHARED_IT_COMPANY: _("Shared IT company"),
        BindingKind.SHARED_OUT_OF_HOURS: _("Shared out-of-hours service"),
        BindingKind.OTHER: _("Another reason"),
    }


def month_choices() -> list[Option]:
    """The months by their names."""
    names = get_month_names("wide", context="stand-alone", locale=get_locale())
    return [(str(month), names[month]) for month in range(1, 13)]


def period_text(first: MonthDay, last: MonthDay) -> str:
    """20. desember–6. januar: days of every year."""
    if first == last:
        return month_day_text(first)
    return f"{month_day_text(first)}{TO}{month_day_text(last)}"


def period_days(row: ClosedPeriodRow) -> str:
    """The days of a period, and whether the councils have their recess then."""
    first, last = (row.first_month, row.first_day), (row.last_month, row.last_day)
    days = period_text(first, last)
    if not row.is_council_recess:
        return days
    return _("%(days)s; the councils don’t meet then either", days=days)


def month_day_text(day: MonthDay) -> str:
    """20. desember."""
    at = date(LEAP_YEAR, *day)
    return str(format_skeleton("MMMMd", at, locale=get_locale()))
