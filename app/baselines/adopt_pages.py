"""What adopting a scenario comes to, ready to print, and what is asked before."""

from dataclasses import dataclass

from flask_babel import gettext as _

from app.changes import deed_text
from app.errors import ErrorPage, in_words
from app.items import ItemLine, chosen_items, item_lines
from app.moved import MovedPart, tried_part
from app.past_changes import who_was_first
from app.scenario_address import here
from app.store.adopting import Agreed, Preview, needs_word
from app.store.errors import ClashError
from app.store.laying import Laid, Standing, is_shift
from app.store.names import Names
from app.store.scenarios import as_change
from app.store.tables import ScenarioChangeRow, ScenarioRow


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptedChange:
    """A change of the scenario, how it stands, and what was said of it.

    `is_asked` is whether anything is to be said; `can_be_done` whether it may be done
    all the same. `instead` are the values that it would replace now,
    `meanwhile` what acts together with them, as it was and is.
    """

    id: int
    text: str
    standing: str
    is_asked: bool
    can_be_done: bool
    is_done: bool
    is_left_out: bool
    instead: tuple[ItemLine, ...]
    meanwhile: tuple[ItemLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptPage:
    """A scenario that is about to become the plan.

    `open_questions` are the changes that nothing was said of yet, `tried` is what
    comes of all others.
    """

    name: str
    url: str
    action: str
    changes: tuple[AdoptedChange, ...]
    tried: MovedPart
    is_asked: bool
    open_questions: int
    is_empty: bool
    is_adopted: bool


def adopt_page(
    row: ScenarioRow, preview: Preview, agreed: Agreed, names: Names
) -> AdoptPage:
    """What is asked and told before a scenario is adopted."""
    laid = {it.change_id: it for it in preview.laid}
    changes = tuple(
        _change(it, laid.get(it.id), agreed, names)
        for it in row.changes
        if not it.is_taken_back
    )
    return AdoptPage(
        name=row.name,
        url=here("scenarios.scenario", scenario_id=row.id),
        action=here("baselines.become_plan", scenario_id=row.id),
        changes=changes,
        tried=tried_part(preview.trial, names),
        is_asked=any(it.is_asked for it in changes),
        open_questions=sum(needs_word(it, agreed) for it in preview.laid),
        is_empty=preview.trial.change is None,
        is_adopted=row.adopted_at is not None,
    )


def clash_part(clash: ClashError) -> ErrorPage:
    """Who was first and what was changed, above what had been typed."""
    return ErrorPage(
        status=409,
        title=_("Somebody else was first"),
        explanation=who_was_first(clash),
        mend=_(
            "What you typed is kept. Look at what would move now, and send it once "
            "more if it is still right."
        ),
        items=in_words(chosen_items(clash.items)),
    )


def _change(
    row: ScenarioChangeRow, laid: Laid | None, agreed: Agreed, names: Names
) -> AdoptedChange:
    """One change; who is left out isn't laid, and may be done after all."""
    standing = None if laid is None else laid.standing
    is_asked = standing is None or standing not in (
        Standing.HOLDS,
        Standing.SO_ALREADY,
    )
    instead = chosen_items(() if laid is None else laid.instead)
    return AdoptedChange(
        id=row.id,
        text=deed_text(as_change(row), names),
        standing=_standing_text(laid, is_shifted=is_shift(row.what)),
        is_asked=is_asked,
        can_be_done=laid is None or laid.is_laid,
        is_done=row.id in agreed.done,
        is_left_out=laid is None,
        instead=item_lines(instead, names),
        meanwhile=item_lines(() if laid is None else laid.meanwhile, names),
    )


def _standing_text(laid: Laid | None, *, is_shifted: bool) -> str:
    """How a change stands, in a sentence; empty where it simply holds."""
    if laid is None:
        return _("It is left out.")
    match laid.standing:
        case Standing.REPLACES_ANOTHER:
            return _replacing_text(laid, is_shifted=is_shifted)
        case Standing.SO_ALREADY:
            return _("The plan has it already.")
        case Standing.GONE:
            return _("What it changes is no longer there. It can only be left out.")
        case Standing.NOT_POSSIBLE:
            return _("It is not possible any more. It can only be left out.")
        case _:
            return ""


def _replacing_text(laid: Laid, *, is_shifted: bool) -> str:
    if is_shifted:
        return _("The plan has changed since: this is counted from where it is now.")
    if laid.instead:
        return _(
            "The plan has changed since: this replaces another value than it did when "
            "the change was made."
        )
    return _(
        "The plan has changed since: something that acts together with this is not as "
        "it was when the change was made."
    )
