"""What a calendar gets: known dates, how sure they are, and the format of the file."""

from datetime import date, datetime, timedelta

import pytest
from icalendar import Calendar
from sqlalchemy import func, select

from app.extensions import db
from app.feeds.queries import get_touches
from app.store import feeds, results
from app.store.tables import ChangeRow, FeedRow, WaveRow
from app.store.writing import writing
from tests.app.conftest import NOON
from tests.app.reading import text_of


def subscribe(app, kind, key, language="nb"):
    """Make a feed, and return the address that opens it."""
    with app.app_context():
        made = feeds.make_feed(
            by="office", scope_kind=kind, scope_key=key, language=language, label=""
        )
    return f"/calendar/{made.token}.ics"


def set_go_live(app, office, code, day):
    with app.app_context():
        plan = results.current_plan()
        with writing(plan, by=office, what="waves.date-set"):
            row = db.session.scalar(select(WaveRow).where(WaveRow.code == code))
            row.set_day = day


def fetch(app, url, **headers):
    return app.test_client().get(url, headers=headers)


def read(app, url):
    """The events of a calendar by their identity, as another reader has them."""
    answer = fetch(app, url)
    assert answer.status_code == 200
    parsed = Calendar.from_ical(answer.data)
    return {str(it["uid"]).partition("/")[0]: it for it in parsed.walk("VEVENT")}


def line(event, name="summary"):
    return str(event[name])


def test_a_municipality_has_its_limits_and_its_go_live(app):
    found = read(app, subscribe(app, "municipality", "1566"))
    assert [line(it) for it in found.values()] == [
        "Surnadal: produksjonssetting (planlagt)",
        "Surnadal: siste dag for å inngå avtale om forprosjekt",
        "Surnadal: siste dag for å trekke seg",
        "Surnadal: siste dag for å utløse opsjonen",
    ]


@pytest.mark.parametrize(
    ("kind", "key", "id", "days", "summary", "status"),
    [
        pytest.param(
            "wave",
            "K13",
            "wave.K13",
            (date(2025, 4, 1), date(2025, 6, 1)),
            "Wave K13: go-live, April\u2009–\u2009May 2025 (no day set)",
            "TENTATIVE",
            id="a window is no day",
        ),
        pytest.param(
            "wave",
            "K13",
            "1516.withdrawal-limit",
            (date(2024, 3, 1), date(2024, 3, 2)),
            "Ulstein: last day to withdraw (provisional)",
            "TENTATIVE",
            id="what is counted from a window is provisional",
        ),
        pytest.param(
            "wave",
            "PD2",
            "wave.PD2",
            (date(2022, 11, 1), date(2022, 12, 1)),
            "Wave PD2: went live, November 2022 (no known day)",
            "CONFIRMED",
            id="a month is no day",
        ),
        pytest.param(
            "wave",
            "PD1",
            "wave.PD1",
            (date(2022, 5, 7), date(2022, 5, 8)),
            "Wave PD1: went live",
            "CONFIRMED",
            id="a day that is known",
        ),
    ],
)
def test_a_date_looks_as_sure_as_it_is(app, kind, key, id, days, summary, status):
    event = read(app, subscribe(app, kind, key, "en"))[id]
    assert (event.decoded("dtstart"), event.decoded("dtend")) == days
    assert (line(event), line(event, "status")) == (summary, status)


def test_a_day_that_the_office_set_is_firm_and_so_are_its_limits(app, office):
    url = subscribe(app, "wave", "K13", "en")
    set_go_live(app, office, "K13", date(2025, 4, 26))
    found = read(app, url)
    assert line(found["wave.K13"]) == "Wave K13: go-live"
    limit = found["1516.withdrawal-limit"]
    assert limit.decoded("dtstart") == date(2024, 3, 26)
    assert line(limit) == "Ulstein: last day to withdraw"
    assert {line(it, "status") for it in found.values()} == {"CONFIRMED"}


