"""What every test has: the fixtures of server and browser, and the examples' number.

Properties are tried with a few examples; BOLGEPLAN_THOROUGH=1 in the environment
tries many. In continuous integration the examples are the same on every run.
"""

import os
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import settings

pytest_plugins = ["tests.compiled", "tests.postgres", "tests.browser"]

# No deadline: how long one example takes says more about the machine than the code.
settings.register_profile(
    "quick", max_examples=40, deadline=None, derandomize="CI" in os.environ
)
settings.register_profile("thorough", max_examples=1000, deadline=None)
settings.load_profile("thorough" if "BOLGEPLAN_THOROUGH" in os.environ else "quick")


# Noting which lines a test runs takes almost as long as running it. All of the
# engine's tests are noted, and of the others one in so many, the same every time: what
# these cover, all of them do.
ENGINE = Path(__file__).parent / "planning"
NOTED_ONE_IN = 5


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a program of the system by the fixture they take.

    What lines a browser's tests run is not noted: a line that a browser alone reaches
    has no test of its own.
    """
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if "browser" in fixtures:
            item.add_marker(pytest.mark.browser)
        if "postgres" in fixtures:
            item.add_marker(pytest.mark.postgres)
        is_noted = ENGINE in item.path.parents or (
            "browser" not in fixtures
            and crc32(item.nodeid.encode()) % NOTED_ONE_IN == 0
        )
        if not is_noted:
            item.add_marker(pytest.mark.no_cover)
