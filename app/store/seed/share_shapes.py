"""What the file looks like of those who may own shares."""

from app.store.seed.cells import blank, filled, flag, one_of, text
from app.store.seed.fields import NOTED, SOURCED
from app.store.seed.files import Shape
from planning.rights.share_owners import OwnerKind, is_organisation_number


def organisation_number(cell: str) -> str:
    """Nine digits with their check digit."""
    if not is_organisation_number(cell):
        raise ValueError(cell)
    return cell


SHARE_OWNERS = Shape(
    name="share_owners",
    columns={
        "key": filled,
        "kind": one_of(*OwnerKind),
        "name": text,
        "municipality": text,
        "organisation_number": blank(organisation_number),
        "is_public": flag,
        **NOTED,
    },
    key=("key",),
    refers={**SOURCED, "municipality": "municipalities"},
)
