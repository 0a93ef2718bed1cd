"""A client that reads English, so that a test can say what is read."""

import pytest
from flask.testing import FlaskClient


@pytest.fixture
def english(client: FlaskClient) -> FlaskClient:
    """Return the programme office's client, in English."""
    client.post("/language", data={"language": "en_GB", "page": "/"})
    return client
