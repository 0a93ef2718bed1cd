"""What was frozen beside the plan as it is now: what moved since, by whom and why."""

import csv
import io
from datetime import date

import pytest
from sqlalchemy import text, update

from app.extensions import db
from app.store import results
from app.store.baselines import Details, make_baseline
from app.store.tables import BaselineRow
from app.waves import commands
from app.waves.queries import get_placement, get_wave
from planning.durations import parse_duration
from tests.app.comparing.test_compare import row_of


@pytest.fixture
def baseline(app, office) -> str:
    """The plan frozen; since then K13 was put off and Ulstein taken out of it."""
    details = Details(
        name="Høstmøtet",
        why="Vedtatt.",
        decided_by="Styringsgruppen",
        case_number="23/1234",
        decided_on=date(2023, 11, 29),
    )
    with app.test_request_context(base_url="http://localhost"):
        plan, seen = results.current_plan(), results.revision()
        id = make_baseline(plan, details, by=office, seen=seen).id
        plan = results.current_plan()
        later = parse_duration("6mo")
        commands.shift(plan, get_wave(plan, "K13"), later, by=office)
        plan = results.current_plan()
        commands.move(plan, get_placement(plan, "1516"), None, by=office)
    return f"baseline:{id}"


def test_the_plan_now_is_told_against_what_was_frozen(client, baseline):
    page = client.get(f"/compare?state={baseline}&state=plan").text
    then, now = row_of(page, "Bølge K13")
    assert then == "april–mai 2025 9 kommuner"
    assert now.startswith("oktober–november 2025 +183 dager 8 kommuner −1")
    page = client.get(f"/compare?state={baseline}&state=plan&show=money").text
    frozen, now = row_of(page, "Ulstein")
    assert frozen.startswith("Investering")
    assert now.startswith("ikke kjent")


def test_the_history_tells_what_moved_a_date_since(client, baseline):
    answer = client.get(f"/compare/moved.csv?from={baseline}&to=plan")
    file = io.StringIO(answer.data.decode("utf-8-sig"))
    _headings, *rows = csv.reader(file, delimiter=";")
    wave = next(row for row in rows if row[1] == "K13")
    assert wave[6] == "183"
    assert wave[8].startswith("K13 er utsatt med 6 måneder")
    assert wave[9] == "Programkontoret"
    assert any(row[8].startswith("Ulstein er tatt ut av K13") for row in rows)
    assert all(row[8] for row in rows)
    chained = [row[7] for row in rows if row[7].startswith("Følger «")]
    assert chained
    page = client.get(f"/compare/moved?from={baseline}&to=plan").text
    assert page.index("K13 er utsatt") < page.index("Ulstein er tatt ut")


def test_the_way_there_is_on_the_pages_of_baselines_and_scenarios(client, baseline):
    id = baseline.partition(":")[2]
    assert f"/compare?state=baseline:{id}&amp;state=plan" in (
        client.get(f"/baselines/{id}").text.replace("%3A", ":")
    )
    assert f"/compare?state=baseline:{id}&amp;state=plan" in (
        client.get("/baselines").text.replace("%3A", ":")
    )
    assert 'href="/compare"' in client.get("/scenarios").text


def test_at_first_what_was_frozen_is_followed_to_the_plan_now(client, baseline):
    page = client.get("/compare").text
    assert row_of(page, "Bølge K13")[1].startswith(
        "oktober–november 2025 +183 dager 8 kommuner −1"
    )
    for states in (f"state=plan&state={baseline}", f"state={baseline}&state=plan"):
        page = client.get(f"/compare?{states}").text.replace("%3A", ":")
        assert f"/compare/moved?from={baseline}&amp;to=plan" in page
        assert f"/compare/moved?from=plan&amp;to={baseline}" not in page


def test_one_that_was_tampered_with_says_nothing(app, client, baseline):
    with app.app_context():
        db.session.execute(text("DROP TRIGGER baseline_is_frozen"))
        db.session.execute(update(BaselineRow).values(checksum="0" * 64))
        db.session.commit()
    page = client.get(f"/compare?state=plan&state={baseline}").text
    assert row_of(page, "Bølge K13")[1] == "ingen opplysning"
    assert "Høstmøtet» er endret" in page
    answer = client.get(f"/compare/moved?from={baseline}&to=plan")
    assert answer.status_code == 404
    assert "Høstmøtet» er endret" in answer.text
