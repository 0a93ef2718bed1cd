"""The page of a date: known answers, who set it, what hangs on it."""

import re
from datetime import date

import pytest

from app.access import Role
from app.extensions import db
from app.store import results
from app.store.results import current_plan
from tests.app.reading import HTMX, as_role, part, read, text_of
from tests.builders import deadline_row, report_row


def put(app, make):
    """Add a row as if it had been loaded; `make` takes the plan's id."""
    with app.app_context():
        db.session.add(make(current_plan().id))
        db.session.commit()


def chain(client, id):
    """The words of the chain of a date."""
    return text_of(part(client.get(f"/dates/{id}").text, "chain-title"))


@pytest.mark.parametrize(
    ("id", "day"),
    [
        ("1516.option-limit", "1 April 2024"),
        ("1516.withdrawal-limit", "1 March 2024"),
        ("1554.option-limit", "9 November 2023"),
        ("1554.withdrawal-limit", "9 October 2023"),
    ],
)
def test_the_days_of_known_limits(english, id, day):
    assert day in text_of(part(english.get(f"/dates/{id}").text, "date-title"))


def test_a_limit_is_told_down_to_the_window_of_its_wave_and_its_source(english):
    told = chain(english, "1516.withdrawal-limit")

    assert "13 months before “Go-live”, 1 April 2025." in told
    assert "Follows its wave: Go-live of wave K13." in told
    assert "Counted from 1 April 2025, the first day of the window April" in told
    assert told.index("13 months") < told.index("Follows") < told.index("Counted from")
    assert "lines 228" in told


def test_work_says_how_long_it_takes_and_when_it_starts(english):
    told = chain(english, "1516.training")

    assert "Has to be over before “Manual conversion and cutover”, 11 March" in told
    assert "It takes 10 weeks, so it starts on 31 December 2024." in told


def test_what_comes_after_go_live_follows_forward(english):
    told = chain(english, "1516.stabilisation")

    assert "Right after “Command centre in operation”, 28 April 2025." in told
    assert "It takes 3 months, so its last day is 28 July 2025." in told


def test_a_step_that_is_done_says_by_which_source(english):
    page = english.get("/dates/5054.go-live").text

    assert "November 2022" in text_of(part(page, "date-title"))
    assert "Reported done: November 2022." in chain(english, "5054.go-live")
    assert "Documented" in chain(english, "5054.go-live")
    assert "slips no more" in text_of(page)


@pytest.mark.parametrize(
    ("id", "shown", "reckoned"),
    [
        ("programme.gp-checkpoint", "spring 2024", "1 March 2024; no day is set."),
        ("programme.rollout-2024-2026", "2024–2026", "1 January 2024; no day is set."),
        ("wave.PD2", "November 2022", "counted from 1 November 2022."),
        ("wave.K13", "April – May 2025", "Counted from 1 April 2025, the first day"),
        ("1516.go-live", "April – May 2025", "1 April 2025; no day is set."),
        ("trust.STO", "November 2022", "1 November 2022; the exact day is not known."),
        ("5054.go-live", "November 2022", "1 November 2022; the exact day is not kn"),
    ],
)
def test_what_has_no_day_shows_none(english, id, shown, reckoned):
    page = english.get(f"/dates/{id}").text
    top = text_of(part(page, "date-title"))

    heading = re.search(r'<h2 id="date-title".*?</h2>', page, re.DOTALL)
    assert heading is not None
    spaced = re.sub(r"\s+", " ", text_of(heading.group()))
    assert spaced.strip() == shown
    assert reckoned in top
    assert not re.search(r"\d days? ago|in \d+ days?", top)


def test_a_go_live_that_has_no_day_has_none_where_it_hangs(english):
    told = text_of(part(english.get("/dates/wave.K13").text, "hanging-title"))

    assert "Go-live" in told
    assert "1 April 2025 Goes live with the wave." not in told


