"""Why it can't be told what moved between two states, and what can be told of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from app.comparing.notes import tampered_text
from app.comparing.past import is_past
from app.comparing.states import OpenedState


@dataclass(frozen=True, slots=True)
class UnknownPage:
    """The two states; `because` has a sentence for each that holds no whole plan."""

    one: OpenedState
    other: OpenedState
    because: tuple[str, ...]
    url: str


def unknown_page(one: OpenedState, other: OpenedState) -> UnknownPage:
    """Tell which of two states holds no whole plan; side by side they can be seen."""
    both = [it.value for it in (one, other) if not is_past(it)]
    url = url_for("comparing.index", state=list(dict.fromkeys(both)))
    return UnknownPage(one, other, tuple(_because(one, other)), url)


def _because(one: OpenedState, other: OpenedState) -> Iterator[str]:
    for it in {it.value: it for it in (one, other)}.values():
        if it.is_tampered:
            yield tampered_text(it.name)
        elif is_past(it):
            yield _(
                "“%(name)s” was not frozen: of it the history knows the dates that "
                "changes have moved since. What a scenario or an earlier plan has "
                "otherwise it does not know.",
                name=it.name,
            )
        elif it.plan_state is None:
            yield _(
                "“%(name)s” is an earlier plan: of it only the go-lives are known that "
                "it states. It has no steps, no deadlines, no money and no conflicts, "
                "and the history says nothing of what came after it.",
                name=it.name,
            )