def test_an_event_keeps_its_identity_and_tells_that_it_was_moved(app, office):
    url = subscribe(app, "municipality", "1516")
    before = read(app, url)
    assert {it["sequence"] for it in before.values()} == {0}
    later = NOON + timedelta(days=3)
    app.config["BOLGEPLAN_CLOCK"] = lambda: later
    set_go_live(app, office, "K13", date(2025, 4, 1))
    after = read(app, url)
    assert {line(it, "uid") for it in before.values()} == {
        line(it, "uid") for it in after.values()
    }
    for id, event in after.items():
        assert event["sequence"] > before[id]["sequence"], id
        assert event.decoded("dtstamp") == later


def test_what_did_not_move_stays_as_it_was(app, office):
    url = subscribe(app, "municipality", "1566")
    before = fetch(app, url).data
    set_go_live(app, office, "K13", date(2025, 4, 26))
    assert fetch(app, url).data == before


def test_the_number_of_an_event_never_falls_when_a_change_is_taken_back(app, office):
    url = subscribe(app, "wave", "K13")
    numbers = []
    for day in (date(2025, 4, 26), None, date(2025, 5, 3)):
        set_go_live(app, office, "K13", day)
        numbers.append(read(app, url)["wave.K13"]["sequence"])
    assert numbers == sorted(set(numbers))


def test_the_history_is_read_on_from_where_it_was_and_anew_after_a_backup(app, office):
    set_go_live(app, office, "K13", date(2025, 4, 26))
    with app.app_context():
        plan = results.current_plan()
        first = get_touches(plan)
        assert get_touches(plan) == first
        row = db.session.scalar(select(ChangeRow))
        row.at += timedelta(days=1)
        db.session.flush()
        assert get_touches(plan).of("wave.K13").at == row.at


def test_only_a_limit_that_is_ahead_and_not_met_warns_a_month_before(app):
    found = read(app, subscribe(app, "region", "namdal"))
    found |= read(app, subscribe(app, "wave", "K13"))
    with_alarm = {id for id, it in found.items() if it.walk("VALARM")}
    assert "1516.withdrawal-limit" in with_alarm
    assert not {id for id in with_alarm if id.endswith("go-live")}
    for id in with_alarm:
        assert found[id].decoded("dtstart") > date(2023, 11, 30)
        (alarm,) = found[id].walk("VALARM")
        assert alarm.decoded("trigger") == timedelta(days=-30)


def test_the_description_says_how_sure_it_is_and_leads_to_why(app):
    event = read(app, subscribe(app, "municipality", "1516", "en"))
    text = line(event["1516.withdrawal-limit"], "description")
    assert "no day of go-live is set" in text
    assert "1 April 2025" in text
    link = "http://localhost/dates/1516.withdrawal-limit"
    assert link in text
    assert line(event["1516.withdrawal-limit"], "url") == link
    assert app.test_client().get(link, base_url="http://localhost").status_code == 200


@pytest.mark.parametrize(
    ("language", "words"),
    [("nb", "å trekke seg"), ("nn", "å trekkje seg"), ("en", "last day to withdraw")],
)
def test_a_feed_speaks_its_own_language(app, language, words):
    client = app.test_client()
    url = subscribe(app, "municipality", "1516", language)
    text = client.get(url, headers={"Accept-Language": "en"}).text.replace("\r\n ", "")
    assert words in text


def test_the_file_is_as_rfc_5545_has_it(app):
    data = fetch(app, subscribe(app, "region", "namdal", "nn")).data
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert not [it for it in lines if len(it) > 75 or b"\n" in it or b"\r" in it]
    unfolded = data.replace(b"\r\n ", b"").decode().split("\r\n")
    assert unfolded[0] == "BEGIN:VCALENDAR"
    assert "VERSION:2.0" in unfolded
    assert "X-WR-CALNAME:Bølgeplan: Namdal regionråd" in unfolded
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT12H" in unfolded
    starts = [it for it in unfolded if it.startswith("DTSTART")]
    assert starts
    assert all(it.startswith("DTSTART;VALUE=DATE:") for it in starts)
    uids = [it for it in unfolded if it.startswith("UID:")]
    assert len(uids) == len(starts) == len(set(uids))