def test_a_day_that_is_known_is_counted_down_to(english):
    english.post("/waves/K13/day", data={"day": "2025-05-10"})
    for id in ("wave.K13", "1516.go-live"):
        top = text_of(part(english.get(f"/dates/{id}").text, "date-title"))
        assert "10 May 2025" in top
        assert "in 527 days" in top
        assert "no day is set" not in top


def test_a_named_day_is_told_with_the_one_that_would_be_counted(app, english):
    put(app, lambda plan: deadline_row(plan, day=date(2024, 3, 1)))
    told = chain(english, "1516.option-exercised")

    assert "The day is named for this municipality, and not counted." in told
    assert "Counted back from go-live it would be 1 April 2024." in told


def test_reports_that_hold_a_date(app, english):
    put(app, lambda _plan: report_row("training", "not-done"))
    assert "How much it may slip" in read(english, "/dates/1516.training")
    put(app, lambda _plan: report_row("preproject", "started", date(2023, 10, 2)))

    told = chain(english, "1516.preproject")
    assert "Reported as begun, 2 October 2023." in told
    assert "from the status date, 30 November 2023" in told


def test_what_was_done_late_is_told_as_what_holds_later_steps(app, english):
    late = date(2023, 11, 28)
    bought = report_row("share-purchase", "done", late, municipality="5028")
    put(app, lambda _plan: bought)
    held = english.get("/dates/5028.configure-and-test").text
    told = text_of(part(held, "held-title"))
    assert "At the earliest: 29 Nov 2023 – 28 Apr 2024, 92 days later" in told
    assert "Reported done: 28 November 2023." in told
    hangs = text_of(
        part(english.get("/dates/5028.share-purchase").text, "hanging-title")
    )
    assert "Can’t begin earlier because of this" in hangs
    assert "29 November 2023 at the earliest" in hangs
    told = text_of(part(english.get("/dates/5028.go-live").text, "held-title"))
    assert "At the earliest: 27 July 2024, 91 days later than planned." in told


def test_a_day_set_by_the_office_names_who_and_leads_to_the_change(english):
    english.post("/waves/K13/day", data={"day": "2025-05-10"})
    page = english.get("/dates/wave.K13").text

    assert "10 May 2025" in text_of(part(page, "date-title"))
    told = text_of(part(page, "chain-title"))
    assert "The programme office has set the day; the window is April" in told
    assert "By Programme office (demonstration)" in told
    assert "/history/" in part(page, "chain-title")


def test_after_k13_moved_half_a_year_the_chain_is_that_of_the_new_date(english):
    english.post(
        "/waves/K13/shift",
        data={"direction": "later", "amount": "6", "unit": "mo"},
    )
    told = chain(english, "1516.option-limit")

    assert "1 October 2024" in told
    assert "12 months before “Go-live”, 1 October 2025." in told
    assert "By Programme office (demonstration)" in told


def test_what_hangs_on_a_wave_stands_together_by_step(english):
    told = text_of(part(english.get("/dates/wave.K13").text, "hanging-title"))

    assert "Giske" in told
    assert "Ørsta" in told
    assert "Goes live with the wave." in told
    assert "243 dates are counted from this one" in told


def test_a_limit_governs_and_work_waits(english):
    assert "Has to happen by this day: no day to spare." in read(
        english, "/dates/1516.option-limit"
    )
    assert "Can’t come before: no day to spare." in read(
        english, "/dates/1516.training"
    )


DECIDED = {
    "1554": "The council has said no for now (October 2023). Nobody has reported",
    "1517": "The council has said no for now (21 October 2021). The plan presumes",
    "5035": "The municipality waits (October 2022). The plan presumes",
    "5052": "The municipality waits (2022). The plan presumes",
}


