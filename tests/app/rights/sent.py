"""What a browser sends of the forms on facts and decisions."""

from collections.abc import Mapping

from flask.testing import FlaskClient
from sqlalchemy import select

from app.extensions import db
from app.store import results
from app.store.commitments import facts_of
from planning.calendars import to_day
from planning.rights.chain import ChainState, chain_of

AVEROY, ORKLAND, ULSTEIN, TRONDHEIM = "1554", "5059", "1516", "5001"
AT = f"/rights/{ULSTEIN}"


def revision(client: FlaskClient) -> str:
    with client.application.app_context():
        return str(results.revision())


def fact(client: FlaskClient, kind: str, when: str, **fields: str) -> dict[str, str]:
    return {
        "seen": revision(client),
        "kind": kind,
        "when": when,
        "case_number": "",
        "note": "",
        **fields,
    }


def decision(
    client: FlaskClient, *points: Mapping[str, str], **fields: str
) -> dict[str, str]:
    sent = {
        "seen": revision(client),
        "body": "council",
        "when": "15.6.2023",
        "case_number": "23/45",
        "motion": "Kommunen løyser ut opsjonen.",
        "result": "majority",
        "votes_for": "15",
        "votes_against": "8",
        "finality": "final",
        **fields,
    }
    for position, point in enumerate(points):
        for name, value in {"creates": "nothing", **point}.items():
            sent[f"points-{position}-{name}"] = value
    return sent


def decide(client: FlaskClient, *points: Mapping[str, str], **fields: str) -> str:
    """Record a decision of Ulstein; return the address that is led to."""
    sent = decision(client, *points, **fields)
    answer = client.post(f"{AT}/decisions/new", data=sent)
    assert answer.status_code == 303, answer.text
    return str(answer.location)


def rows(client: FlaskClient, table: type, **where: object) -> list[dict]:
    """The rows of a table, as values that outlive their session."""
    with client.application.app_context():
        found = db.session.scalars(select(table).filter_by(**where).order_by(table.id))
        return [
            {name: getattr(row, name) for name in table.__table__.c.keys()}  # noqa: SIM118 - a collection of columns
            for row in found
        ]


def state(client: FlaskClient, number: str = ULSTEIN) -> ChainState:
    with client.application.app_context():
        day = to_day(results.programme().status_date)
        return chain_of(facts_of(number), day)
