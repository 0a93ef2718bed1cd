"""How often Python looks through memory for what only refers to itself.

An answer of the engine is some hundred thousand small values without a circle among
them, freed as soon as nobody holds them; the newest are kept. With Python's own
settings every third edit or so waits while all of them are looked through, which
takes longer than the edit (docs/BENCHMARKS.md).
"""

import gc

# New values before the youngest are looked through; rounds of that before older ones.
THRESHOLDS = (50_000, 20, 100)


def spare_answers() -> None:
    """Leave out what is loaded by now, and look through the rest seldom."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
