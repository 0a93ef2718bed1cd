"""What the file changed itself, told apart from what the plan has changed since.

The file is compared twice: with the plan as it is, and with the plan that it was
written from. What it says otherwise than both, it was edited to say.
"""

from collections.abc import Iterator
from typing import NamedTuple

from app.exchange.imports.changes import ChangeKind, Compared, Misfit, PlanChange

OF_DURATION = frozenset({"one-duration", "part-duration"})


class About(NamedTuple):
    """What a difference is about; one without an owner is about all of them."""

    aspect: str
    what: str
    owner: str = ""


def tell_apart(now: Compared, then: Compared) -> Compared:
    """What the file says otherwise than both; the rest is what came since."""
    edited = {about(it) for it in _all(then)}
    owners: dict[tuple[str, str], set[str]] = {}
    for it in edited:
        owners.setdefault((it.aspect, it.what), set()).add(it.owner)

    def is_edited(it: PlanChange | Misfit) -> bool:
        aspect, what, owner = about(it)
        found = owners.get((aspect, what), set())
        return bool(found) and (not owner or owner in found or "" in found)

    return Compared(
        changes=tuple(it for it in now.changes if is_edited(it)),
        misfits=tuple(it for it in now.misfits if is_edited(it)),
        since=tuple(it for it in _all(now) if not is_edited(it)),
    )


def about(it: PlanChange | Misfit) -> About:
    """What a difference is about, whether or not the plan can be changed to it."""
    if isinstance(it, PlanChange):
        return About(it.kind.value, it.target)
    owner, _dot, key = it.subject.partition(".")
    if it.kind in OF_DURATION:
        whose = owner if it.kind == "one-duration" else ""
        return About(ChangeKind.DURATION.value, key, whose)
    if it.kind == "link":
        return About(ChangeKind.LINK.value, it.of, owner)
    if it.kind == "two-waves":
        return About(ChangeKind.PLACEMENT.value, owner)
    return About(it.kind, it.of or it.subject)


def _all(compared: Compared) -> Iterator[PlanChange | Misfit]:
    yield from compared.changes
    yield from compared.misfits
