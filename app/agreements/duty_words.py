"""What follows from agreements, in sentences."""

from collections.abc import Callable, Mapping

from flask_babel import gettext as _

from app.filters import long_date
from app.store.names import Names
from planning.calendars import to_date
from planning.rights.duties import Duty, DutyKind
from planning.rights.leaving import Party

PLAIN: Mapping[DutyKind, Callable[[], str]] = {
    DutyKind.BE_INFORMED: lambda: _(
        "Who holds an option is kept informed about progress and planning by the"
        " parties to the co-operation agreement."
    ),
    DutyKind.OBSERVE: lambda: _("Who holds an option may observe meetings, in reason."),
    DutyKind.EXERCISE: lambda: _(
        "The option is taken up 12 months before go-live at the latest."
    ),
    DutyKind.WITHDRAW: lambda: _(
        "Who has joined can withdraw until 13 months before go-live."
    ),
    DutyKind.TO_COUNCIL: lambda: _("The pre-project ends in a case for the council."),
    DutyKind.INFORM: lambda: _(
        "The parties inform those who are entitled to join about progress and planning"
        " while the solution is introduced, and let them observe meetings in reason."
    ),
    DutyKind.WORK_FOR_ALL: lambda: _(
        "The parties work for all municipalities to join."
    ),
    DutyKind.JOIN_FIRST: lambda: _(
        "Whoever takes over shares, or joins, accedes to the co-operation agreement."
    ),
    DutyKind.WITH_PURCHASE: lambda: _(
        "Who becomes a shareholder accedes to the shareholders’ agreement."
    ),
    DutyKind.AT_PAR: lambda: _("Shares always change hands at par."),
    DutyKind.NOTIFY: lambda: _(
        "A transfer is told in writing to the company and to every other owner: number"
        " of shares, buyer and due date."
    ),
}


def duty_text(duty: Duty, names: Names, today: int) -> str:
    """One duty in a sentence; `today` is the day that a notice is counted from."""
    if duty.kind is DutyKind.NOTICE:
        return _notice_text(duty, today)
    day = "" if duty.day is None else long_date(to_date(duty.day))
    if not day:
        return PLAIN[duty.kind]()
    who = names.municipality(duty.municipality)
    if duty.kind is DutyKind.EXERCISE:
        return _(
            "%(municipality)s can take up the option until %(day)s.",
            municipality=who,
            day=day,
        )
    if duty.kind is DutyKind.WITHDRAW:
        return _(
            "%(municipality)s can withdraw until %(day)s.", municipality=who, day=day
        )
    return _("It runs until %(day)s: agree on a new one before that.", day=day)


def _notice_text(duty: Duty, today: int) -> str:
    given = {
        "months": duty.months,
        "today": long_date(to_date(today)),
        "day": long_date(to_date(duty.day or today)),
    }
    if duty.is_overtaken:
        return _overtaken_text(duty.party, given)
    if duty.party is Party.MUNICIPALITY:
        return _(
            "A municipality leaves with %(months)s months of notice in writing: given"
            " on %(today)s, it takes effect on %(day)s.",
            **given,
        )
    if duty.party is Party.FOUNDER:
        return _(
            "Trondheim leaves with %(months)s months of notice in writing: given on"
            " %(today)s, it takes effect on %(day)s.",
            **given,
        )
    if duty.party is Party.REGIONAL_TRUST:
        return _(
            "The regional health authority leaves with %(months)s months of notice in"
            " writing: given on %(today)s, it takes effect on %(day)s.",
            **given,
        )
    return _(
        "Notice of %(months)s months: given on %(today)s, it takes effect on %(day)s.",
        **given,
    )


def _overtaken_text(party: Party | None, given: Mapping[str, object]) -> str:
    """A notice that the end of the agreement comes before."""
    if party is Party.MUNICIPALITY:
        return _(
            "A municipality leaves with %(months)s months of notice. Given on"
            " %(today)s, it would take effect after the agreement’s own end, %(day)s.",
            **given,
        )
    if party is Party.FOUNDER:
        return _(
            "Trondheim leaves with %(months)s months of notice. Given on %(today)s, it"
            " would take effect after the agreement’s own end, %(day)s.",
            **given,
        )
    if party is Party.REGIONAL_TRUST:
        return _(
            "The regional health authority leaves with %(months)s months of notice."
            " Given on %(today)s, it would take effect after the agreement’s own end,"
            " %(day)s.",
            **given,
        )
    return _(
        "Notice of %(months)s months: given on %(today)s, it would take effect after"
        " the agreement’s own end, %(day)s.",
        **given,
    )
