"""A small company that nobody has: what its office sends, in the order of its life."""

import re

from flask.testing import FlaskClient

from app.store import results
from tests.app.reading import text_of

AT = "/shares"
FOUNDER, TRUST, COMPANY = "5001", "helse-midt-norge", "helseplattformen"
ULSTEIN, HAREID = "1516", "1517"
NO_NUMBER = "123456784"


def revision(client: FlaskClient) -> str:
    """What a form that is opened now was made from."""
    with client.application.app_context():
        return str(results.revision())


def issue(**given: str) -> dict[str, str]:
    """The founding: Trondheim gets the first four hundred."""
    return {
        "buyer": FOUNDER,
        "numbers": "1–400",
        "share_class": "A",
        "price": "1 000",
        "day": "2019-03-01",
        **given,
    }


def purchase(**given: str) -> dict[str, str]:
    """Ulstein uses its option."""
    return {
        "seller": FOUNDER,
        "buyer": ULSTEIN,
        "shares": "30",
        "numbers": "",
        "price": "1000",
        "day": "2021-06-20",
        "notice_on": "2021-06-01",
        "due_on": "2021-07-01",
        "board_on": "2021-06-15",
        "case_number": "21/123",
        "note": "",
        **given,
    }


def leaving(**given: str) -> dict[str, str]:
    """Hareid leaves, and Trondheim redeems all that it has."""
    return {
        "seller": HAREID,
        "buyer": FOUNDER,
        "price": "1000",
        "day": "2023-10-01",
        "notice_on": "2023-09-01",
        "due_on": "2023-11-01",
        "board_on": "2023-09-20",
        **given,
    }


def enter(client: FlaskClient, kind: str, sent: dict[str, str]) -> str:
    """Enter something that holds; return what the ledger tells then."""
    seen = {"seen": revision(client)}
    path, data = f"{AT}/ledger/new/{kind}", {**seen, **sent}
    answer = client.post(path, data=data)
    told = re.search(r'name="accepted" value="([^"]+)"', answer.text)
    if told is not None:
        answer = client.post(path, data={**data, "accepted": told[1]})
    assert answer.status_code == 303, text_of(answer.text)
    return text_of(client.get(answer.location).text)


def refused(client: FlaskClient, kind: str, sent: dict[str, str]) -> str:
    """Enter something that does not hold; return what the user reads."""
    before = revision(client)
    answer = client.post(f"{AT}/ledger/new/{kind}", data={"seen": before, **sent})
    assert answer.status_code == 422
    assert revision(client) == before
    return text_of(answer.text)


def say(client: FlaskClient, path: str, **sent: str) -> str:
    """Send another form that holds; return what the page tells then."""
    data = {"seen": revision(client), **sent}
    answer = client.post(f"{AT}/{path}", data=data)
    assert answer.status_code == 303, text_of(answer.text)
    return text_of(client.get(answer.location).text)


def found(client: FlaskClient) -> None:
    """The company is founded, its owners have joined, its board meets."""
    enter(client, "issue", issue())
    enter(client, "issue", issue(buyer=TRUST, numbers="401-1 000"))
    joined = {"use_agreement_on": "2020-01-15", "cooperation_joined_on": "2020-01-15"}
    say(client, f"owners/{FOUNDER}", **joined)
    for number in (ULSTEIN, HAREID):
        say(client, "owners/new", municipality=number, kind="trust", **joined)
    for day in ("2021-06-15", "2021-10-12", "2022-05-10", "2023-09-20"):
        say(client, "board", day=day)
