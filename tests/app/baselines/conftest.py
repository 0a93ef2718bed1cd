"""Pages of baselines are read in English."""

import pytest


@pytest.fixture
def client(english):
    return english
