"""The board as it is answered: the page, its parts after a change, its forms."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from app.access import signed_in_user
from app.htmx import saved, wants_fragment
from app.language import language
from app.moved import MovedPart, find_moved_part, moved_part
from app.store import results
from app.store.names import names_for
from app.store.tables import ChangeRow, PlanRow
from app.waves.choice import Choice, read_choice
from app.waves.filter_form import filter_form
from app.waves.forms import ShiftForm
from app.waves.move_forms import MoveForm, MoveSeveralForm
from app.waves.pages import BoardPage, board_page
from app.waves.previews import Preview
from app.waves.rules import refuse_leaving
from app.waves.steps import StepsPart, steps_part

Fresh = dict[str, Any]
FRESH: Fresh = {"formdata": None}
MOST_CARDS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardBar:
    """What stands below the board: several moved together, and the way back."""

    form: MoveSeveralForm | None
    steps: StepsPart | None
    query: Mapping[str, str]
    preview: Preview | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """The forms of the board that were sent, and what trying them out came to."""

    delay: ShiftForm | None = None
    tried: MovedPart | None = None
    several: MoveSeveralForm | None = None
    preview: Preview | None = None


def delay_form(plan: PlanRow, *, is_sent: bool = False) -> ShiftForm:
    """The form that delays the main project, as it was sent or fresh."""
    snapshot = results.evaluation(plan).snapshot
    moving = [wave for wave in snapshot.plan.waves if not wave.is_live]
    return ShiftForm(
        moving,
        snapshot.status_date,
        data={"seen": snapshot.revision},
        **({} if is_sent else FRESH),
    )


def move_form(plan: PlanRow, number: str, *, to: str = "") -> MoveForm:
    """The form that moves a municipality, as it was sent or fresh.

    Fresh it proposes the wave `to`, where an address does.
    """
    evaluation = results.evaluation(plan)
    name = names_for(plan, language()).municipality(number)
    return MoveForm(
        evaluation.snapshot.plan.waves,
        refuse_leaving(evaluation, number, name=name),
        data={
            "seen": evaluation.snapshot.revision,
            "wave": to or evaluation.wave_of(number) or "",
        },
    )


def several_form(plan: PlanRow, *, is_sent: bool = False) -> MoveSeveralForm:
    """The form that moves several municipalities, as it was sent or fresh."""
    evaluation = results.evaluation(plan)
    snapshot, names = evaluation.snapshot, names_for(plan, language())
    placed = {it.municipality: it.wave for it in snapshot.plan.placements}
    return MoveSeveralForm(
        snapshot.plan.waves,
        placed=placed,
        refusals={
            number: refuse_leaving(evaluation, number, name=names.municipality(number))
            for number in placed
            if evaluation.is_live(number)
        },
        data={"seen": snapshot.revision},
        **({} if is_sent else FRESH),
    )


def read_board(
    plan: PlanRow, choice: Choice, chosen: frozenset[str] = frozenset()
) -> BoardPage:
    """The board as its address asks for it."""
    return board_page(
        results.evaluation(plan),
        names_for(plan, language()),
        choice,
        chosen=chosen,
        can_edit=signed_in_user().may("plan.edit"),
    )


def read_bar(plan: PlanRow, choice: Choice, sent: Sent | None = None) -> BoardBar:
    """What stands below the board, for a user who may be able to change it."""
    sent = sent or Sent()
    user = signed_in_user()
    form = sent.several or several_form(plan) if user.may("plan.edit") else None
    return BoardBar(
        form=form,
        steps=steps_part(
            plan, names_for(plan, language()), user=user, back=board_url(choice)
        ),
        query=choice.arguments(),
        preview=sent.preview,
    )


def board_url(choice: Choice, moved: str = "") -> str:
    """The address of the board with its filters, and of what moved on it."""
    arguments: dict[str, Any] = choice.arguments()
    if moved:
        arguments |= {"moved": moved, "_anchor": "moved"}
    return url_for("waves.board", **arguments)


def render_board(
    plan: PlanRow, arguments: MultiDict[str, str], sent: Sent | None = None
) -> str:
    """The page as its address asks for it, with the form that may have been sent."""
    sent = sent or Sent()
    names = names_for(plan, language())
    choice = read_choice(arguments)
    several = sent.several
    return render_template(
        "waves/board.html",
        page=read_board(plan, choice, several.chosen if several else frozenset()),
        filters=filter_form(results.evaluation(plan), names, arguments),
        form=sent.delay or delay_form(plan),
        tried=sent.tried,
        bar=read_bar(plan, choice, sent),
        moved=find_moved_part(
            arguments.get("moved", ""),
            names,
            user=signed_in_user(),
            back=board_url(choice),
        ),
    )


def answer(
    plan: PlanRow,
    change: ChangeRow | None,
    choice: Choice,
    *,
    codes: frozenset[str | None],
    drawn: int | None,
) -> ResponseReturnValue:
    """Answer a change with what moved, and the columns of the waves `codes`.

    Those without a wave have a column that comes and goes: with None among the codes,
    or with no codes, the board is fetched anew. So it is where that is not much more,
    and where somebody else has written since `drawn`, the revision of the board that
    the user sees.
    """
    moved = moved_part(
        change,
        names_for(plan, language()),
        user=signed_in_user(),
        back=board_url(choice),
    )
    shown = "" if change is None else str(change.id)
    url = board_url(choice, moved=shown)
    if not wants_fragment():
        return saved(page_url=url, announce="" if shown else moved.sentence)
    columns = tuple(it for it in read_board(plan, choice).planned if it.code in codes)
    is_alone = change is None or drawn == change.revision - 1
    is_small = sum(len(it.cards) for it in columns) <= MOST_CARDS
    whole = not codes or None in codes or not is_alone or not is_small
    html = render_template(
        "waves/_moved_board.html",
        moved=moved,
        columns=() if whole else columns,
        board_url=board_url(choice) if whole else "",
        bar=read_bar(plan, choice),
        form=delay_form(plan),
        tried=None,
    )
    return saved(html, page_url=url, announce=moved.sentence)
