"""What nobody can see is taken out of all that is sent."""

import json

import pytest

from app.sent_text import visible
from tests.app.reading import text_of

INVESTMENT = "/economy/1516/figures/investment-one-off"
UNSEEN = ["  ", "\0", "\u200b", "\u2060 \ufeff", "\u3164", "\u2800", "\u00ad\t\n"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Sak 12/23", "Sak 12/23"),
        ("Sak\u200b 12\0/23", "Sak 12/23"),
        ("Første linje\r\nandre\tledd", "Første linje\r\nandre\tledd"),
        ("Ørsta – Volda “sammen” ✓", "Ørsta – Volda “sammen” ✓"),
        *((it, "") for it in UNSEEN),
    ],
)
def test_what_can_be_seen_stays(typed, read):
    assert visible(typed) == read


@pytest.mark.parametrize("typed", UNSEEN)
def test_an_amount_of_blanks_is_no_amount(english, typed):
    answer = english.post(INVESTMENT, data={"amount": typed, "reason": "Sak 12/23"})
    assert answer.status_code == 422
    assert "Give the sum." in text_of(answer.text)


@pytest.mark.parametrize("typed", UNSEEN)
def test_a_reason_that_nobody_sees_is_none(english, typed):
    answer = english.post(INVESTMENT, data={"amount": "18 500 000", "reason": typed})
    assert answer.status_code == 422
    assert "Say where the sum comes from." in text_of(answer.text)


@pytest.mark.parametrize(
    "address",
    [
        "/municipalities/50%0014",
        "/municipalities/%E2%80%8B5014",
        "/waves/K%0011",
        "/economy/5054/figures/%00",
        "/history/%00",
        "/static/%00.css",
    ],
)
def test_an_address_with_what_nobody_sees_leads_nowhere(any_app, address):
    assert any_app.test_client().get(address).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/municipalities?q=%00&wave=%00&region=%00",
        "/economy?q=%00&wave=%00&region=%00&trust=%00&basis=%00",
        "/history?q=%00&by=%00&kind=%00&item=%00",
        "/conflicts?kind=%00&q=%00",
        "/municipalities/5054/money?kind=%00&term=%00&rate=%00",
        "/economy/assumptions?moved=%00",
    ],
)
def test_a_query_with_what_nobody_sees_is_answered(any_app, address):
    client = any_app.test_client()
    client.post("/demonstration", data={"role": "programme-office", "page": "/"})
    assert client.get(address).status_code == 200


def test_a_form_is_not_sent_as_json(english):
    sent = json.dumps({"amount": " ", "reason": "\0"})
    answer = english.post(INVESTMENT, data=sent, content_type="application/json")
    assert answer.status_code in {400, 422}
