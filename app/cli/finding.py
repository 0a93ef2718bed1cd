"""What the user means by a municipality, a wave or a plan on the command line.

Names are compared without accents and capital letters, codes with their aliases.
What there is not is refused with what comes nearest. A command is the operator's:
it sees the scenarios of all users, private ones too.
"""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from flask_babel import gettext as _
from sqlalchemy import select

from app.cli.failures import Unusable
from app.extensions import db
from app.filters import plain_text
from app.store import overlay
from app.store.baselines import list_baselines
from app.store.results import current_plan
from app.store.sorting import search_key
from app.store.tables import PlanRow, ScenarioRow
from planning.snapshot import Wave

NEAREST = 3
# Below this likeness a name is no guess any more.
LIKENESS = 0.6
SCENARIO = "scenario:"
BASELINE = "baseline:"


def find_plan(name: str | None, *, or_baseline: bool = False) -> PlanRow:
    """Return the plan of that name; without one, the plan that holds.

    After `scenario:` a scenario is named, by its number or its name: what the plan
    comes to is then what it comes to in it, until `leave_plan`.

    Args:
        name: as it was given.
        or_baseline: whether a baseline could have been named as well.

    Raises:
        Unusable: lists the names that there are; or it is a baseline, which holds
            nothing to reckon from.
    """
    leave_plan()
    if name is None:
        return current_plan()
    if name.startswith(BASELINE):
        raise Unusable(
            _(
                "A baseline holds results and nothing to reckon from. The commands "
                "plan, check and economy tell of one."
            )
        )
    if name.startswith(SCENARIO):
        overlay.open_scenario(_scenario_id(name.removeprefix(SCENARIO).strip()))
        return current_plan()
    plans = {plan.name: plan for plan in db.session.scalars(select(PlanRow))}
    if name in plans:
        return plans[name]
    told = _("There is no plan “%(text)s”.", text=name)
    frozen = [f"{BASELINE}{it.name}" for it in list_baselines()] if or_baseline else []
    raise Unusable(
        _with_names(told, [*plans, *map(_named, _list_scenarios()), *frozen])
    )


def leave_plan() -> None:
    """Give back the turn that a scenario takes: all that was asked of it is known."""
    if overlay.find_open() is not None:
        overlay.leave_scenario()


def title_of(plan: PlanRow) -> str:
    """What a plan is called; by its name in commands where it has no title."""
    opened = overlay.find_open()
    if opened is not None:
        return _("Scenario: %(name)s", name=opened.name)
    return plain_text(plan.titles) or plan.name


def key_of(plan: PlanRow) -> str:
    """What a program calls the plan, as it would be named to a command."""
    opened = overlay.find_open()
    return plan.name if opened is None else f"{SCENARIO}{opened.id}"


def find_wave(waves: Sequence[Wave], text: str) -> Wave:
    """Return the wave of a code or of an alias, in any letters."""
    wanted = text.strip().upper()
    codes = {
        code.upper(): wave for wave in waves for code in (wave.code, *wave.aliases)
    }
    if wanted in codes:
        return codes[wanted]
    raise Unusable(
        not_found(_("There is no wave “%(text)s”.", text=text), nearest(wanted, codes))
    )


def find_municipality(names: dict[str, str], text: str) -> str:
    """Return the number of a municipality; `names` are those of all, by number."""
    wanted = text.strip()
    if wanted in names:
        return wanted
    numbers = {search_key(name): number for number, name in names.items()}
    key = search_key(wanted)
    if key in numbers:
        return numbers[key]
    told = [
        f"{numbers[found]} {names[numbers[found]]}" for found in likely(key, numbers)
    ]
    told += [f"{found} {names[found]}" for found in nearest(wanted, names)]
    message = _("There is no municipality “%(text)s”.", text=text)
    raise Unusable(not_found(message, list(dict.fromkeys(told))[:NEAREST]))


def likely(key: str, keys: Iterable[str]) -> list[str]:
    """Return the names that begin like it, then those that are most like it."""
    known = list(keys)
    begin = [each for each in known if key and each.startswith(key)]
    return [*begin, *nearest(key, [each for each in known if each not in begin])]


def nearest(text: str, known: Iterable[str]) -> list[str]:
    """Return what is most like a text, the best first."""
    return get_close_matches(text, list(known), n=NEAREST, cutoff=LIKENESS)


def not_found(message: str, guesses: Sequence[str]) -> str:
    """Return the message with what may have been meant."""
    if not guesses:
        return message
    meant = _("Did you mean: %(guesses)s?", guesses=", ".join(guesses))
    return f"{message} {meant}"


def _scenario_id(text: str) -> int:
    """The scenario of a number or of a name."""
    found = _list_scenarios()
    meant = [it for it in found if str(it.id) == text]
    meant = meant or [it for it in found if it.name == text]
    if len(meant) == 1:
        return meant[0].id
    if meant:
        told = _("Several scenarios are called “%(text)s”.", text=text)
        raise Unusable(_with_names(told, [_named(it) for it in meant]))
    told = _("There is no scenario “%(text)s”.", text=text)
    raise Unusable(_with_names(told, ["current", *map(_named, found)]))


def _list_scenarios() -> list[ScenarioRow]:
    return list(db.session.scalars(select(ScenarioRow).order_by(ScenarioRow.id)))


def _named(scenario: ScenarioRow) -> str:
    return f"{SCENARIO}{scenario.id} ({scenario.name})"


def _with_names(told: str, names: list[str]) -> str:
    return f"{told} " + _("There are: %(names)s.", names=", ".join(names))
