"""Why an entry of the share ledger is refused for its days: notice, payment, board."""

from collections.abc import Callable, Mapping

from flask_babel import gettext as _

from app.filters import long_date
from app.store.names import Names
from planning.calendars import to_date
from planning.rights.refusals import Refusal, RefusalKind


def refusal_day(it: Refusal) -> str:
    """The day that a refusal is about."""
    return "" if it.day is None else long_date(to_date(it.day))


def _no_notice(_it: Refusal, _names: Names) -> str:
    return _(
        "Give the day on which the company and all other owners had written notice of"
        " the number, the buyer and the day of payment."
    )


def _notice_late(_it: Refusal, _names: Names) -> str:
    return _("Notice is given before shares change hands, not after. See to the days.")


def _no_due_date(_it: Refusal, _names: Names) -> str:
    return _("Give the day on which payment is due: it belongs in the notice.")


def _no_board_day(_it: Refusal, _names: Names) -> str:
    return _("Give the board meeting that treats it.")


def _board_before_notice(it: Refusal, _names: Names) -> str:
    return _(
        "The board can’t treat it before notice is given, %(day)s. Choose a later"
        " meeting.",
        day=refusal_day(it),
    )


def _no_board_meeting(it: Refusal, _names: Names) -> str:
    return _(
        "No board meeting is entered on %(day)s. Enter it among the board’s meetings,"
        " or choose one that is.",
        day=refusal_day(it),
    )


def _not_first_board_meeting(it: Refusal, _names: Names) -> str:
    return _(
        "It is treated in the first possible meeting of the board: %(day)s.",
        day=refusal_day(it),
    )


def _due_before_notice(it: Refusal, _names: Names) -> str:
    return _(
        "Payment can’t be due before notice is given, %(day)s. Choose a later day.",
        day=refusal_day(it),
    )


DAY_TEXTS: Mapping[RefusalKind, Callable[[Refusal, Names], str]] = {
    RefusalKind.NO_NOTICE: _no_notice,
    RefusalKind.NOTICE_LATE: _notice_late,
    RefusalKind.NO_DUE_DATE: _no_due_date,
    RefusalKind.DUE_BEFORE_NOTICE: _due_before_notice,
    RefusalKind.NO_BOARD_DAY: _no_board_day,
    RefusalKind.BOARD_BEFORE_NOTICE: _board_before_notice,
    RefusalKind.NO_BOARD_MEETING: _no_board_meeting,
    RefusalKind.NOT_FIRST_BOARD_MEETING: _not_first_board_meeting,
}
