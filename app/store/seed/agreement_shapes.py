"""What the fixture file of agreements looks like.

`parties` are numbers of municipalities, `others` the names of the rest, parted by
semicolons.
"""

from app.store.seed.cells import blank, day, filled, one_of, optional, text
from app.store.seed.fields import NOTED, SOURCED, precision
from app.store.seed.files import Shape
from planning.rights.agreements import AgreementKind

AGREEMENTS = Shape(
    name="agreements",
    columns={
        "key": filled,
        "kind": one_of(*AgreementKind),
        "title": filled,
        "signed_start": optional(day),
        "signed_end": optional(day),
        "precision": blank(precision),
        "parties": text,
        "others": text,
        **NOTED,
    },
    key=("key",),
    refers={**SOURCED, "parties": "municipalities"},
    spans=(("signed_start", "signed_end"),),
)
