"""What a browser sends of the forms on meetings."""

from flask.testing import FlaskClient

from app.store import results

AT = "/meetings/1516"


def revision(client: FlaskClient) -> str:
    with client.application.app_context():
        return str(results.revision())


def rule(client: FlaskClient, **fields: str) -> dict[str, str]:
    return {
        "seen": revision(client),
        "body": "council",
        "nth": "-1",
        "weekday": "3",
        "months_out": "7",
        "from_day": "2023-01-01",
        "to_day": "",
        "note": "",
        **fields,
    }


def meeting(client: FlaskClient, **fields: str) -> dict[str, str]:
    return {
        "seen": revision(client),
        "body": "council",
        "day": "15.2.2024",
        "note": "Møteplan",
        **fields,
    }


def lead(client: FlaskClient, **fields: str) -> dict[str, str]:
    return {
        "seen": revision(client),
        "publication_days": "14",
        "committee": "",
        "committee_days": "0",
        "notice_days": "0",
        "note": "",
        **fields,
    }


def enter(client: FlaskClient, what: str, sent: dict[str, str]) -> str:
    """Send a form that holds; return the address that is led to."""
    answer = client.post(f"{AT}/{what}", data=sent)
    assert answer.status_code == 303, answer.text
    return str(answer.location)


def enter_rules(client: FlaskClient) -> None:
    """The council on the last Thursday, its committee on the second Tuesday."""
    enter(client, "rules/new", rule(client))
    committee = rule(client, body="executive-committee", nth="2", weekday="1")
    enter(client, "rules/new", committee)
