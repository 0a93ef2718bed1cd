"""What the rows of each table are, in words."""

from collections.abc import Mapping

from flask_babel import gettext as _

from app import capacity_words, commitment_words, reminder_words
from app.meeting_words import row_texts as rows_of_meetings
from app.rights_words import row_texts as texts_of_rights


def rows_text(table: str) -> str:
    """Kommuner i bindinger, for binding_member."""
    return names_of_rows()[table]


def names_of_rows() -> Mapping[str, str]:
    """What the rows are, by their table."""
    return {
        "accepted_conflict": _("Accepted conflicts"),
        "assumption": _("Assumptions on money"),
        "baseline": _("Baselines"),
        "binding": _("Bindings"),
        "binding_member": _("Municipalities in bindings"),
        "budget_line": _("Lines of the budget of 2018"),
        "change": _("Changes"),
        "change_item": _("What changes did"),
        "closed_period": _("Closed periods"),
        "component": _("National components"),
        "deadline": _("Deadlines"),
        "decision": _("Decisions and signals of councils"),
        "demand": _("What waves ask for"),
        "employee_count": _("Employees of municipalities"),
        "feed": _("Calendar addresses"),
        **commitment_words.row_texts(),
        **_names_from_k(),
    }


def _names_from_k() -> Mapping[str, str]:
    """Those of the second half of the alphabet."""
    return {
        "key_figure": _("Key figures"),
        "known_afterwards": _("What became known later"),
        "last_visit": _("Last visits"),
        "list_item": _("Risks, goals, services and other lists"),
        "milestone": _("Dates of the programme"),
        "money_figure": _("Sums of money"),
        "money_part": _("Parts of sums by year"),
        "municipality": _("Municipalities"),
        "own_figure": _("Figures of municipalities"),
        "placement": _("Municipalities in the plan"),
        "plan": _("Plans"),
        "programme": _("The programme itself"),
        "programme_fact": _("Facts of the programme"),
        "proposal": _("Dates proposed to those who decide"),
        "proposal_answer": _("Answers to proposals"),
        "quality_score": _("Scores of the plan over time"),
        "region": _("Regions"),
        "report": _("Reports on progress"),
        "resource": _("Resources"),
        "scenario": _("Scenarios"),
        "scenario_change": _("Changes in scenarios"),
        "seed": _("What was loaded of the facts"),
        "source": _("Sources"),
        "statement": _("Statements of earlier plans"),
        "supply": _("What there is of resources"),
        "template_activity": _("Steps of the rollout"),
        "template_link": _("Dependencies between steps"),
        "threshold": _("Thresholds"),
        "trust": _("Health trusts"),
        "trust_placement": _("Health trusts in the plan"),
        "vintage": _("Earlier plans"),
        "vintage_deadline": _("Limits in earlier plans"),
        "wave": _("Waves"),
        **capacity_words.row_texts(),
        **reminder_words.row_texts(),
        **texts_of_rights(),
        **rows_of_meetings(),
    }
