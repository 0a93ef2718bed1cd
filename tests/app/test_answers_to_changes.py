"""How much a change answers: what moved and the parts that show it, no page anew."""

import pytest
from flask.testing import FlaskClient

from tests.app.reading import HTMX
from tests.page_checks import LARGEST_ANSWER

LATER = {"amount": "6", "unit": "mo", "direction": "later"}
CHANGES = {
    "/waves/placements/1516": {"wave": "K14"},
    "/waves/K13/day": {"day": "2025-10-01"},
    "/waves/K13/shift": LATER,
    "/waves/delay": LATER,
    "/municipalities/1557/steps/preproject": {"state": "not-done"},
}


@pytest.mark.parametrize(("url", "data"), CHANGES.items())
def test_an_answer_to_a_change_is_small(
    client: FlaskClient, url: str, data: dict[str, str]
) -> None:
    answer = client.post(url, data=data, headers=HTMX)
    assert answer.status_code in {200, 204}, answer.text
    assert len(answer.data) < LARGEST_ANSWER
