"""The collector of a process that serves."""

import gc
import subprocess
import sys

from app.collector import THRESHOLDS

# In a process of its own: the settings are those of a whole process.
SPARED = """
import gc
from app.collector import spare_answers
spare_answers()
print(*gc.get_threshold(), gc.get_freeze_count() > 0, gc.isenabled())
"""


def test_it_looks_seldom_and_stays_on():
    answer = subprocess.run(
        [sys.executable, "-c", SPARED], capture_output=True, text=True, check=True
    )
    assert answer.stdout.split() == [*map(str, THRESHOLDS), "True", "True"]
    assert gc.get_threshold() != THRESHOLDS
