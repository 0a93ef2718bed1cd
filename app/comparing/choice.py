"""What the address of the comparison asks for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask import url_for
from werkzeug.datastructures import MultiDict

from planning.compared import By
from planning.state_differences import Show

MOST = 8
"""So many states fit on a page; nobody reads more columns."""
BY_NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The states in their order, and how they are looked at.

    `sort` is empty for the order of the plan, `name`, or the place of a state: the
    first sorts by what it says, the others by how far they are from the first.
    """

    states: tuple[str, ...] = ()
    by: By = By.WAVE
    show: Show = Show.DATES
    only_different: bool = False
    sort: str = ""
    descending: bool = False
    cut: int = 0
    lost: int = 0

    def only(self, there: Sequence[str]) -> "Choice":
        """The same without the states that are not there."""
        lost = len(self.states) - len(there)
        if not lost:
            return self
        sort = self.sort if self.sort == BY_NAME else ""
        return replace(self, states=tuple(there), sort=sort, lost=lost)

    def arguments(self, **other: Any) -> dict[str, Any]:
        """The same as the query of an address, with some of it otherwise."""
        given = {
            "state": list(self.states),
            "by": self.by.value,
            "show": self.show.value,
            "only": "different" if self.only_different else None,
            "sort": self.sort or None,
            "order": "desc" if self.descending else None,
        }
        return {**given, **other}

    def url(self, endpoint: str = "comparing.index", **other: Any) -> str:
        """The address of a page with this choice."""
        return url_for(endpoint, **self.arguments(**other))


def read_choice(arguments: MultiDict[str, str], default: Sequence[str]) -> Choice:
    """Read the query of an address; what is not known there is as it is at first."""
    given = dict.fromkeys(filter(None, arguments.getlist("state")))
    # A form has its boxes in one order: it says beside them which comes first.
    states = tuple(sorted(given, key=lambda it: it != arguments.get("base")))
    sort = arguments.get("sort", "")
    is_place = sort.isascii() and sort.isdigit() and int(sort[:3]) < len(states)
    return Choice(
        states=(states or tuple(default))[:MOST],
        by=next((it for it in By if it == arguments.get("by")), By.WAVE),
        show=next((it for it in Show if it == arguments.get("show")), Show.DATES),
        only_different=arguments.get("only") == "different",
        sort=sort if is_place or sort == BY_NAME else "",
        descending=arguments.get("order") == "desc",
        cut=max(0, len(states) - MOST),
    )
