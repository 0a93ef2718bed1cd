"""What every test has: the fixtures of server and browser, and the examples' number.

Properties are tried with a few examples; BOLGEPLAN_THOROUGH=1 in the environment
tries many. In continuous integration the examples are the same on every run.
"""

import gc
import os
from collections.abc import Generator
from pathlib import Path
from zlib import crc32

import pytest
from coverage import Coverage
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
NOTED_ONE_IN = 8


# Of new objects, how many there are before they are looked through for garbage.
YOUNG = 10_000


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Spare what is loaded before the first test: it stays to the end.

    Looking through all of it for garbage again and again takes a quarter of the time.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(YOUNG)
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a program of the system by the fixture they take."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if "browser" in fixtures:
            item.add_marker(pytest.mark.browser)
        if "postgres" in fixtures:
            item.add_marker(pytest.mark.postgres)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Note the lines of a test and of its fixtures, or of neither."""
    noting = Coverage.current()
    if noting is None or is_noted(item):
        return (yield)
    noting.stop()
    try:
        return (yield)
    finally:
        noting.start()


def is_noted(item: pytest.Item) -> bool:
    """Whether it is noted what lines a test runs.

    Of a browser's tests it is not: a line that a browser alone reaches has no test of
    its own.
    """
    if ENGINE in item.path.parents:
        return True
    chosen = crc32(item.nodeid.encode()) % NOTED_ONE_IN == 0
    return chosen and item.get_closest_marker("browser") is None
