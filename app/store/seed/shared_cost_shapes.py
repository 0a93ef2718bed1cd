"""What the file of the keys looks like by which municipalities share a cost."""

from app.store.seed.cells import between, day, optional, whole
from app.store.seed.fields import NOTED, SOURCED, known
from app.store.seed.files import Shape

PARTS = ("by_population", "by_equal", "by_holding")
OF_KEY = ("from_day", "to_day", *PARTS)

COST_KEYS = Shape(
    name="cost_keys",
    columns={
        "from_day": day,
        "to_day": optional(day),
        "by_population": between(whole, 0, 100),
        "by_equal": between(whole, 0, 100),
        "by_holding": between(whole, 0, 100),
        **NOTED,
        "confidence": known,
    },
    key=("from_day",),
    refers=SOURCED,
)
