"""Every page, picture and file, with what a programme office has entered by then.

There are shares, council meetings, proposals, baselines and scenarios before anything
is measured. A page stands here as it opens, in its largest shapes, and as it is seen in
a scenario.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from flask import Flask
from flask.testing import FlaskClient

from app.access import User, demonstration_user
from app.scenarios.commands import make
from app.store import overlay, results
from app.store.baselines import Details, make_baseline
from app.waves.commands import move, shift
from app.waves.queries import get_placement, get_wave
from bench.measuring import Case
from bench.programme import client_of, expect
from bench.rights import enter_rights
from planning.durations import parse_duration
from tests.addresses import is_page, list_addresses

BAR_MS = 50

# Files of whole plans are no pages: they are made when somebody asks for one.
FILES = ("/files/plan.xml",)
MOVED = {"1514": "K14", "1511": "K15", "1520": "K14", "1525": "K15", "1528": "K14"}
IN_SCENARIO = {"1516": "K14", "1515": "K15"}
INSIDE = "/scenarios/1/plan"
STATES = (
    *("plan", "scenario:1", "scenario:2", "baseline:1", "baseline:2"),
    *("vintage:2020-06", "vintage:2020-autumn", "vintage:2021-11"),
)
ALL_STATES = "&".join(f"state={it}" for it in STATES)

LARGEST = (
    "/?map=wave",
    "/baselines/1?file=dates",
    f"/compare?{ALL_STATES}&by=municipality&show=conflicts",
    f"/compare?{ALL_STATES}&by=municipality&show=dates",
    f"/compare?{ALL_STATES}&by=municipality&show=deadlines",
    f"/compare?{ALL_STATES}&by=municipality&show=money",
    "/compare/moved?from=plan&to=scenario:1",
    "/compare/moved?from=baseline:1&to=scenario:2",
    "/dates/1514.go-live?earlier=7",
    "/dates/1516.archive-closed?earlier=7",
    "/dates/wave.K14?earlier=7",
    "/deadlines?ahead=all",
    "/deadlines?scope=region:orkide",
    "/economy?sort=investment&order=desc",
    "/municipalities?file=municipalities",
    "/municipalities?sort=margin",
    "/municipalities/1516?file=steps",
    "/municipalities/1516/money?file=loans",
    "/municipalities/1547",
    "/proposals?state=all",
    "/rights?day=2023-01-01",
    "/rights/cost-split?who=region:namdal&way=leaves&day=2027-05-01",
    "/rights/options/5054?notice=2024-03-01&extra=100000",
    "/search?q=frist",
    "/shares/ledger?owner=5001",
    "/slippage?scope=municipality",
    "/slippage?scope=municipality&file=slippage-plans",
    "/template?step=planning-phase",
    "/timeline?open=all",
    "/timeline?open=all&file=timeline",
    "/timeline?open=all&zoom=month",
    "/timeline?open=outer&vintage=2020-06",
    "/timeline?scope=wave:K14&open=all&zoom=month",
)


def page_cases(app: Flask) -> Iterator[Case]:
    """Yield every page, picture and file that can be asked for by its address."""
    client = client_of(app)
    enter(app)
    for address in addresses(app, client):
        yield Case(f"page {address}", partial(get_page, client, address), BAR_MS)


def get_page(client: FlaskClient, address: str) -> None:
    """Ask for one page; anything but a page is an error."""
    expect(client.get(address).status_code, 200, address)


def addresses(app: Flask, client: FlaskClient) -> list[str]:
    """Return the addresses: one for each rule, the largest, all in a scenario too."""
    found = [it for it in list_addresses(app) if it not in FILES]
    pages = [*filter(lambda it: is_page(client.get(it)), found), *LARGEST]
    inside = [INSIDE + it for it in pages]
    shown = [it for it in inside if client.get(it).status_code == 200]
    return sorted({*found, *LARGEST, *shown})


def enter(app: Flask) -> None:
    """Enter rights, two scenarios, two baselines, and moves proposed to somebody."""
    with app.test_request_context():
        by = demonstration_user()
        enter_rights()
        _enter_scenario("K14 senere", IN_SCENARIO, by, shifted="K14")
        _enter_scenario("Giske i K14", {"1532": "K14"}, by)
        for name in ("Før høstmøtet", "Etter høstmøtet"):
            _enter_baseline(name, by)
        _move_all(MOVED, by)


def _enter_scenario(
    name: str, moved: Mapping[str, str], by: User, *, shifted: str = ""
) -> None:
    scenario = make(results.current_plan(), name, "", by=by)
    overlay.open_scenario(scenario.id)
    _move_all(moved, by)
    if shifted:
        plan = results.current_plan()
        shift(plan, get_wave(plan, shifted), parse_duration("3mo"), by=by)
    overlay.leave_scenario()


def _move_all(moved: Mapping[str, str], by: User) -> None:
    for number, code in moved.items():
        plan = results.current_plan()
        move(plan, get_placement(plan, number), get_wave(plan, code), by=by)


def _enter_baseline(name: str, by: User) -> None:
    details = Details(
        name=name,
        why="Vedtatt på høstmøtet.",
        decided_by="Styringsgruppen",
        case_number="23/1234",
        decided_on=date(2023, 11, 29),
    )
    plan, seen = results.current_plan(), results.revision()
    make_baseline(plan, details, by=by, seen=seen)
