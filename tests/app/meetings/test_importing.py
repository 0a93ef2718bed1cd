"""Meetings read from a file: told first, brought in on a word, nothing half-written."""

from io import BytesIO

import pytest

from app.meetings.events import read_events
from app.store.meetings import known_meetings
from tests.app.meetings.sent import enter, meeting
from tests.app.reading import hidden, read, text_of

AT = "/meetings/import"
TABLE = """kommune;organ;dato
1516;Kommunestyret;15.2.2024
Ulstein kommune;Formannskap;2024-02-01
Hareid;utvalg for helse;29.2.2024

1516;council;2024-02-15
Oslo;Kommunestyret;15.2.2024
1516;Kontrollutvalget;15.2.2024
1516;Kommunestyret;31.2.2024
1516;Kommunestyret;31.1.1999
;Kommunestyret;15.2.2024
"""
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//y
BEGIN:VEVENT
UID:1
DTSTART;VALUE=DATE:20240215
SUMMARY:Møte i kommunestyret
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART:20240321T233000Z
SUMMARY:Formannskapet
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART:20240411T090000
RRULE:FREQ=MONTHLY
SUMMARY:Kommunestyret
END:VEVENT
BEGIN:VEVENT
UID:4
DTSTART:20240418
STATUS:CANCELLED
SUMMARY:Kommunestyret
END:VEVENT
BEGIN:VEVENT
UID:5
SUMMARY:Kommunestyret
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20241399
SUMMARY:Kommunestyret
END:VEVENT
BEGIN:VEVENT
DTSTART:99991231T235959Z
SUMMARY:Kommunestyret
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize("title", ["AVLYST: Kommunestyret", "[Avlyst] Kommunestyret"])
def test_a_title_cancels_a_meeting_too(title):
    event = ["BEGIN:VEVENT", "DTSTART;VALUE=DATE:20240215", f"SUMMARY:{title}"]
    lines = ["BEGIN:VCALENDAR", *event, "END:VEVENT", "END:VCALENDAR"]
    (found,) = read_events("\r\n".join(lines).encode())
    assert found.is_cancelled


def send(client, text, name="motekalender.csv", **fields):
    content = text if isinstance(text, bytes) else text.encode()
    sent = {"file": (BytesIO(content), name), "municipality": "", "body": "", **fields}
    return client.post(AT, data=sent)


def entered(client):
    with client.application.app_context():
        calendars = known_meetings().calendars
        return sum(len(it.entered) for it in calendars.values())


def apply(client, html, **fields):
    sent = {it: hidden(html, it) for it in ("meetings", "name", "municipality")}
    return client.post(f"{AT}/apply", data={**sent, **fields})


def test_a_table_is_told_line_by_line_and_then_brought_in(english):
    enter(english, "days/new", meeting(english))
    answer = send(english, TABLE)
    assert answer.status_code == 200
    told = text_of(answer.text)
    for line in (
        "2 meetings are new.",
        "1 is there already and stays as it is.",
        "5 lines can’t be read.",
        "Line 7: “Oslo” is no municipality here.",
        "Line 8: “Kontrollutvalget” does not say which body meets.",
        "Line 9: “31.2.2024” is no day.",
        "Line 10: Give a day from 2015 to 2060.",
        "Line 11: No municipality is named.",
        "Ulstein The executive committee Thursday 1 February 2024 is added",
    ):
        assert line in told
    assert entered(english) == 1
    first = apply(english, answer.text)
    assert first.status_code == 303
    assert entered(english) == 3
    assert "2 meetings from the file motekalender.csv" in read(english, first.location)
    apply(english, answer.text)
    assert entered(english) == 3
    english.post("/history/2/undo")
    assert entered(english) == 1


def test_what_a_large_file_brought_in_is_told_on_a_page_of_its_size(english):
    days = [
        f"1516;{it};2024-{m:02}-{d:02}"
        for it in ("council", "helse")
        for m in range(1, 13)
        for d in range(1, 15)
    ]
    answer = send(english, "\n".join(["kommune;organ;dato", *days]))
    assert "336 meetings are new." in text_of(answer.text)
    assert "And 136 more." in answer.text
    apply(english, answer.text)
    html = english.get("/history/1").text
    assert "36 more are in the file." in html
    assert len(html) < 300_000
    file = english.get("/history/1?file=items").text
    assert file.count("from a file") == 336


def test_a_calendar_is_read_for_the_municipality_that_is_chosen(english):
    answer = send(english, CALENDAR, "kalender.ics", municipality="1516")
    told = text_of(answer.text)
    assert "2 meetings are new." in told
    # Half past midnight in Norway.
    assert "The executive committee Friday 22 March 2024" in told
    assert "Line 14: The event repeats" in told
    assert "Line 20: The meeting is cancelled." in told
    assert "Line 26: “” is no day." in told
    assert "Line 30: “20241399” is no day." in told
    assert "Line 34: “" in told
    assert apply(english, answer.text).location.startswith("/meetings/1516?")
    assert entered(english) == 2


def test_what_the_file_does_not_say_is_chosen_beside_it(english):
    answer = send(
        english, "dato\n2024-02-15\n", municipality="1516", body="health-committee"
    )
    assert "The committee for health Thursday 15 February 2024" in text_of(answer.text)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "The first line has to name the columns"),
        (b"navn;sted\nx;y\n", "The first line has to name the columns"),
        (b"kommune;organ;dato\n", "There is no meeting in the file."),
        (b"PK\x03\x04\0\0", "neither a table as CSV nor a calendar"),
        (b"dato\n" + b"x" * 500_001, "at most 500 kB"),
        (b"dato\n" + b"x" * 200_000, "can’t be read"),
        (CALENDAR.encode(), "A calendar names no municipality"),
    ],
)
def test_a_file_of_which_nothing_can_be_read_is_refused(english, content, told):
    answer = send(english, content)
    assert answer.status_code == 422
    assert told in text_of(answer.text)


def test_a_calendar_that_is_broken_is_refused(english):
    for broken in ("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "BEGIN:VCALENDAR\nx\nEND:VEVENT"):
        answer = send(english, broken, "x.ics", municipality="1516")
        assert answer.status_code == 422
        assert "calendar can’t be read" in text_of(answer.text)


def test_too_many_meetings_at_once_are_refused(english):
    days = [f"1516;council;{1 + i % 28}.{1 + i // 28 % 12}.2024" for i in range(3001)]
    answer = send(english, "\n".join(["kommune;organ;dato", *days]))
    assert "At most 3000 meetings" in text_of(answer.text)


@pytest.mark.parametrize(
    "sent",
    [
        {"meetings": "1516 council 2024-02-15", "municipality": "9999"},
        {"meetings": "9999 council 2024-02-15"},
        {"meetings": "1516 court 2024-02-15"},
        {"meetings": "1516 council x"},
        {"meetings": "1516 council 1024-02-15"},
        {"meetings": "1516 council 2024-02-15\n" * 3001},
        {"meetings": ""},
    ],
)
def test_what_no_page_has_told_is_not_brought_in(english, sent):
    assert english.post(f"{AT}/apply", data=sent).status_code == 400
    assert entered(english) == 0
