"""The limits and go-lives of municipalities, as the plan counts them."""

from collections.abc import Iterator, Mapping

from flask import url_for
from flask_babel import gettext as _

from app.council_limits import council_limits
from app.deadline_sources.deadline import Deadline, Kind, places_of
from app.scope_dates import FIRM, ScopeDate, Sureness, list_dates
from app.scopes import WHOLE
from app.store.names import Names
from planning.evaluate import Evaluation


def list_plan_dates(evaluation: Evaluation, names: Names) -> Iterator[Deadline]:
    """The limits of all who are not live, and every go-live."""
    places = places_of(evaluation)
    for it in list_dates(evaluation, WHOLE, council_limits()):
        yield Deadline(
            id=it.id,
            kind=Kind.LIMIT if it.is_limit else Kind.GO_LIVE,
            window=it.window,
            what=_limit_text(it, names) if it.is_limit else _("Go-live"),
            whose=names.municipality(it.number),
            how_sure=_limit_sureness(it) if it.is_limit else _go_live_sureness(it),
            is_firm=it.sureness in FIRM,
            is_done=it.is_met or (not it.is_limit and _has_happened(it)),
            url=url_for("dates.date", activity_id=it.id),
            place=places[it.number],
        )


def _has_happened(it: ScopeDate) -> bool:
    return it.sureness is Sureness.HAPPENED


def _limit_text(it: ScopeDate, names: Names) -> str:
    told: Mapping[str, str] = {
        "preproject-limit": _("Last day to agree on a pre-project"),
        "withdrawal-limit": _("Last day to withdraw"),
        "option-limit": _("Last day to take up the option"),
    }
    return told.get(it.key) or names.activity(it.key)


def _limit_sureness(it: ScopeDate) -> str:
    if it.is_by_council:
        return _("Set by the council")
    if it.is_named:
        return _("Named in an agreement or a letter")
    return {
        Sureness.HAPPENED: _("Counted back from go-live"),
        Sureness.PRESUMED: _("Counted back from a go-live that nobody has reported"),
        Sureness.SET: _("Counted back from a go-live that the office has set"),
        Sureness.PLANNED: _("Counted back from a planned go-live, and moves with it"),
        Sureness.WINDOW: _("Provisional: no day of go-live is set"),
    }[it.sureness]


def _go_live_sureness(it: ScopeDate) -> str:
    return {
        Sureness.HAPPENED: _("Has happened"),
        Sureness.PRESUMED: _("Nobody has reported it"),
        Sureness.SET: _("Set by the programme office"),
        Sureness.PLANNED: _("Planned, can still be moved"),
        Sureness.WINDOW: _("Provisional: no day is set"),
    }[it.sureness]
