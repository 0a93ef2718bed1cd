"""The score over time: kept with the change that made it another one."""

from flask_babel import force_locale

from app.access import Role, User
from app.admin.commands import set_thresholds
from app.charts import Scheme, Size
from app.quality.charts import score_svg
from app.quality.pages import summary
from app.store import results
from app.store.quality import list_scores
from app.store.trial import try_out
from planning.quality.values import Finding, Quality
from planning.thresholds import Check, Thresholds
from tests.app.conftest import NOON
from tests.app.reading import read

DAY = "/waves/K13/day"
OFFICE = User("office", Role.PROGRAMME_OFFICE, "The office")
THRESHOLDS = "/settings/thresholds"


def scores(app):
    with app.app_context():
        rows = list_scores(results.current_plan())
        return [(row.score, row.at, row.failed.split()) for row in rows]


def bear(client, check: str, share: int):
    """Let a check bear a share; the rest is as usual."""
    name = "share_" + check.replace("-", "_")
    form = {"critical_by": "either", name: str(share)}
    assert client.post(THRESHOLDS, data=form).status_code == 303


def test_nothing_is_kept_before_the_first_change(english, app):
    assert scores(app) == []
    assert "Nothing has been changed yet" in read(english, "/quality")
    assert english.get("/quality/score.svg").status_code == 404


def test_a_change_that_mends_a_check_leaves_a_row_and_another_does_not(english, app):
    bear(english, "missing-successor", 50)
    before, after = scores(app)
    assert (before[0], before[1]) == (47, None)
    assert (after[0], after[1]) == (57, NOON)
    assert set(before[2]) - set(after[2]) == {"missing-successor"}
    english.post(DAY, data={"day": "2025-04-26"})
    english.post("/settings/price-year", data={"year": "2022"})
    assert len(scores(app)) <= 3


def test_the_page_tells_what_the_change_did(english):
    bear(english, "missing-successor", 50)
    told = read(english, "/quality")
    assert "57 +10 8 of 16 – Leads to nothing" in told
    assert "before the first change 47" in told
    assert english.get("/quality/score.svg").mimetype == "image/svg+xml"


def test_undoing_brings_the_score_back(english, app):
    bear(english, "missing-successor", 50)
    english.post("/history/1/undo", data={"back": "/quality"})
    assert [it[0] for it in scores(app)] == [47, 57, 47]


def test_a_change_that_is_only_tried_leaves_nothing(app):
    with app.app_context():
        plan, office = results.current_plan(), OFFICE
        values = {"share.missing-successor": "50"}
        tried = try_out(
            plan,
            lambda: set_thresholds(plan, values, by=office, seen=results.revision()),
        )
        assert tried.change is not None
    assert scores(app) == []


def test_the_picture_is_the_same_each_time(app, english):
    bear(english, "missing-successor", 50)
    with app.test_request_context(), force_locale("en_GB"):
        rows = list_scores(results.current_plan())
        wide, again = (
            score_svg(rows, NOON, scheme=Scheme.DARK, size=Size.WIDE) for _ in "ab"
        )
    assert wide == again
    assert b"<svg" in wide


def quality_with(check: Check, *, is_met: bool) -> Quality:
    findings = [Finding(check=it, asked=1, count=0, allowed=0) for it in Check]
    wanted = [
        Finding(check=check, asked=1, count=int(not is_met), allowed=0)
        if it.check is check
        else it
        for it in findings
    ]
    return Quality(findings=tuple(wanted), thresholds=Thresholds())


def test_the_summary_says_whether_the_dates_hold(app):
    with app.test_request_context(), force_locale("en_GB"):
        met = quality_with(Check.NEGATIVE_FLOAT, is_met=True)
        assert summary(met) == "The plan passes every check."
        broken = quality_with(Check.NEGATIVE_FLOAT, is_met=False)
        assert "Its dates do not hold together" in summary(broken)
