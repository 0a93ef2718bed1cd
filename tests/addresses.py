"""The address of every page of the app, found in its map of addresses.

Each rule that can be looked at is here once, with something real in the place of
its arguments; a rule with an argument that nobody has an example of is a mistake,
so that a new page can't be forgotten. Pictures, files and what htmx fetches for a
part of a page are left out: `is_page` says which answer is one.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from flask import Flask, url_for
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from app.access import Role, demonstration_user
from app.conflict_parts import conflict_id
from app.extensions import db
from app.scenarios.commands import make
from app.stop_address import stop_token
from app.store import results
from app.store.baselines import Details, make_baseline
from app.store.feeds import NewFeed, make_feed
from app.store.recipients import Recipient, add_recipient
from app.store.tables import (
    AgreementAnnexRow,
    BaselineRow,
    ChangeRow,
    CommitmentFactRow,
    DecisionRow,
    MeetingRuleRow,
    ProposalRow,
    ScenarioRow,
    ShareEntryRow,
    TemplateLinkRow,
)
from tests.agreement_rows import annex_row, stored_file_row
from tests.share_rows import share_rows

NO_PAGES = ("assets.", "health.")
NUMBER, WAVE = "1516", "K13"

# What a page shows where nothing fits or something is asked for, and where there is
# no page.
EMPTY = (
    "/waves?text=finnes-ikke",
    "/municipalities?q=finnes-ikke",
    "/conflicts?kind=finnes-ikke",
    "/search?q=finnes-ikke",
    "/rights/options?q=finnes-ikke",
    "/rights/options/5054?notice=2024-03-01&extra=abc",
    "/rights/cost-split?who=region:namdal&way=defers&day=2027-05-01",
)
NOWHERE = "/finnes-ikke"


def list_pages(app: Flask, client: FlaskClient) -> list[str]:
    """Return the addresses of all pages, the empty ones too."""
    found = [it for it in list_addresses(app) if is_page(client.get(it))]
    return [*found, *EMPTY, NOWHERE]


def list_addresses(app: Flask) -> list[str]:
    """Return an address for every rule that can be looked at.

    Raises:
        ValueError: names the rules that no example fits.
    """
    with app.test_request_context():
        known = dict(known_arguments())
        rules = [it for it in app.url_map.iter_rules() if is_looked_at(it)]
        unknown = [it.rule for it in rules if examples(it, known) is None]
        if unknown:
            raise ValueError(f"no example in tests/addresses.py of {unknown}")
        return sorted(
            url_for(rule.endpoint, **values)
            for rule in rules
            for values in examples(rule, known) or ()
        )


def is_looked_at(rule: Rule) -> bool:
    """Whether a rule is one of those that show something."""
    return "GET" in (rule.methods or ()) and not rule.endpoint.startswith(NO_PAGES)


def examples(rule: Rule, known: dict[str, object]) -> list[dict[str, object]] | None:
    """Return the arguments for a rule, one set for each of its pages."""
    if not rule.arguments:
        return [{}]
    if rule.endpoint in OWN:
        return OWN[rule.endpoint]
    if rule.arguments <= set(known):
        return [{it: known[it] for it in rule.arguments}]
    return None


def known_arguments() -> Iterator[tuple[str, object]]:
    """Yield what stands for an argument wherever it is called so."""
    make_meeting_rules()
    first, *_rest = results.evaluation(results.current_plan()).conflicts
    yield "number", NUMBER
    yield "code", WAVE
    yield "activity_id", f"{NUMBER}.option-limit"
    yield "conflict_id", conflict_id(first)
    yield "change_id", db.session.scalar(select(ChangeRow.id))
    yield "fact_id", _of_council(CommitmentFactRow).id
    yield "decision_id", _of_council(DecisionRow).id
    yield "scenario_id", _scenario_id()
    yield "baseline_id", _baseline_id()
    yield "proposal_id", _proposal_id()
    yield "feed_id", some_feed().id
    yield "token", some_feed().token
    recipient_id = some_recipient()
    yield "recipient_id", recipient_id
    yield "signed", stop_token(recipient_id)
    yield "entry_number", _entry_number()
    yield "announced_id", 1
    yield "agreement_id", _agreement_id()
    yield "annex_id", 1
    yield "link_id", db.session.scalar(select(TemplateLinkRow.id))


def _scenario_id() -> int:
    """A scenario of the user who looks, made where there is none."""
    found = db.session.scalar(select(ScenarioRow.id))
    if found is not None:
        return found
    user = demonstration_user()
    return make(results.current_plan(), "K14 fram", "Eit forsøk", by=user).id


def _baseline_id() -> int:
    """A baseline of the plan as it is, made where there is none."""
    found = db.session.scalar(select(BaselineRow.id))
    if found is not None:
        return found
    details = Details(
        name="Plan vedtatt høsten 2023",
        why="Vedtatt på høstmøtet.",
        decided_by="Styringsgruppen",
        case_number="23/1234",
        decided_on=date(2023, 11, 29),
    )
    seen = results.revision()
    user = demonstration_user()
    return make_baseline(results.current_plan(), details, by=user, seen=seen).id


def _entry_number() -> int:
    """An entry of the share ledger, made where there is none."""
    if db.session.get(ShareEntryRow, 1) is None:
        db.session.add_all(share_rows())
        db.session.commit()
    return 1


def _agreement_id() -> int:
    """An agreement with an annex, which it gets where it has none."""
    if db.session.scalar(select(AgreementAnnexRow.id)) is None:
        file = stored_file_row()
        db.session.add(file)
        db.session.flush()
        db.session.add(annex_row(file))
        db.session.commit()
    return 1


def _proposal_id() -> int:
    """A date that is proposed, made where there is none."""
    found = db.session.scalar(select(ProposalRow.id))
    if found is not None:
        return found
    row = ProposalRow(
        body=f"municipality.{NUMBER}",
        was={"go-live": "2025-04-01"},
        becomes={"go-live": "2025-10-01"},
        change_id=db.session.scalars(select(ChangeRow.id)).first(),
        made_on=date(2023, 11, 30),
        answer_by=date(2023, 12, 30),
    )
    db.session.add(row)
    db.session.commit()
    return row.id


def _of_council(table: type[CommitmentFactRow | DecisionRow]) -> Any:
    """A fact or a decision that somebody entered, made where there is none."""
    entered = (table.municipality == NUMBER) & (table.confidence == "entered")
    found = db.session.scalar(select(table).where(entered))
    if found is not None:
        return found
    day = date(2023, 6, 15)
    said: dict[str, Any] = {"precision": "day", "confidence": "entered"}
    if table is DecisionRow:
        said |= {"decided_first": day, "decided_last": day, "outcome": "other"}
        said |= {"motion": "Saka blir utgreidd.", "result": "postponed"}
    else:
        said |= {"happened_first": day, "happened_last": day, "kind": "deferred"}
    row = table(municipality=NUMBER, **said)
    db.session.add(row)
    db.session.commit()
    return row


def make_meeting_rules() -> None:
    """Let a council and its committee meet by rules, where they don't yet."""
    if db.session.scalar(select(MeetingRuleRow.id)) is not None:
        return
    for body, nth in (("council", -1), ("executive-committee", 2)):
        since = date(2023, 1, 1)
        db.session.add(
            MeetingRuleRow(
                municipality=NUMBER, body=body, weekday=3, nth=nth, from_day=since
            )
        )
    db.session.commit()


