"""What scenarios are called: those of one owner that are open have names of their own.

Capitals make no difference. What has been adopted keeps its name and takes none from
others; what was called the same before this rule stays so until it is renamed.
"""

from sqlalchemy import select

from app.extensions import db
from app.store.errors import ScenarioRefused
from app.store.tables import ScenarioRow


def used_names(owner: str, *, but: int | None = None) -> frozenset[str]:
    """The names of the open scenarios of an owner, in small letters.

    Args:
        owner: whose scenarios.
        but: a scenario that may keep its own.
    """
    asked = select(ScenarioRow.name).where(
        ScenarioRow.owner == owner,
        ScenarioRow.adopted_at.is_(None),
        ScenarioRow.id != (but or 0),
    )
    return frozenset(it.casefold() for it in db.session.scalars(asked))


def refuse_used_name(name: str, owner: str, *, but: int | None = None) -> None:
    """Refuse a name that the owner has used for another one that is open.

    Raises:
        ScenarioRefused: name-used.
    """
    if name.casefold() in used_names(owner, but=but):
        raise ScenarioRefused("name-used")


def free_name(name: str, used: frozenset[str], longest: int) -> str:
    """The name, with a number behind it where it is used."""
    found, number = name[:longest], 1
    while found.casefold() in used:
        number += 1
        tail = f" ({number})"
        found = name[: longest - len(tail)] + tail
    return found
