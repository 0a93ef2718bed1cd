"""What a change of the plan makes wrong, and where its mend leads."""

from tests.app.reading import read, text_of


def listed(client, **asked):
    return client.get("/conflicts", query_string=asked).text


def test_a_move_forward_tells_what_should_have_begun_and_who_is_apart(english):
    english.post("/waves/placements/5052", data={"wave": "K12"})
    told = text_of(listed(english, municipality="5052"))
    assert "Leka now goes live so early that" in told
    assert "With what was left to do then, go-live can come on" in told
    assert "Leka has signalled that it waits: 2022. The limit" in told
    assert "does not hold: those who want to go together are in K12 and K14." in told
    html = listed(english, kind="binding-broken")
    assert 'href="/waves/placements/5052?to=K14"' in html
    assert "Move Leka to K14, where the others are." in text_of(html)


def test_a_day_in_a_closed_period_leads_to_the_nearest_that_will_do(english):
    english.post("/waves/K13/day", data={"day": "2025-07-10"})
    html = listed(english, kind="go-live-in-closed-period")
    assert "K13 is to go live on 10 July 2025, in a closed period: July." in text_of(
        html
    )
    address = html.split('conflict__mend">')[1].split('href="')[1].partition('"')[0]
    assert address == "/waves/K13?day=2025-06-30#wave-dates"
    assert 'value="2025-06-30"' in english.get(address.partition("#")[0]).text
    assert "in a closed period" in read(english, "/waves/K13")
    assert "is to go live on" not in read(english, "/conflicts", wave="K14")


def test_a_wave_reaches_those_who_are_in_it(english):
    english.post("/waves/K13/day", data={"day": "2025-07-10"})
    told = read(english, "/municipalities/1516")
    assert "K13 is to go live on 10 July 2025, in a closed period" in told
    # It is serious, and therefore open to be read.
    assert 'class="derivation" open' in english.get("/municipalities/1516").text


def test_who_has_no_wave_is_given_one(english):
    english.post("/waves/placements/1516", data={"wave": ""})
    html = listed(english, municipality="1516")
    assert 'href="/waves/placements/1516"' in html
    assert "Place Ulstein in a wave." in text_of(html)
