"""Rights that open again or lapse as a plan is changed.

Compared are two states of a plan, each seen from its own status date. An option is a
right for as long as it can be taken up in time for its wave, and is told of whoever
has not taken it up. The right to withdraw is told of whoever has, before go-live. That
an option can no longer be taken up in time takes the place in the wave, and not the
option itself. What ends because it was used has not lapsed.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from planning.evaluate import Evaluation
from planning.rights.options import OptionRight, OptionState, options_of

Pair = tuple[OptionRight, OptionRight]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedRights:
    """The municipalities whose rights opened again or lapsed, in the plan's order.

    `moved` are those with a limit of the option, pre-project or withdrawal that moved.
    """

    moved: tuple[str, ...] = ()
    options_reopened: tuple[str, ...] = ()
    options_lapsed: tuple[str, ...] = ()
    withdrawals_reopened: tuple[str, ...] = ()
    withdrawals_lapsed: tuple[str, ...] = ()


def changed_rights(before: Evaluation, after: Evaluation) -> ChangedRights:
    """Whose rights moved, are open again, or have lapsed."""
    was = {it.holder: it for it in options_of(before)}
    pairs = [(was[it.holder], it) for it in options_of(after) if it.holder in was]
    turned = [(new, old) for old, new in pairs]
    return ChangedRights(
        moved=tuple(new.holder for old, new in pairs if old.limits != new.limits),
        options_reopened=_holders(pairs, _reopens),
        options_lapsed=_holders(turned, _reopens),
        withdrawals_reopened=_holders(pairs, _frees),
        withdrawals_lapsed=_holders(turned, _frees),
    )


def _holders(
    pairs: Iterable[Pair], is_so: Callable[[OptionRight, OptionRight], bool]
) -> tuple[str, ...]:
    return tuple(one.holder for one, other in pairs if is_so(one, other))


def _reopens(shut: OptionRight, opened: OptionRight) -> bool:
    return shut.state is OptionState.PASSED and opened.can_exercise


def _frees(bound: OptionRight, freed: OptionRight) -> bool:
    is_same = bound.state is freed.state is OptionState.TAKEN_UP
    return is_same and freed.can_withdraw and not bound.can_withdraw
