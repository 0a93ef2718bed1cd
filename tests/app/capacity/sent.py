"""What a browser sends of the forms on capacity."""

from flask.testing import FlaskClient

from app.capacity.queries import list_resources
from app.store import results

AT = "/capacity"


def revision(client: FlaskClient) -> str:
    with client.application.app_context():
        return str(results.revision())


def resource_id(client: FlaskClient, key: str = "trainers") -> str:
    with client.application.app_context():
        return next(str(it.id) for it in list_resources() if it.key == key)


def supply(client: FlaskClient, quantity: str = "40", **fields: str) -> dict[str, str]:
    return {
        "seen": revision(client),
        "resource_id": resource_id(client),
        "quantity": quantity,
        "from_day": "2023-01-01",
        "to_day": "",
        "note": "Møte i programkontoret",
        **fields,
    }


def demand(client: FlaskClient, **fields: str) -> dict[str, str]:
    return {
        "seen": revision(client),
        "resource_id": resource_id(client),
        "quantity": "0,5",
        "per": "inhabitants",
        "bound": "before",
        "step": "training",
        "length": "8",
        "length_unit": "w",
        "note": "",
        **fields,
    }


def enter(client: FlaskClient, quantity: str = "40", **fields: str) -> str:
    """Enter how many trainers there are; return the address that is led to."""
    sent = supply(client, quantity, **fields)
    answer = client.post(f"{AT}/supplies/new", data=sent)
    assert answer.status_code == 303, answer.text
    return str(answer.location)
