"""What the plan is held against, as everybody sees it."""

import re
from html import unescape

import pytest

from app.extensions import db
from app.store import results
from app.store.tables import (
    BindingRow,
    ClosedPeriodRow,
    ComponentRow,
    TemplateActivityRow,
    TemplateLinkRow,
)
from tests.app.reading import as_role, read, text_of

AT = "/preconditions"


def card(html, id):
    """The words of one card."""
    return text_of(html[html.index(f'id="{id}"') :].partition("</article>")[0])


def test_namdals_joint_wish_is_shown_with_all_who_wish_it(english):
    told = card(english.get(AT).text, "binding-namdal-2020")
    assert "Joint introduction in Namdal" in told
    assert "Holds: all are in K14" in told
    assert "Joint wish" in told
    assert "summer 2020" in told
    assert "Bindal Flatanger Grong" in told
    assert "Documented" in told


def test_a_member_that_is_moved_breaks_it_and_the_page_says_where_each_is(english):
    english.post("/waves/placements/5007", data={"wave": "K15"})
    told = card(english.get(AT).text, "binding-namdal-2020")
    assert "Broken: they lie apart" in told
    assert re.search(r"K15\s+Namsos", told)


def test_closed_periods_are_told_by_their_days(english):
    html = english.get(AT).text
    assert "1 July–31 July" in card(html, "period-july")
    assert "20 December–6 January" in card(html, "period-christmas")
    assert "No wave goes live in it" in card(html, "period-july")
    assert "Assumed" in card(html, "period-july")


def test_a_wave_in_a_closed_period_is_named_with_its_day(english):
    english.post("/waves/K13/day", data={"day": "2025-07-05"})
    told = card(english.get(AT).text, "period-july")
    assert "1 wave goes live in it" in told
    assert "K13 5 July 2025" in told


def test_a_component_says_who_waits_for_it(english):
    told = card(english.get(AT).text, "component-prescription-module")
    assert "Reported late" in told
    assert "Configuring and testing" in told
    assert "no date is known" in told
    assert "47 municipalities, the first from" in told


@pytest.mark.parametrize("expected", ["", "2030-01-01"])
def test_a_component_whose_step_has_gone_says_so(english, app, expected):
    data = {"name_nb": "Ny", "needed_by": "configure-and-test"}
    days = {"expected_first": "", "expected_last": expected}
    english.post(f"{AT}/components/new", data={**data, **days})
    with app.app_context():
        key = TemplateActivityRow.key == "configure-and-test"
        db.session.query(TemplateActivityRow).filter(key).delete()
        for end in (TemplateLinkRow.predecessor, TemplateLinkRow.successor):
            gone = end == "configure-and-test"
            db.session.query(TemplateLinkRow).filter(gone).delete()
        db.session.commit()
        results.results().forget()
    page = english.get(AT).text
    assert "Not known for whom: its step is gone" in card(page, "component-ny")
    assert "badge--success" not in page[page.index('id="component-ny"') :]
    conflicts = read(english, "/conflicts", kind="component-late")
    assert "is needed by a step that is no longer in the template" in conflicts
    told = card(english.get(AT).text, "component-prescription-module")
    assert "a step that is no longer in the template" in told
    assert "no municipality" in told
    form = english.get(f"{AT}/components/prescription-module").text
    assert '<option selected value="configure-and-test">' in form


def test_what_each_does_to_the_plan_is_explained(english):
    told = read(english, AT)
    assert "A binding moves nobody by itself" in told
    assert "names the nearest day that is free" in told
    assert "No date moves by itself" in told


def test_a_conflict_that_is_accepted_says_why(english):
    english.post("/waves/placements/5007", data={"wave": "K15"})
    html = english.get(AT).text
    link = re.search(r"/conflicts/[0-9a-f]+", html[html.index("Broken") :])
    assert link is not None
    page = english.get(link[0]).text
    assert "Namdal" in page
    numbers = re.search(r'name="numbers"[^>]*value="([^"]*)"', page)
    assert numbers is not None
    data = {"reason": "Agreed with all of them", "numbers": unescape(numbers[1])}
    assert english.post(f"{link[0]}/accept", data=data).status_code == 303
    told = card(english.get(AT).text, "binding-namdal-2020")
    assert "Accepted: Agreed with all of them" in told


@pytest.mark.parametrize(
    ("members", "told"),
    [
        (["1516", "5007"], "Broken: they lie apart"),
        (["1516", "1517"], "Holds: all are in K13"),
        (["1516", "5001"], "Holds: those that wait are in K13"),
        (["5001", "5054"], "All are live"),
    ],
)
def test_a_binding_looks_at_those_that_wait(english, members, told):
    data = {"name_nb": "Ny", "kind": "other", "members": members, "note": ""}
    assert english.post(f"{AT}/bindings/new", data=data).status_code == 303
    assert told in card(english.get(AT).text, "binding-ny")


def test_members_without_a_wave_stand_last(english):
    for number in ("1516", "1517"):
        english.post(f"/waves/placements/{number}", data={"wave": ""})
    data = {"name_nb": "Ny", "kind": "other", "members": ["1516", "1517"]}
    english.post(f"{AT}/bindings/new", data=data)
    assert "Without a wave" in card(english.get(AT).text, "binding-ny")


def test_a_component_that_comes_in_time_or_nobody_knows_when(english):
    data = {
        "name_nb": "Ny",
        "needed_by": "cutover",
        "expected_first": "",
        "expected_last": "2024-01-15",
    }
    url = f"{AT}/components/new"
    assert english.post(url, data=data).status_code == 303
    assert "Expected in time" in card(english.get(AT).text, "component-ny")
    english.post(f"{AT}/components/ny", data={**data, "expected_last": ""})
    assert "Not known when" in card(english.get(AT).text, "component-ny")


@pytest.mark.parametrize("role", ["council", "working-group"])
def test_everybody_looks_and_the_office_alone_changes(client, role):
    as_role(client, role)
    html = client.get(AT).text
    assert 'id="binding-namdal-2020"' in html
    assert "/preconditions/bindings/new" not in html
    assert client.get(f"{AT}/bindings/new").status_code == 403
    assert client.get(f"{AT}/bindings/namdal-2020").status_code == 403
    assert client.post(f"{AT}/bindings/namdal-2020/remove").status_code == 403


def test_nothing_entered_is_said_in_words(english, app, office):
    for kind, key in [
        ("bindings", "namdal-2020"),
        ("periods", "july"),
        ("periods", "christmas"),
        ("components", "prescription-module"),
        ("components", "medication-list"),
    ]:
        assert english.post(f"{AT}/{kind}/{key}/remove").status_code == 303
    told = read(english, AT)
    assert "No binding has been entered" in told
    assert "No closed period has been entered" in told
    assert "No national component has been entered" in told
    with app.app_context():
        for table in (BindingRow, ClosedPeriodRow, ComponentRow):
            assert not db.session.query(table).count()
        assert not results.evaluation(results.current_plan()).snapshot.bindings


@pytest.mark.parametrize("url", ["/nothing/new", "/bindings/nothing", "/periods/0"])
def test_what_there_is_not_is_not_found(client, url):
    assert client.get(AT + url).status_code == 404
    assert client.post(AT + url).status_code == 404
