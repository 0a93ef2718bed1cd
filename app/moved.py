"""What moved with a change: what a user is told after a save.

It is told from what the history keeps, so that it reads the same when the change is
made and years later. Everything that moved is on the change's own page.
"""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.access import User
from app.change_words import Told
from app.changes import change_text, moved_by_name
from app.conflict_texts import conflict_text
from app.extensions import db
from app.frozen_changes import changes_rows
from app.moved_conflicts import conflict_counts, pressing, staying_count
from app.moved_margins import moved_margins
from app.moved_money import money_count, money_sentences, moves_no_date
from app.moved_readings import reading_sentences
from app.moved_rights import rights_sentences
from app.scenario_address import find_scenario_seen, here
from app.store.names import Names
from app.store.scenarios import as_change
from app.store.tables import ChangeRow, ScenarioChangeRow
from app.store.trial import Trial
from planning.conflicts import Severity

SHOWN_CONFLICTS = 5


@dataclass(frozen=True, slots=True)
class MovedPart:
    """What came of a change, with the way to the whole list and the way back.

    `back` is the page that undoing returns to; `fate` what becomes of the conflict
    that a change is meant to mend, and `dates` how the dates of a wave change.
    """

    sentence: str
    kind: str = "success"
    presumed: str = ""
    margins: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    money: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    further_conflicts: str = ""
    list_url: str = ""
    undo_url: str = ""
    back: str = ""
    fate: str = ""
    dates: tuple[str, ...] = ()


def moved_part(
    change: ChangeRow | None, names: Names, *, user: User, back: str = ""
) -> MovedPart:
    """Tell what came of a change; without one, that there was nothing to do."""
    if change is None:
        return MovedPart(_("Nothing was changed: it was so already."), kind="info")
    told = replace(_told(change, names), back=back)
    scenario = find_scenario_seen()
    if scenario is None:
        return replace(
            told,
            list_url=_url("history.change", change, user, "history.view"),
            undo_url=_undo_url(change, user),
        )
    at: dict[str, Any] = {"scenario_id": scenario.id, "change_id": change.id}
    is_own = scenario.owner == user.key
    return replace(
        told,
        list_url=here("scenarios.scenario", scenario_id=scenario.id),
        undo_url=url_for("scenarios.take_back", **at) if is_own else "",
    )


def tried_part(trial: Trial, names: Names) -> MovedPart:
    """Tell what would come of a change that is only tried; there is no undo."""
    if trial.change is None:
        return MovedPart(_("Nothing would change: it is so already."), kind="info")
    return _told(trial.change, names)


def find_moved_part(
    changed: str, names: Names, *, user: User, back: str = ""
) -> MovedPart | None:
    """The same for a page that names the change in its address, if there is one."""
    if not (changed.isascii() and changed.isdigit() and len(changed) < 10):
        return None
    scenario = find_scenario_seen()
    if scenario is not None:
        return _of_scenario(scenario.id, int(changed), names, user=user, back=back)
    change = db.session.get(ChangeRow, int(changed))
    if change is None:
        return None
    return moved_part(change, names, user=user, back=back)


def _of_scenario(
    scenario_id: int, change_id: int, names: Names, *, user: User, back: str
) -> MovedPart | None:
    """The same of a change of a scenario; what is left out moves nothing."""
    kept = db.session.get(ScenarioChangeRow, change_id)
    if kept is None or kept.scenario_id != scenario_id:
        return None
    change = as_change(kept)
    if not kept.is_taken_back:
        return moved_part(change, names, user=user, back=back)
    return MovedPart(
        _("Undone: %(change)s", change=change_text(change, names)),
        list_url=here("scenarios.scenario", scenario_id=scenario_id),
    )


def with_moved(page: str, change_id: int) -> str:
    """The address of a page that tells what moved with a change."""
    parts = urlsplit(page)
    query = [(key, value) for key, value in parse_qsl(parts.query) if key != "moved"]
    query.append(("moved", str(change_id)))
    return parts._replace(query=urlencode(query)).geturl()


def _told(change: ChangeRow, names: Names) -> MovedPart:
    found = pressing(change.moved)
    is_serious = any(it["severity"] == Severity.ERROR for it in found)
    presumed = presumed_warning(change)
    further = len(found) - SHOWN_CONFLICTS
    return MovedPart(
        sentence=moved_sentence(change, names),
        kind="warning" if is_serious or presumed else "success",
        presumed=presumed,
        margins=moved_margins(change.moved, names),
        rights=rights_sentences(change.moved, names),
        money=(*money_sentences(change.moved), *reading_sentences(change.moved, names)),
        conflicts=tuple(conflict_text(it, names) for it in found[:SHOWN_CONFLICTS]),
        further_conflicts=_further(further) if further > 0 else "",
    )


def moved_sentence(change: ChangeRow, names: Names) -> str:
    """K13 moved 183 days later: 9 municipalities, 27 deadlines, 2 new conflicts."""
    happened = change_text(change, names)
    counts = moved_counts(change)
    if not counts:
        return _("%(happened)s. No dates moved.", happened=happened)
    if staying := staying_count(change.moved):
        counts.append(staying)
    told = {"happened": happened, "counts": ", ".join(counts)}
    if money_count(change.moved) and moves_no_date(change.moved):
        return _("%(happened)s: %(counts)s. No dates moved.", **told)
    return _("%(happened)s: %(counts)s.", **told)


def presumed_warning(change: Told) -> str:
    """Say how much silence is now taken for work that is done; mostly empty."""
    count = change.moved.get("presumed", {}).get("new", 0)
    if not count:
        return ""
    return ngettext(
        "%(num)d step is now presumed to have been done or begun before the status "
        "date, although nobody has reported it.",
        "%(num)d steps are now presumed to have been done or begun before the status "
        "date, although nobody has reported them.",
        count,
    )


def moved_counts(change: Told) -> list[str]:
    """How much moved, a phrase for each kind of thing that did."""
    moved = change.moved
    municipalities = len(moved.get("municipalities", ()))
    margins = 0 if municipalities else len(moved.get("margins", ()))
    # Those who were moved are told already, by name.
    deadlines = moved.get("deadlines", 0)
    is_told = deadlines and municipalities == moved_by_name(change)
    dates = (
        (0 if is_told else municipalities, _municipalities),
        (deadlines, _deadlines),
        (margins, _margins),
    )
    counts = [phrase(count) for count, phrase in dates if count]
    if money := money_count(moved):
        counts.append(money)
    return counts + conflict_counts(moved)


def _municipalities(count: int) -> str:
    return ngettext("%(num)d municipality", "%(num)d municipalities", count)


def _deadlines(count: int) -> str:
    return ngettext("%(num)d deadline", "%(num)d deadlines", count)


def _margins(count: int) -> str:
    return ngettext("%(num)d changed margin", "%(num)d changed margins", count)


def _further(count: int) -> str:
    return ngettext("and %(num)d more", "and %(num)d more", count)


def _undo_url(change: ChangeRow, user: User) -> str:
    can_undo = changes_rows(change.what)
    return _url("history.undo", change, user, "history.undo") if can_undo else ""


def _url(endpoint: str, change: ChangeRow, user: User, right: str) -> str:
    return url_for(endpoint, change_id=change.id) if user.may(right) else ""
