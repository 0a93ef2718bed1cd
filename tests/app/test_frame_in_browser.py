"""The frame in a browser: focus, messages, menus, a phone, both colour schemes."""

from collections.abc import Iterator

import pytest
from flask import Flask, render_template_string
from playwright.sync_api import Browser, Page, expect

from app import access, htmx
from tests.browser import list_violations, served

WORDS = "Ulstein er flyttet: æøå"
TEMPLATE = """
{% extends "base.html" %}
{% from "macros/page.html" import button_form, notice, page_header %}
{% block title %}Siden{% endblock %}
{% block content %}
{{ page_header("Siden", lead="Alt som står rundt en side.") }}
{{ notice("Dette er en side.", kind="info") }}
<div id="part">
  {% for name in ("moved", "wrong", "broken", "taken") %}
    <button class="button" id="{{ name }}" hx-post="/{{ name }}" hx-target="#part"
            hx-swap="outerHTML">{{ name }}</button>
  {% endfor %}
</div>
{{ button_form("/moved", "Flytt uten htmx", id="plain") }}
{% endblock %}
"""


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Serve a page with buttons that change something, or fail to."""
    app.config.update(WTF_CSRF_ENABLED=True, PROPAGATE_EXCEPTIONS=False)
    answers = {
        "moved": lambda: htmx.saved(
            '<div id="part" tabindex="-1"><p>Flyttet</p></div>',
            page_url="/page",
            announce=WORDS,
        ),
        "wrong": lambda: htmx.refused(
            '<div id="part"><p id="why" tabindex="-1" data-focus>Feil dato</p></div>'
        ),
        "broken": lambda: str(1 // 0),
        "taken": lambda: access.require(None, "plan.edit"),
    }
    for name, answer in answers.items():
        view = access.needs("plan.edit")(answer)
        app.add_url_rule(f"/{name}", name, view, methods=["POST"])
    show = access.needs("plan.view")(lambda: render_template_string(TEMPLATE))
    app.add_url_rule("/page", "page", show)
    with served(app) as url:
        yield url


def test_a_change_is_swapped_and_read_out(page: Page, address: str) -> None:
    page.goto(f"{address}/page")
    page.click("#moved")
    expect(page.locator("#part")).to_have_text("Flyttet")
    expect(page.locator("#announcements")).to_have_text(WORDS)
    expect(page.locator("#part")).to_be_focused()


def test_a_refusal_is_swapped_and_gets_the_focus(page: Page, address: str) -> None:
    page.goto(f"{address}/page")
    page.click("#wrong")
    expect(page.locator("#why")).to_be_focused()
    expect(page.locator("#alert")).to_be_empty()


def test_a_fault_leaves_the_page_and_is_told_above_it(
    page: Page, address: str, faults: list[str]
) -> None:
    page.goto(f"{address}/page")
    page.click("#broken")
    expect(page.locator("#alert #message")).to_be_visible()
    expect(page.locator("#broken")).to_be_visible()
    # A fault of the server is what was asked for.
    faults.clear()
    page.click("#taken")
    expect(page.locator("#alert code")).to_have_text("bolgeplan serve --demo")
    page.click("#moved")
    expect(page.locator("#alert")).to_be_empty()


def test_an_answer_in_time_leaves_nothing_to_explain(
    page: Page, address: str, faults: list[str]
) -> None:
    """A fault without words is explained a moment later, unless all is well by then."""
    page.goto(f"{address}/page")
    page.clock.install()
    page.click("#broken")
    expect(page.locator("#alert #message")).to_be_visible()
    faults.clear()
    page.click("#moved")
    expect(page.locator("#alert")).to_be_empty()
    page.clock.run_for(1000)
    expect(page.locator("#alert")).to_be_empty()


def test_no_answer_is_told_too(page: Page, address: str, faults: list[str]) -> None:
    page.goto(f"{address}/page")
    page.route("**/moved", lambda route: route.abort())
    page.click("#moved")
    expect(page.locator("#alert #message")).to_be_visible()
    faults.clear()


def test_a_proxys_error_is_told_in_our_words(
    page: Page, address: str, faults: list[str]
) -> None:
    page.goto(f"{address}/page")
    html = "<html><body><h1>502 of a proxy</h1></body></html>"
    page.route("**/moved", lambda route: route.fulfill(status=502, body=html))
    page.click("#moved")
    expect(page.locator("#alert #message")).to_be_visible()
    expect(page.locator("#alert")).not_to_contain_text("proxy")
    faults.clear()


def test_without_htmx_a_form_leads_back_and_says_it(page: Page, address: str) -> None:
    page.goto(f"{address}/page")
    page.click("#plain")
    expect(page).to_have_url(f"{address}/page")
    expect(page.locator(".messages")).to_contain_text(WORDS)


def test_a_menu_closes_with_escape_and_by_turning_away(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/page")
    menu = page.locator(".masthead__tools details.menu")
    menu.locator("summary").click()
    expect(menu).to_have_attribute("open", "")
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(menu.locator("summary")).to_be_focused()
    menu.locator("summary").click()
    page.click("h1")
    expect(menu).not_to_have_attribute("open", "")


def test_the_first_tab_leads_past_the_menu(page: Page, address: str) -> None:
    page.goto(f"{address}/page")
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_stands_in_anybodys_way(
    page: Page, address: str, scheme: str, width: int
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 844})
    for path in ("/page", "/nowhere"):
        page.goto(f"{address}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.locator(".masthead__tools details.menu summary").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert not list_violations(page)


def test_a_phone_has_the_sections_behind_a_button(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{address}/page")
    button = page.get_by_role("button", name="Meny")
    waves = page.get_by_role("link", name="Bølger", exact=True)
    expect(waves).to_be_hidden()
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(waves).to_be_visible()
    assert list_violations(page) == []
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(waves).to_be_hidden()
    expect(button).to_be_focused()


def test_without_the_script_a_phone_shows_the_sections(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 800}
    )
    page = context.new_page()
    page.goto(f"{address}/page")
    expect(page.get_by_role("link", name="Bølger", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Meny")).to_be_hidden()
    context.close()
