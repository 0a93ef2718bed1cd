"""Files of the pages: addresses that name their content; colours one can read."""

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lucide import IconDoesNotExist

from app import assets
from app.config import TOP
from tests.colours import contrast

TOKENS = (TOP / "static/css/tokens.css").read_text(encoding="utf-8")


@pytest.fixture
def names(app: Flask) -> list[str]:
    files = (TOP / "static").rglob("*.*")
    return [path.relative_to(TOP / "static").as_posix() for path in files] + ["htmx.js"]


def test_every_file_is_kept_for_ever(
    app: Flask, client: FlaskClient, names: list[str]
) -> None:
    for name in names:
        with app.test_request_context():
            url = assets.asset_url(name)
        answer = client.get(url)
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == assets.IMMUTABLE
        assert "Set-Cookie" not in answer.headers


def test_an_address_is_of_one_content(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "some.css"
    file.write_text("a { color: red }")
    before = assets.digest_of(file)
    file.write_text("a { color: blue; }")
    assert assets.digest_of(file) != before


def test_another_content_is_not_found(app: Flask, client: FlaskClient) -> None:
    with app.test_request_context():
        url = assets.asset_url("app.js")
    other = re.sub(r"/static/\w+/", "/static/0123456789abcdef/", url)
    assert client.get(other).status_code == 404


@pytest.mark.parametrize(
    "name", ["../app/config.py", "css/../../pyproject.toml", "css", "", "none.css"]
)
def test_nothing_but_files_of_the_folder_is_found(app: Flask, name: str) -> None:
    assert assets.find_file(name) is None
    with app.test_request_context(), pytest.raises(ValueError, match="static"):
        assets.asset_url(name)


@pytest.mark.parametrize("name", ["%00", "css/%00.css", "a" * 300, "a/" * 3000 + "b"])
def test_what_can_be_no_name_of_a_file_is_not_found(
    client: FlaskClient, name: str
) -> None:
    assert client.get(f"/static/0123456789abcdef/{name}").status_code == 404


def test_htmx_is_the_second(client: FlaskClient, app: Flask) -> None:
    with app.test_request_context():
        url = assets.asset_url("htmx.js")
    assert re.search(r'version:"2\.', client.get(url).text)


def test_without_its_wheel_the_mend_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "CARRIER", "no_such_wheel")
    assets.htmx_script.cache_clear()
    with pytest.raises(RuntimeError, match="make setup"):
        assets.htmx_script()
    assets.htmx_script.cache_clear()


def test_an_icon_is_ornament_unless_it_says_something() -> None:
    assert 'aria-hidden="true"' in assets.icon("waves")
    labelled = assets.icon("waves", label='"<Bølge>')
    assert 'role="img"' in labelled
    assert "<Bølge>" not in labelled
    assert "style=" not in labelled


def test_an_icon_that_there_is_not_is_a_mistake() -> None:
    with pytest.raises(IconDoesNotExist):
        assets.icon("no-such-icon")


def colours(scheme: str) -> dict[str, str]:
    """Return the tokens of a scheme that are colours."""
    light, _found, dark = TOKENS.partition("@media screen and")
    pattern = r"--([\w-]+):\s*(#[0-9a-f]{6});"
    found = dict(re.findall(pattern, light))
    return found if scheme == "light" else found | dict(re.findall(pattern, dark))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_every_ground(scheme: str) -> None:
    found = colours(scheme)
    grounds = ("paper", "surface", "sunken")
    inks = ("ink", "ink-muted", "accent", "error", "warning", "success", "info")
    pairs = [(ink, ground) for ink in inks for ground in grounds]
    states = ("info", "success", "warning", "error")
    pairs += [(state, f"{state}-soft") for state in states]
    pairs += [("ink", f"{state}-soft") for state in states]
    pairs += [("on-accent", "accent"), ("accent-strong", "surface")]
    pairs += [("on-accent", "accent-strong"), ("ink", "accent-soft")]
    weak = {pair: contrast(found[pair[0]], found[pair[1]]) for pair in pairs}
    assert not {pair: ratio for pair, ratio in weak.items() if ratio < 4.5}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_controls_and_focus_can_be_seen(scheme: str) -> None:
    found = colours(scheme)
    for part in ("edge", "focus"):
        for ground in ("paper", "surface"):
            assert contrast(found[part], found[ground]) >= 3, (part, ground)
