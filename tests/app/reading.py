"""What somebody reads on a page, and how they ask for it."""

import re

from flask.testing import FlaskClient

HTMX = {"HX-Request": "true"}


def text_of(html: str) -> str:
    """The words of a page or fragment, with single blanks."""
    words = re.sub(r"<[^>]+>", " ", html)
    words = words.replace("&#34;", '"').replace("&#39;", "'").replace("&amp;", "&")
    return re.sub(r"\s+", " ", words)


def read(client: FlaskClient, url: str, **query: str) -> str:
    """The words of a page that is there."""
    response = client.get(url, query_string=query or None)
    assert response.status_code == 200
    return text_of(response.text)


def part(html: str, id: str) -> str:
    """The part of a page from an element with an id to the next section's end."""
    return html[html.index(f'id="{id}"') :].partition("</section>")[0]


def row(html: str, id: str) -> str:
    """The words of the table row with an id."""
    return text_of(html[html.index(f'id="{id}"') :].partition("</tr>")[0])


def as_role(client: FlaskClient, role: str) -> FlaskClient:
    """The same client, seen with another role of the demonstration."""
    client.post("/demonstration", data={"role": role, "page": "/"})
    return client


def hidden(html: str, name: str) -> str:
    """The value of a hidden field."""
    match = re.search(rf'name="{name}" value="([^"]*)"', html)
    assert match is not None
    return match[1]


def kept_value(html: str, name: str) -> str:
    """The same, whatever else the field says and in whichever order."""
    field = re.search(rf'<input[^>]*name="{name}"[^>]*>', html)
    assert field is not None
    value = re.search(r'value="([^"]*)"', field[0])
    assert value is not None
    return value[1]