@pytest.mark.parametrize(("number", "said"), DECIDED.items())
@pytest.mark.parametrize("key", ["option-exercised", "option-limit", "go-live"])
def test_what_the_council_decided_stands_by_the_date(english, number, said, key):
    page = english.get(f"/dates/{number}.{key}").text

    assert said in text_of(part(page, "date-title"))
    against = part(page, "against-title")
    assert '<a href="/conflicts/' in against
    assert "Nearest mend:" in text_of(against) or number == "5052"


def test_nothing_speaks_against_what_the_council_has_no_part_in(english):
    for id in ("1554.training", "1516.option-exercised", "5054.go-live", "wave.K12"):
        assert "What speaks against" not in read(english, f"/dates/{id}"), id


def test_a_limit_that_is_missed_says_so(app, english):
    put(app, lambda _plan: report_row("option-exercised", "not-done"))
    put(app, lambda plan: deadline_row(plan, day=date(2023, 11, 1)))
    told = text_of(part(english.get("/dates/1516.option-limit").text, "against-title"))

    assert "Error" in told


def test_what_is_wrong_with_a_wave_stands_by_its_go_lives(english):
    english.post("/waves/K13/day", data={"day": "2025-07-15"})
    for id in ("wave.K13", "1516.go-live"):
        told = text_of(part(english.get(f"/dates/{id}").text, "against-title"))
        assert "15 July 2025" in told


@pytest.mark.parametrize(
    "id", ["programme.gp-checkpoint", "programme.gp-pilot", "trust.HMR"]
)
def test_what_nothing_waits_for_has_no_float_to_lose(english, id):
    told = text_of(part(english.get(f"/dates/{id}").text, "slack-title"))

    assert "no go-live and no limit moves" in told
    assert "0 days" not in told


@pytest.mark.parametrize(("trust", "wave"), [("HMR", "K11"), ("HNT", "K12")])
def test_a_trust_goes_live_with_its_wave_and_says_who_says_so(english, trust, wave):
    told = chain(english, f"trust.{trust}")

    assert f"Goes live with its wave: Go-live of wave {wave}." in told
    assert "Right after" not in told
    before = told.split(f"Go-live of wave {wave}")[1]
    assert "The trust’s wave" in before
    assert "lines" in before
    hanging = read(english, f"/dates/wave.{wave}")
    assert "Follows right after" not in hanging.partition("goes live")[2][:60]


def test_dates_of_trusts_and_of_the_programme_have_pages(app, english):
    with app.app_context():
        ids = [
            id
            for id in results.evaluation(current_plan()).nodes
            if id.startswith(("trust.", "programme.", "wave.", "5001."))
        ]
    for id in ids:
        assert "What sets the date" in read(english, f"/dates/{id}"), id


def test_a_date_that_is_not_there_says_why_and_shows_a_way_on(english):
    for url, way in (("/dates/1516.nothing", "Ulstein"), ("/dates/x", "overview")):
        response = english.get(url)
        assert response.status_code == 404
        assert "The plan has no such date now" in response.text
        assert way in response.text


def test_who_may_not_change_the_template_sees_no_way_to_it(english):
    as_role(english, Role.COUNCIL.value)
    page = english.get("/dates/1516.option-limit").text

    assert "The rule behind it" in page
    assert "/template/links/" not in page
    assert english.get("/dates/1516.training", headers=HTMX).status_code == 200


def test_a_start_that_is_counted_back_from_a_reported_end_is_told_as_such(app, english):
    end = date(2023, 10, 10)
    put(
        app,
        lambda _plan: report_row("preproject", finish_first=end, finish_last=end),
    )
    told = chain(english, "1516.preproject-agreed")
    assert "“Pre-project”, 11 April 2023." in told
    assert "Reported done: 10 October 2023." in told
    assert "It takes 6 months, so it is reckoned to have begun on 11 April" in told


def test_what_rests_on_a_year_is_known_no_more_exactly(english):
    words = text_of(
        part(english.get("/dates/5020.preproject-agreed").text, "date-title")
    )
    assert "about July 2021" in words
    assert "1 July 2021" not in words
