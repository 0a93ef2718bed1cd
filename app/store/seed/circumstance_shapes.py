"""What the files look like of bindings, closed periods and national components."""

from app.store.seed.cells import (
    blank,
    day,
    filled,
    flag,
    month_and_day,
    one_of,
    optional,
    text,
)
from app.store.seed.fields import NAMES, NOTED, SOURCED, TEXTS, known, precision
from app.store.seed.files import Shape
from planning.circumstances import BindingKind

BINDINGS = Shape(
    name="bindings",
    columns={
        "key": filled,
        "kind": one_of(*BindingKind),
        **NAMES,
        "region": optional(text),
        "members": text,
        "wished_start": optional(day),
        "wished_end": optional(day),
        "precision": blank(precision),
        **NOTED,
        "confidence": known,
    },
    key=("key",),
    refers={**SOURCED, "region": "regions", "members": "municipalities"},
    spans=(("wished_start", "wished_end"),),
)
CLOSED_PERIODS = Shape(
    name="closed_periods",
    columns={
        "key": filled,
        **NAMES,
        "first_day": month_and_day,
        "last_day": month_and_day,
        "council_recess": flag,
        **NOTED,
        "confidence": known,
    },
    key=("key",),
    refers=SOURCED,
)
COMPONENTS = Shape(
    name="components",
    columns={
        "key": filled,
        **NAMES,
        **TEXTS,
        "needed_by": filled,
        "expected_start": optional(day),
        "expected_end": optional(day),
        "precision": blank(precision),
        "late": flag,
        "delivered": flag,
        **NOTED,
        "confidence": known,
    },
    key=("key",),
    refers={**SOURCED, "needed_by": "template_activities"},
    spans=(("expected_start", "expected_end"),),
)
