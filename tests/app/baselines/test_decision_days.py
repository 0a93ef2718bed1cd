"""The day of a decision is one on which it can have been made."""

import pytest

from tests.app.reading import kept_value

FIELDS = {
    "name": "Vedtatt plan",
    "why": "Vedtatt på høstmøtet.",
    "decided_by": "Styringsgruppen",
    "case_number": "23/1234",
    "replaces": "",
    "replaced_reason": "",
}
TOO_OLD = "A decision can’t be from before 1 January 2010. Look at the year."
TOO_LATE = "A decision can’t have been made after today."


@pytest.fixture
def adopting(client):
    client.post("/scenarios", data={"name": "K14 i mars", "note": ""})
    client.post("/scenarios/1/plan/waves/K14/day", data={"day": "2026-03-02"})
    return client


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("0001-01-01", TOO_OLD),
        ("1.1.1900", TOO_OLD),
        ("31.12.2009", TOO_OLD),
        ("2.12.2023", TOO_LATE),
    ],
)
def test_a_day_that_is_mistyped_is_refused_in_words(adopting, day, told):
    for url in ("/baselines", "/scenarios/1/adopt"):
        form = adopting.get(url.replace("/baselines", "/baselines/new")).text
        names = [it for it in ("seen", "version") if f'name="{it}"' in form]
        seen = {it: kept_value(form, it) for it in names}
        answer = adopting.post(url, data={**FIELDS, **seen, "decided_on": day})
        assert answer.status_code == 422
        assert told in answer.text


@pytest.mark.parametrize("day", ["1.1.2010", "1.12.2023"])
def test_the_first_and_the_last_that_can_be_are_taken(client, day):
    seen = kept_value(client.get("/baselines/new").text, "seen")
    given = {**FIELDS, "seen": seen, "decided_on": day}
    assert client.post("/baselines", data=given).status_code == 303
