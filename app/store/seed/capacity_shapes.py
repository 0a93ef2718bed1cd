"""What the files look like of what waves ask of the programme."""

from app.store.seed.cells import (
    blank,
    decimal,
    duration,
    filled,
    flag,
    not_negative,
    one_of,
    text,
)
from app.store.seed.fields import NAMES, NOTED, SOURCED, known
from app.store.seed.files import Shape
from app.store.tables.capacity import UNITS
from planning.capacity_facts import Bound, Per

RESOURCES = Shape(
    name="resources",
    columns={"key": filled, **NAMES, "unit": one_of(*UNITS), "can_fail": flag},
    key=("key",),
)
DEMANDS = Shape(
    name="demands",
    columns={
        "key": filled,
        "resource": filled,
        "quantity": not_negative(decimal),
        "per": one_of(*Per),
        "bound": one_of(*Bound),
        "step": text,
        "length": blank(duration),
        **NOTED,
        "confidence": known,
    },
    key=("key",),
    refers={**SOURCED, "resource": "resources", "step": "template_activities"},
)
