"""The page of capacity: what is asked for, what there is, and who asks."""

import csv

from tests.app.capacity.sent import AT, enter
from tests.app.reading import as_role, part, read, text_of


def test_every_resource_tells_its_most_and_that_nobody_entered_what_there_is(english):
    told = text_of(part(english.get(AT).text, "resources"))
    for name in ("Trainers", "Configurators", "Command-centre crews", "Course seats"):
        assert name in told
    assert "Trainers full-time persons Assumed 71.8 January 2026 not entered" in told
    assert "Not entered what there is" in told


def test_months_tell_which_waves_ask(english):
    html = english.get(AT).text
    told = text_of(part(html, "chosen"))
    # All that is asked for in January 2025 is asked for by K13: nothing else goes then.
    assert "January 2025 50.9 K13 50.9" in told
    assert "There is no line, as it is not entered what there is." in told
    assert "What is asked for rests on an assumption." in told


def test_a_month_leads_to_who_asks(english):
    html = english.get(AT, query_string={"month": "2025-01"}).text
    told = text_of(part(html, "who"))
    assert told.index("Who asks in January 2025") < told.index("Ulstein")
    assert "K13" in told
    assert "In all 50.9" in told
    nobody = english.get(AT, query_string={"month": "2025-05"}).text
    assert 'id="who"' not in nobody


def test_resource_wave_and_years_are_chosen_in_the_address(english):
    query = {"resource": "configurators", "wave": "K14", "from": "2025", "to": "2025"}
    html = english.get(AT, query_string=query).text
    chosen = text_of(part(html, "chosen"))
    assert "Configurators" in chosen
    months = chosen.partition("Month by month")[2]
    assert "K14" in months
    assert "April 2025" in months
    assert "2024" not in months
    assert "K12" not in months
    assert "h-bar--muted" in html


def test_what_there_is_not_is_dropped_from_the_address(english):
    query = {"resource": "x", "wave": "x", "from": "9" * 5000, "month": "2025-13"}
    told = read(english, AT, **query)
    assert "Trainers" in told


def test_past_months_are_there_for_those_who_ask(english):
    told = read(english, AT, **{"from": "2022", "to": "2022"})
    assert "February 2022 past 153.8" in told


def test_too_few_is_told_in_the_table_in_the_drawing_and_as_a_conflict(english):
    led_to = enter(english, "40")
    html = english.get(led_to).text
    told = text_of(html)
    assert "It was entered what there is: “Trainers”" in told
    assert "1 new conflict" in told
    assert "Too few in 4 months" in told
    assert "January 2025 50.9 40.0 10.9" in told
    assert 'fill="url(#over-hatch)"' in html
    assert 'class="h-supply"' in html
    conflicts = read(english, "/conflicts")
    assert "Trainers: more is asked for than there is in" in conflicts
    assert "These numbers rest on an assumption." in conflicts
    assert "January–February 2025" in conflicts


def test_the_file_has_a_line_a_month_and_municipality(english):
    enter(english, "40")
    answer = english.get(f"{AT}/months.csv", query_string={"wave": "K13"})
    assert answer.mimetype == "text/csv"
    text = answer.get_data().decode("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines(), delimiter=";"))
    assert {row["Wave"] for row in rows} == {"K13"}
    ulstein = next(
        row for row in rows if (row["Month"], row["Number"]) == ("2025-01", "1516")
    )
    assert (ulstein["Resource"], ulstein["Municipality"]) == ("Trainers", "Ulstein")
    # 0.75 for each 1,000 of 8,797 inhabitants.
    assert ulstein["Asked for"] == "6,60"
    assert (ulstein["There is"], ulstein["Assumed"]) == ("40,00", "yes")
    january = [row["Asked for"] for row in rows if row["Month"] == "2025-01"]
    in_all = sum(float(it.replace(",", ".")) for it in january)
    assert abs(in_all - float(ulstein["All ask for"].replace(",", "."))) < 0.05


def test_the_page_of_a_wave_tells_what_it_asks_for(english):
    html = english.get("/waves/K13").text
    assert "/capacity?resource=trainers&amp;wave=K13#chosen" in html
    told = text_of(html)
    assert "Trainers : at most 50.9, in January 2025 Assumed" in told
    assert "Nobody has entered what there is" in told
    enter(english, "40")
    told = read(english, "/waves/K13")
    assert "There are 40.0 then. Too little capacity" in told
    assert "at most" not in read(english, "/waves/PD1")


def test_who_may_only_look_sees_no_forms(english):
    html = as_role(english, "council").get(AT).text
    assert "Trainers" in html
    assert "/capacity/supplies/new" not in html
    assert "/capacity/resources/" not in html
