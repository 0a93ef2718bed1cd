"""A real browser for the tests, and what a page may do in it.

The browser is Debian's Chromium, started once per process. A test that takes
`page` fails where the page says an error, asks another machine for anything, or
gets an answer that it did not expect. Refusals (4xx) that the page itself asked
for are part of the conversation; a missing file and a fault of the server are not.
"""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    sync_playwright,
)
from werkzeug.serving import WSGIRequestHandler, make_server

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

HOST = "127.0.0.1"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No name is looked up: what a page asks elsewhere fails here, not there.
    f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {HOST}",
)
PATIENCE_MS = 10_000
AXE = Axe()
# All rules that are on by themselves; of what they find, only what is wrong comes back.
VIOLATIONS = """async () => {
  const {violations} = await axe.run({resultTypes: ['violations']});
  return violations.flatMap(({id, help, nodes}) =>
    nodes.map(({html}) => `${id}: ${help}: ${html}`));
}"""
CONVERSATION = {"document", "fetch", "xhr"}
MISSING = (
    "The browser is missing: run the tests with `make test`, which installs it,"
    " or install it yourself: sudo apt-get install chromium libatomic1"
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser; close it after the last test of this process."""
    program = find_program() or pytest.fail(MISSING, pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=ARGUMENTS, timeout=6 * PATIENCE_MS
        )
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a fresh profile of a Norwegian reader with a large screen."""
    context = browser.new_context(
        locale="nb-NO",
        timezone_id="Europe/Oslo",
        viewport={"width": 1440, "height": 900},
    )
    context.set_default_timeout(PATIENCE_MS)
    yield context
    context.close()


@pytest.fixture
def faults() -> list[str]:
    """Return what the pages did wrong so far; a test may look at it and clear it."""
    return []


@pytest.fixture
def page(context: BrowserContext, faults: list[str]) -> Iterator[Page]:
    """Return a page that fails the test if it did anything wrong."""
    watch(context, faults)
    yield context.new_page()
    if faults:
        pytest.fail("The page did wrong:\n" + "\n".join(faults), pytrace=False)


def watch(context: BrowserContext, faults: list[str]) -> None:
    """Note in `faults` what the pages of a profile do wrong from now on."""

    def hear(message: ConsoleMessage) -> None:
        # What failed to load is judged by its answer, which says more.
        if message.type == "error" and not message.text.startswith("Failed to load"):
            faults.append(f"console: {message.text} ({message.location['url']})")

    def ask(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws"} and address.hostname != HOST:
            faults.append(f"asked another machine: {request.url}")

    def answer(response: Response) -> None:
        refusal_allowed = response.request.resource_type in CONVERSATION
        if response.status >= 500 or (response.status >= 400 and not refusal_allowed):
            faults.append(f"answered {response.status}: {response.url}")

    context.on("console", hear)
    context.on("weberror", lambda error: faults.append(f"script: {error.error}"))
    context.on("request", ask)
    context.on("response", answer)


def list_violations(page: Page) -> list[str]:
    """Return what axe-core finds: rule, what to do, and the element, a line each."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE.axe_script)
    found: list[str] = page.evaluate(VIOLATIONS)
    return found


@contextmanager
def served(app: "WSGIApplication") -> Iterator[str]:
    """Serve an app in a thread of its own; gives the address it answers at."""
    server = make_server(HOST, 0, app, threaded=True, request_handler=_SilentHandler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://{HOST}:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _SilentHandler(WSGIRequestHandler):
    """Answers without a line in the log for every request."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


def find_program() -> str | None:
    """Return where the browser is, if there is one."""
    return next(filter(None, map(shutil.which, NAMES)), None)
