"""What every test has: the fixtures of server and browser, and the examples' number.

Properties are tried with a few examples; BOLGEPLAN_THOROUGH=1 in the environment
tries many. In continuous integration the examples are the same on every run.
"""

import os

import pytest
from hypothesis import settings

pytest_plugins = ["tests.postgres", "tests.browser"]

# No deadline: how long one example takes says more about the machine than the code.
settings.register_profile(
    "quick", max_examples=40, deadline=None, derandomize="CI" in os.environ
)
settings.register_profile("thorough", max_examples=1000, deadline=None)
settings.load_profile("thorough" if "BOLGEPLAN_THOROUGH" in os.environ else "quick")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a program of the system by the fixture they take.

    What lines a browser's tests run is not noted: a line that a browser alone reaches
    has no test of its own.
    """
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if "browser" in fixtures:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.no_cover)
        if "postgres" in fixtures:
            item.add_marker(pytest.mark.postgres)
