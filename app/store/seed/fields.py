"""Groups of columns that several fixture files share, and how they are read."""

from typing import Final

from app.store.seed.cells import Reader, blank, day, filled, one_of, optional, text
from planning.snapshot import Precision

Columns = dict[str, Reader]

known: Final = one_of("documented", "derived", "assumed")
confidence: Final = blank(known)
precision: Final = one_of(*Precision)

PROVENANCE: Final[Columns] = {
    "source": text,
    "reference": text,
    "confidence": confidence,
}
NOTE: Final[Columns] = {"note_nb": text, "note_nn": text, "note_en": text}
NOTED: Final[Columns] = {**PROVENANCE, **NOTE}
NAMES: Final[Columns] = {"name_nb": filled, "name_nn": filled, "name_en": filled}
TEXTS: Final[Columns] = {"text_nb": filled, "text_nn": filled, "text_en": filled}
WINDOW: Final[Columns] = {
    "window_start": optional(day),
    "window_end": optional(day),
    "precision": blank(precision),
}
ACTUAL: Final[Columns] = {
    "actual_start": optional(day),
    "actual_end": optional(day),
    "actual_precision": blank(precision),
}
SOURCED: Final = {"source": "sources"}
WINDOW_SPAN: Final = ("window_start", "window_end")
ACTUAL_SPAN: Final = ("actual_start", "actual_end")
