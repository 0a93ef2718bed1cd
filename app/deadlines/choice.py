"""What a reader chooses of the deadlines: whose, of which kind, how far ahead."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from app.deadline_sources.deadline import Deadline, Kind, kind_text
from app.scopes import WHOLE, Scope, find_scope
from app.table_choice import FilterPart, Option, filter_part
from planning.evaluate import Evaluation

AHEAD = (30, 90, 180)
USUAL_AHEAD = "180"
ALL, PASSED, DONE = "all", "passed", "done"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the address asks for; `ahead` is a number of days, or one of the others."""

    scope: Scope = WHOLE
    kind: str = ""
    ahead: str = USUAL_AHEAD


def read_choice(asked: Mapping[str, str], evaluation: Evaluation) -> Choice:
    """What the address asks for; what it names and there is not is left out."""
    kind, ahead = asked.get("kind", ""), asked.get("ahead", "")
    return Choice(
        scope=find_scope(evaluation, asked.get("scope", "")) or WHOLE,
        kind=kind if kind in set(Kind) else "",
        ahead=ahead if ahead in ahead_texts() else USUAL_AHEAD,
    )


def fits(it: Deadline, choice: Choice, today: int) -> bool:
    """Whether a deadline is asked for; a window passes with its last day."""
    if choice.kind not in ("", it.kind):
        return False
    if choice.ahead == DONE or it.is_done:
        return it.is_done and choice.ahead == DONE
    is_passed = it.window.last < today
    if choice.ahead == PASSED or is_passed:
        return is_passed and choice.ahead == PASSED
    return choice.ahead == ALL or it.day - today <= int(choice.ahead)


def ahead_texts() -> dict[str, str]:
    """How far ahead one can look, and back."""
    return {
        **{str(it): _("The next %(days)s days", days=it) for it in AHEAD},
        ALL: _("All that lie ahead"),
        PASSED: _("Passed, and not reported as done"),
        DONE: _("Done"),
    }


def filters(choice: Choice) -> tuple[FilterPart, ...]:
    """The kind, and how far ahead."""
    kinds = [(it.value, kind_text(it)) for it in Kind]
    ahead = tuple(
        Option(value, text, value == choice.ahead)
        for value, text in ahead_texts().items()
    )
    return (
        filter_part("kind", _("What"), choice.kind, kinds),
        FilterPart("ahead", _("When"), ahead),
    )
