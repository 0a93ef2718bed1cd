"""What registers tell is done in the plan too, and is taken back with them."""

from datetime import date

from app.store import results
from app.store.tables import AgreementRow, ChangeRow, ReportRow
from planning.calendars import to_day
from tests.app.agreements.sent import AT, NEW, agreement
from tests.app.reading import read, row
from tests.app.rights.sent import ULSTEIN, fact, revision, rows
from tests.app.shares.sent import enter, found, purchase, say

PAGE = f"/municipalities/{ULSTEIN}"
BOUGHT = f"{PAGE}/steps/share-purchase"


def counted(client, step):
    """What the plan counts as reported of a step of Ulstein."""
    with client.application.app_context():
        reports = results.evaluation(results.current_plan()).snapshot.reports
        of_it = [
            it for it in reports if (it.municipality, it.activity) == (ULSTEIN, step)
        ]
        return of_it[0] if of_it else None


def newest(client):
    """The address of the agreement that was entered last."""
    return f"{AT}/{rows(client, AgreementRow)[-1]['id']}"


def test_a_purchase_in_the_ledger_is_a_step_that_is_done(english):
    found(english)
    say(english, f"annex/{ULSTEIN}", shares="30")
    enter(english, "transfer", purchase())
    told = counted(english, "share-purchase")
    assert (told.finish.start, told.told_by) == (to_day(date(2021, 6, 20)), "ledger")
    assert not rows(english, ReportRow, municipality=ULSTEIN, activity="share-purchase")
    step = row(english.get(PAGE).text, "step-share-purchase")
    assert "20 June 2021" in step
    assert "Done told by the share register" in step
    assert "Told by the share register" in read(
        english, f"/dates/{ULSTEIN}.share-purchase"
    )
    form = read(english, BOUGHT)
    assert "counts as done, told by the share register: 20 June 2021" in form
    assert "Withdraw the report" not in form
    # Who reports it is believed, and what the ledger says holds again without that.
    english.post(BOUGHT, data={"state": "done", "finish": "2021-06-30"})
    assert counted(english, "share-purchase").told_by == ""
    english.post(f"{BOUGHT}/withdraw", data={"seen": revision(english)})
    assert counted(english, "share-purchase").told_by == "ledger"
    changes = len(rows(english, ChangeRow))
    enter_correction = english.post(
        "/shares/ledger/3/correct",
        data={"seen": revision(english), "day": "2023-11-30", "note": "Feil"},
    )
    assert enter_correction.status_code == 303
    assert counted(english, "share-purchase") is None
    assert len(rows(english, ChangeRow)) == changes + 1


def test_agreements_and_owners_make_steps_done_and_take_them_back(english):
    step = "agreements-acceded"
    english.post(
        NEW, data={**agreement(kind="shareholders"), "seen": revision(english)}
    )
    assert counted(english, step) is None
    joined = {"municipality": ULSTEIN, "kind": "trust"}
    say(english, "owners/new", cooperation_joined_on="2021-06-01", **joined)
    assert counted(english, step).finish.start == to_day(date(2021, 6, 1))
    say(english, f"owners/{ULSTEIN}", cooperation_joined_on="")
    assert counted(english, step) is None
    change = rows(english, ChangeRow)[-1]["id"]
    english.post(f"/history/{change}/undo")
    assert counted(english, step).told_by == "ledger"
    # A fact that is entered tells the other half as well as a register does.
    english.post(f"{newest(english)}/remove", data={"seen": revision(english)})
    assert counted(english, step) is None
    sent = fact(english, "shareholders-acceded", "14.6.2021")
    english.post(f"/rights/{ULSTEIN}/facts/new", data=sent)
    found = counted(english, step)
    assert (found.finish.start, found.told_by) == (to_day(date(2021, 6, 14)), "fact")


def test_an_agreement_that_is_changed_moves_its_step(english):
    sent = agreement(kind="service")
    english.post(NEW, data={**sent, "seen": revision(english)})
    assert counted(english, "service-agreement").told_by == "agreement"
    later = {**sent, "signed": "5.2023", "seen": revision(english)}
    english.post(f"{newest(english)}/change", data=later)
    assert counted(english, "service-agreement").finish.precision == "month"
    gone = {**later, "municipalities": ["1517"], "seen": revision(english)}
    assert english.post(f"{newest(english)}/change", data=gone).status_code == 303
    assert counted(english, "service-agreement") is None


def test_an_option_taken_up_again_is_told_by_its_new_day(english):
    for kind, when in (
        ("option-exercised", "1.3.2023"),
        ("withdrawn", "1.6.2023"),
        ("option-exercised", "1.9.2023"),
    ):
        sent = fact(english, kind, when)
        assert (
            english.post(f"/rights/{ULSTEIN}/facts/new", data=sent).status_code == 303
        )
    told = read(english, f"/rights/options/{ULSTEIN}")
    assert "took up its option: 1 September 2023" in told
    assert "1 March 2023" not in told
    assert "1 September 2023" in row(english.get(PAGE).text, "step-option-exercised")
