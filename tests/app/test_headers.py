"""Headers of every answer: pages, errors, files, redirects."""

import re

import pytest
from flask.testing import FlaskClient

from app.headers import HEADERS, PAGE_CACHING

PAGES = ["/nowhere", "/health", "/language", "/static/0/none.css"]


@pytest.mark.parametrize("url", PAGES)
def test_every_answer_says_what_a_browser_may_do(client: FlaskClient, url: str) -> None:
    answer = client.get(url)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


def test_the_policy_has_no_exceptions(client: FlaskClient) -> None:
    policy = client.get("/nowhere").headers["Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert rules["frame-ancestors"] == rules["base-uri"] == "'none'"
    assert "unsafe" not in policy


def test_a_page_is_kept_by_its_reader_alone_and_apart_from_fragments(
    client: FlaskClient,
) -> None:
    answer = client.get("/nowhere")
    assert answer.headers["Cache-Control"] == PAGE_CACHING
    assert {"HX-Request", "Cookie"} <= set(answer.vary)


def test_the_session_is_out_of_reach_of_scripts_and_other_sites(
    client: FlaskClient,
) -> None:
    cookie = client.get("/nowhere").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_pages_ask_no_other_machine(client: FlaskClient) -> None:
    addresses = re.findall(r'(?:src|href)="([^"]*)"', client.get("/nowhere").text)
    assert addresses
    assert all(address.startswith(("/", "#")) for address in addresses)
