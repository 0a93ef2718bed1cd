"""How a change of a scenario stands, and what it does, in words."""

from dataclasses import dataclass
from datetime import datetime

from flask_babel import format_datetime, to_user_timezone
from flask_babel import gettext as _

from app.filters import short_date
from app.store.laying import Laid, Standing


@dataclass(frozen=True, slots=True)
class Mark:
    """A word with its icon and colour, and what it means."""

    word: str
    icon: str
    kind: str
    meaning: str = ""


def standing_mark(laid: Laid, *, is_shift: bool) -> Mark:
    """Whether a change still makes sense on the plan as it is now."""
    match laid.standing:
        case Standing.HOLDS:
            return Mark(_("Holds"), "circle-check", "success")
        case Standing.REPLACES_ANOTHER:
            return Mark(
                _("The plan has changed here"),
                "triangle-alert",
                "warning",
                _replacing_text(laid, is_shift=is_shift),
            )
        case Standing.SO_ALREADY:
            return Mark(
                _("The plan has it already"),
                "equal",
                "info",
                _("The change makes no difference any more, and can be left out."),
            )
        case Standing.GONE:
            return Mark(
                _("Gone from the plan"),
                "octagon-alert",
                "error",
                _("What it changes is no longer there. The change does nothing."),
            )
        case Standing.NOT_POSSIBLE:
            return Mark(
                _("Not possible any more"),
                "octagon-alert",
                "error",
                _("It has gone live, or the day has passed. The change does nothing."),
            )


def _replacing_text(laid: Laid, *, is_shift: bool) -> str:
    if is_shift:
        return _(
            "It is counted from where the plan is now. See whether it is still right."
        )
    if laid.instead:
        return _("The scenario’s value still wins. See whether it is still right.")
    return _(
        "What it sets is as it was, but something that acts together with it is not."
        " See whether it is still right."
    )


def left_out_mark() -> Mark:
    """That a change is no part of its scenario."""
    return Mark(_("Left out"), "circle-minus", "neutral")


def adopted_mark(*, is_undone: bool) -> Mark:
    """That a change is in the plan, because its scenario became the plan, or was."""
    if is_undone:
        return Mark(_("Undone"), "undo-2", "neutral")
    return Mark(_("Adopted"), "circle-check", "success")


def fate_mark(*, is_undone: bool) -> Mark:
    """That a scenario has become the plan, or did until that was undone."""
    if is_undone:
        return Mark(_("Adopted, and undone"), "undo-2", "neutral")
    return adopted_mark(is_undone=False)


def kind_mark(*, is_shift: bool) -> Mark:
    """Whether a change is reckoned anew from where the plan is, or sets a value."""
    if is_shift:
        return Mark(
            _("Moves with the plan"),
            "move-right",
            "neutral",
            _("Counted from where the plan is at any time."),
        )
    return Mark(
        _("Sets"),
        "pin",
        "neutral",
        _("Holds whatever the plan does."),
    )


def proposed_name(at: datetime) -> str:
    """Forsøk 21. nov. 2026, 12:00: the name of one that is made in a click."""
    return _(
        "Try-out %(date)s, %(time)s",
        date=short_date(to_user_timezone(at).date()),
        time=format_datetime(at, "HH:mm"),
    )


def copy_name(name: str) -> str:
    """The name that a copy is given, unless its maker has a better one."""
    return _("Copy of %(name)s", name=name)
