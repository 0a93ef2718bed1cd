"""The slippage page: who slipped how far, never more exactly than it is known.

The dates are those of fixtures/vintage_statements.csv, counted by hand.
"""

import re

import pytest

from tests.app.reading import HTMX, as_role, part, row, text_of


def page(client, scope):
    answer = client.get("/slippage", query_string={"scope": scope})
    assert answer.status_code == 200
    return answer.text


def in_all(client, choice, scope):
    return row(page(client, choice), f"in-all-{scope}")


def rows_of(client, scope, *, of=None):
    """The lines of one scope's table, plan by plan, without their sources."""
    html = page(client, scope)
    table = html[html.index(f'id="{(of or scope).replace(":", "-")}"') :]
    body = table.partition("</table>")[0].partition("<tbody>")[2]
    return [
        " ".join(text_of(each.partition('<td data-label="Source"')[0]).split())
        for each in body.split("</tr>")[:-1]
    ]


def test_the_trusts_come_first_with_the_days_from_first_plan_to_last(english):
    html = english.get("/slippage").text
    assert "May 2022 9 November 2024 +893 to +923 +29 to +30" in row(
        html, "in-all-trust-HNT"
    )
    assert "December 2022 27 April 2024 +483 to +513 +16 to +17" in row(
        html, "in-all-trust-HMR"
    )
    assert "April 2022 November 2022 live +185 to +243 +6 to +8" in row(
        html, "in-all-trust-STO"
    )


def test_a_trust_is_followed_from_plan_to_plan(english):
    assert rows_of(english, "trust:HNT") == [
        "Namdal, summer 2020 22 Jun – 23 Aug 2020 May 2022 – –",
        "Indre Fosen, autumn 2020 autumn 2020 autumn 2022 +93 to +213 +3 to +7",
        (
            "Helseplattformen AS, November 2021 11 November 2021 November 2022 "
            "−29 to +90 −1 to +3"
        ),
        "The plan of 2022, as told later 2022 February 2023 +63 to +119 +2 to +4",
        (
            "Proposal of the steering group, January 2023 January 2023 4 November 2023 "
            "+249 to +276 +8 to +9"
        ),
        (
            "Board decision, May 2023 23 May 2023 October – November 2024 "
            "+332 to +392 +11 to +13"
        ),
        (
            "Programme status, November 2023 3–30 Nov 2023 9 November 2024 "
            "−21 to +39 −1 to +1"
        ),
        "The plan as it stands – 9 November 2024 unchanged unchanged",
    ]


def test_a_region_has_its_later_offer_as_a_line_of_its_own(english):
    lines = rows_of(english, "region:namdal")
    assert lines[1].endswith("February 2025 +977 to +1,034 +32 to +34")
    assert lines[2].endswith("October 2025 +215 to +272 +7 to +9")
    assert "July – December 2023 the later of two dates that were offered" in lines[-1]
    assert "+1,219 to +1,309" in in_all(english, "region:namdal", "region-namdal")


def test_between_two_known_days_the_slip_is_exact(english):
    english.post("/waves/K12/day", data={"day": "2024-11-19"})
    assert rows_of(english, "trust:HNT")[-1].endswith("19 November 2024 +10 0")


def test_who_is_live_has_the_date_that_was(english):
    told = in_all(english, "municipality", "municipality-1505")
    assert "Kristiansund April 2023 3 November 2023 live +187 to +216" in told
    assert "November 2022 live unchanged unchanged" in in_all(
        english, "municipality", "municipality-5058"
    )


def test_a_wave_of_its_time_shows_who_was_to_go_together(english):
    html = page(english, "wave:2020-06:PD2")
    ids = re.findall(r'<tr id="in-all-([\w-]+)"', html)
    assert ids == ["trust-HNT", "region-namdal"]
    html = page(english, "wave:2021-11:wave-3")
    assert len(re.findall(r'<tr id="in-all-', html)) == 11
    assert "Wave 3 (Helseplattformen AS, November 2021)" in html


def test_a_wave_of_today_has_its_own_date_and_those_who_go_with_it(english):
    html = page(english, "wave:2023-11:K12")
    ids = re.findall(r'<tr id="in-all-([\w-]+)"', html)
    assert ids[:2] == ["wave-K12", "trust-HNT"]
    assert [it.rpartition("-")[0] for it in ids[2:]] == ["municipality"] * 10
    html = page(english, "wave:2023-11:K14")
    ids = re.findall(r'<tr id="in-all-([\w-]+)"', html)
    assert ids[:2] == ["wave-K14", "region-namdal"]
    assert [it.rpartition("-")[0] for it in ids[2:]] == ["municipality"] * 12
    assert "unchanged" in row(html, "in-all-wave-K14")


def test_a_wave_that_is_moved_slips(english):
    english.post("/waves/K11/day", data={"day": "2024-04-17"})
    told = in_all(english, "wave:2023-11:K11", "wave-K11")
    assert "27 April 2024 17 April 2024 −10 0" in told


@pytest.mark.parametrize("scope", ["", "rubbish", "trust:XYZ", "wave:K12"])
def test_what_nobody_knows_is_the_trusts(english, scope):
    told = part(page(english, scope), "slippage")
    assert told == part(page(english, "trust"), "slippage")


def test_what_became_known_afterwards_is_no_part_of_it(english):
    assert "Known afterwards" not in page(english, "trust:HMR")
    assert "live" not in in_all(english, "trust:HMR", "trust-HMR")


def test_every_statement_tells_its_source(english):
    told = part(page(english, "trust:HMR"), "plans-title")
    assert "Derived" in told
    assert "Documented" in told


@pytest.mark.parametrize("role", ["council", "working-group"])
def test_every_role_may_read(client, role):
    as_role(client, role)
    assert client.get("/slippage").status_code == 200
    assert client.get("/slippage/chart.svg").status_code == 200


def test_overview_and_facts_lead_to_it(client):
    for url in ("/", "/facts/plans"):
        assert 'href="/slippage"' in client.get(url).text


def test_a_scope_is_chosen_by_htmx_from_the_same_page(english):
    answer = english.get("/slippage?scope=trust:HMR", headers=HTMX)
    assert 'id="slippage"' in answer.text
    assert '<option value="trust:HMR" selected>' in answer.text


def test_the_largest_page_is_not_heavy(client):
    assert len(client.get("/slippage?scope=municipality").data) < 300_000
