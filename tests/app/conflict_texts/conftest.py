"""Sentences are read in English here; the catalogues are looked at elsewhere."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask_babel import force_locale

from app import language


@pytest.fixture
def english() -> Iterator[None]:
    """Read in English, without the app around it."""
    reader = Flask("app")
    language.init_app(reader)
    with reader.app_context(), force_locale("en_GB"):
        yield