def test_no_money_is_told(app):
    text = fetch(app, subscribe(app, "region", "namdal")).text
    assert "kr" not in text.replace("\r\n ", "").lower().split()
    assert "NOK" not in text


def test_who_asks_again_is_told_that_nothing_has_changed(app, office):
    url = subscribe(app, "wave", "K13")
    first = fetch(app, url)
    assert first.mimetype == "text/calendar"
    assert first.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert first.headers["Cache-Control"].startswith("private")
    again = fetch(app, url, If_None_Match=first.headers["ETag"])
    assert (again.status_code, again.data) == (304, b"")
    set_go_live(app, office, "K13", date(2025, 4, 26))
    moved = fetch(app, url, If_None_Match=first.headers["ETag"])
    assert moved.status_code == 200
    assert moved.headers["ETag"] != first.headers["ETag"]


def test_nobody_is_signed_in_and_no_session_begins(app):
    app.config["DEMONSTRATION"] = False
    answer = fetch(app, subscribe(app, "wave", "K13"))
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers


def test_a_revoked_address_is_like_one_that_never_was(app):
    url = subscribe(app, "wave", "K13")
    with app.app_context():
        feeds.revoke_feed(db.session.scalar(select(FeedRow.id)), "office")
    revoked = fetch(app, url)
    unknown = fetch(app, "/calendar/finnes-ikke.ics")
    assert revoked.status_code == unknown.status_code == 404
    assert text_of(revoked.text) == text_of(unknown.text)
    assert fetch(app, f"/calendar/{'x' * 5000}.ics").status_code == 404


def test_when_it_was_read_is_kept_to_the_hour(app):
    url = subscribe(app, "wave", "K13")
    seen = []
    for minutes in (0, 59, 61):
        app.config["BOLGEPLAN_CLOCK"] = lambda at=minutes: NOON + timedelta(minutes=at)
        fetch(app, url)
        with app.app_context():
            seen.append(db.session.scalar(select(FeedRow.last_read_at)))
    assert seen == [NOON, NOON, NOON + timedelta(minutes=61)]


def test_the_secret_is_kept_nowhere_and_no_change_is_written(app):
    url = subscribe(app, "wave", "K13")
    token = url.rpartition("/")[2].removesuffix(".ics")
    with app.app_context():
        row = db.session.scalar(select(FeedRow))
        kept = [str(getattr(row, it.key)) for it in FeedRow.__table__.columns]
        assert token not in kept
        assert len(token) >= 43
        assert db.session.scalar(select(func.count(ChangeRow.id))) == 0
        assert isinstance(row.made_at, datetime)


def test_who_is_moved_takes_the_dates_of_the_new_wave_with_the_same_identity(app):
    url = subscribe(app, "municipality", "1516", "en")
    client = app.test_client()
    client.environ_base["HTTP_HOST"] = "localhost"
    numbers, days = [], []
    for wave in ("K14", "K13", "K14"):
        client.post("/waves/placements/1516", data={"wave": wave})
        found = read(app, url)
        numbers.append(found["1516.withdrawal-limit"]["sequence"])
        days.append(found["1516.withdrawal-limit"].decoded("dtstart"))
        assert f"Wave {wave}." in line(found["1516.go-live"], "description")
    assert numbers == sorted(set(numbers))
    assert days == [date(2024, 9, 1), date(2024, 3, 1), date(2024, 9, 1)]


def test_a_council_that_has_said_no_is_told(app):
    found = read(app, subscribe(app, "municipality", "1554", "en"))
    assert "The council has said no" in line(found["1554.option-limit"], "description")
