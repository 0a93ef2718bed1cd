"""The comparison as a page: states beside each other, and the form to choose them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from flask_babel import gettext as _
from flask_babel import ngettext

from app.comparing.choice import BY_NAME, MOST, Choice
from app.comparing.notes import tampered_text
from app.comparing.rows import Section, Table, by_text
from app.comparing.states import OpenedState, StateOption, in_time, moved_url
from app.store.names import Names
from app.table_choice import Option, direction
from planning.compared import By
from planning.state_differences import Show


@dataclass(frozen=True, slots=True, kw_only=True)
class StateHead:
    """The heading of a column.

    `moved_url` tells all that moved between this and the first, from the older to the
    newer of the two.
    """

    name: str
    kind: str
    url: str
    moved_url: str
    moved_label: str
    base_url: str
    sort_url: str
    sort_label: str
    direction: str | None


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """The states of one kind that can be chosen; the plan stands without a label."""

    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage:
    """The whole page; `hidden` says how many rows the filter leaves out.

    `notes` tell which states of the address are not shown, or can't be read.
    """

    choice: Choice
    heads: tuple[StateHead, ...]
    sections: tuple[Section, ...]
    count: str
    hidden: str
    all_url: str
    options: tuple[OptionGroup, ...]
    bys: tuple[Option, ...]
    shows: tuple[Option, ...]
    name_url: str
    name_direction: str | None
    file_url: str
    notes: tuple[str, ...] = ()
    most: int = MOST

    @property
    def is_of_loads(self) -> bool:
        """Whether the rows are resources, whatever is chosen."""
        return self.choice.show is Show.CAPACITY


def compare_page(
    opened: Sequence[OpenedState],
    options: Sequence[StateOption],
    choice: Choice,
    names: Names,
    *,
    assumed: Collection[str],
) -> ComparePage:
    """Lay the states that were chosen beside each other.

    `assumed` are the resources of which it is assumed how much is asked for.
    """
    states = [it.state for it in opened]
    sections = Table(states, choice, names, assumed=assumed).sections()
    hidden = sum(it.hidden for it in sections)
    shown = sum(len(it.rows) for it in sections)
    return ComparePage(
        choice=choice,
        heads=tuple(
            _head(place, it, opened, choice) for place, it in enumerate(opened)
        ),
        sections=tuple(it for it in sections if it.rows),
        count=ngettext("%(num)s row", "%(num)s rows", shown),
        hidden=_hidden_text(hidden) if hidden else "",
        all_url=choice.url(only=None),
        options=_option_groups(options, choice),
        bys=tuple(Option(it.value, by_text(it), it is choice.by) for it in By),
        shows=tuple(Option(it.value, show_text(it), it is choice.show) for it in Show),
        name_url=_sort_url(choice, BY_NAME),
        name_direction=_direction(choice, BY_NAME),
        file_url=choice.url("comparing.file"),
        notes=(
            *_left_out(choice),
            *(tampered_text(it.name) for it in opened if it.is_tampered),
        ),
    )


def _left_out(choice: Choice) -> Iterator[str]:
    """What the address names and the page does not show; never its name."""
    if choice.lost:
        yield ngettext(
            "%(num)s state in the address is not yours to see, or is gone.",
            "%(num)s states in the address are not yours to see, or are gone.",
            choice.lost,
        )
    if choice.cut:
        yield ngettext(
            "%(num)s more state in the address is not shown: %(most)s fit at a time.",
            "%(num)s more states in the address are not shown: %(most)s fit at a time.",
            choice.cut,
            most=MOST,
        )


def _head(
    place: int, it: OpenedState, opened: Sequence[OpenedState], choice: Choice
) -> StateHead:
    base = opened[0]
    can_move = place and base.plan_state is not None and it.plan_state is not None
    one, other = in_time(base, it)
    sort = str(place)
    return StateHead(
        name=it.name,
        kind=it.kind,
        url=it.url,
        moved_url=moved_url("comparing.moved", one, other) if can_move else "",
        moved_label=_moved_label(one, other),
        base_url=choice.url(state=_first(it.value, choice.states)),
        sort_url=_sort_url(choice, sort),
        sort_label=_("Sort by difference") if place else _("Sort"),
        direction=_direction(choice, sort),
    )


def _moved_label(one: OpenedState, other: OpenedState) -> str:
    return _(
        "All that moved from “%(before)s” to “%(after)s”, and why",
        before=one.name,
        after=other.name,
    )


def _first(value: str, states: Sequence[str]) -> list[str]:
    """The same states with one of them first."""
    return [value, *(it for it in states if it != value)]


def _sort_url(choice: Choice, key: str) -> str:
    turned = choice.sort == key and not choice.descending
    return choice.url(sort=key, order="desc" if turned else None)


def _direction(choice: Choice, key: str) -> str | None:
    return direction(key, sort=choice.sort, descending=choice.descending)


def _option_groups(
    options: Sequence[StateOption], choice: Choice
) -> tuple[OptionGroup, ...]:
    return tuple(
        OptionGroup(
            label,
            tuple(
                Option(it.value, it.label, it.value in choice.states) for it in found
            ),
        )
        for label, found in groupby(options, key=lambda it: it.group)
    )


def _hidden_text(count: int) -> str:
    return ngettext(
        "%(num)s row is hidden: nothing differs in it.",
        "%(num)s rows are hidden: nothing differs in them.",
        count,
    )


def show_text(show: Show) -> str:
    """What is looked at."""
    return {
        Show.DATES: _("Dates"),
        Show.DEADLINES: _("Deadlines and margins"),
        Show.CONFLICTS: _("Conflicts"),
        Show.MONEY: _("Money"),
        Show.CAPACITY: _("Capacity"),
    }[show]