def some_feed() -> NewFeed:
    """Make a calendar address of who the demonstration signs in."""
    by = f"demonstration.{Role.PROGRAMME_OFFICE}"
    return make_feed(
        by=by, scope_kind="wave", scope_key=WAVE, language="nb", label="Outlook"
    )


def some_recipient() -> int:
    """Enter somebody who is reminded."""
    return add_recipient(
        Recipient(
            role="Lokal prosjektleder",
            email="prosjekt@kommune.example",
            language="nn",
            scope_kind="municipality",
            scope_key=NUMBER,
            is_active=True,
        )
    )


def is_page(answer: TestResponse) -> bool:
    """Whether an address answers with a page, not with a file or a part of one."""
    assert answer.status_code == 200, f"{answer.request.path}: {answer.status}"
    return answer.mimetype == "text/html" and "<html" in answer.text


# Arguments that are called the same on several pages and mean something else.
OWN: dict[str, list[dict[str, object]]] = {
    # Files that are not there before letters are made.
    "letters.all_letters": [],
    "letters.letter": [],
    "economy_figures.assumption": [{"key": "discount_rate"}],
    "economy_figures.figure": [{"number": NUMBER, "kind": "investment-one-off"}],
    "meetings.entry": [{"number": NUMBER, "kind": "rules", "row_id": 1}],
    "meetings.new": [{"number": NUMBER, "kind": it} for it in ("days", "rules")],
    "municipalities.limit": [{"number": NUMBER, "key": "option-limit"}],
    "municipalities.step": [{"number": NUMBER, "key": "preproject"}],
    "quality.check": [{"key": "high-float"}, {"key": "cycle"}],
    "rollout.step": [{"key": "preproject"}],
    "share_data.owner": [{"key": "5001"}],
    "announced.new": [{"kind": "transfer"}, {"kind": "redemption"}],
    "shares.new": [{"kind": "issue"}, {"kind": "transfer"}, {"kind": "redemption"}],
    "cost_split.new": [{"kind": kind} for kind in ("keys", "costs")],
    "cost_split.entry": [{"kind": "keys", "row_id": 1}],
    "capacity.new": [
        {"kind": kind} for kind in ("resources", "demands", "supplies", "employees")
    ],
    "capacity.entry": [
        {"kind": "resources", "row_id": 1},
        {"kind": "demands", "row_id": 1},
    ],
    "preconditions.new": [
        {"kind": kind} for kind in ("bindings", "periods", "components")
    ],
    "preconditions.entry": [
        {"kind": "bindings", "key": "namdal-2020"},
        {"kind": "periods", "key": "july"},
        {"kind": "components", "key": "medication-list"},
    ],
}
