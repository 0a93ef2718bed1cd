"""What every test has: the fixtures of server and browser, and the examples' number.

Properties are tried with a few examples; BOLGEPLAN_THOROUGH=1 in the environment
tries many. In continuous integration the examples are the same on every run.
"""

import os
from pathlib import Path

import pytest
from hypothesis import settings

pytest_plugins = ["tests.postgres", "tests.browser"]

# No deadline: how long one example takes says more about the machine than the code.
settings.register_profile(
    "quick", max_examples=40, deadline=None, derandomize="CI" in os.environ
)
settings.register_profile("thorough", max_examples=1000, deadline=None)
settings.load_profile("thorough" if "BOLGEPLAN_THOROUGH" in os.environ else "quick")


# What the tests run of the app is noted where it is asked for (make coverage): noting
# it takes almost as long as the tests themselves.
COVERS_ALL = os.environ.get("BOLGEPLAN_COVERAGE") == "all"
ENGINE = Path(__file__).parent / "planning"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a program of the system by the fixture they take.

    What lines the engine's own tests run is noted, and no browser's: a line that a
    browser alone reaches has no test of its own.
    """
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if "browser" in fixtures:
            item.add_marker(pytest.mark.browser)
        if "postgres" in fixtures:
            item.add_marker(pytest.mark.postgres)
        is_noted = COVERS_ALL or ENGINE in item.path.parents
        if "browser" in fixtures or not is_noted:
            item.add_marker(pytest.mark.no_cover)
