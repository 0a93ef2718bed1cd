"""The last days of agreements that hold and are not replaced."""

from collections.abc import Iterator

from flask import url_for
from flask_babel import gettext as _

from app.agreement_words import kind_text
from app.deadline_sources.deadline import Deadline, Kind, places_of, whole_day
from app.store.agreements import agreement_register
from app.store.names import Names
from planning.evaluate import Evaluation
from planning.rights.agreements import Standing

HOLDING = frozenset(
    {Standing.IN_FORCE, Standing.AHEAD, Standing.SIGNED, Standing.UNDATED}
)


def list_agreements(evaluation: Evaluation, names: Names) -> Iterator[Deadline]:
    """One for each municipality that is a party; who else signed has no list here."""
    register = agreement_register()
    today = evaluation.snapshot.status_date
    places = places_of(evaluation)
    for it in register.agreements:
        if it.valid_to is None or register.standing(it, today) not in HOLDING:
            continue
        for number in sorted(it.parties & places.keys()):
            yield Deadline(
                id=f"agreement.{it.id}.{number}",
                kind=Kind.AGREEMENT,
                window=whole_day(it.valid_to),
                what=_(
                    "The agreement ends: %(agreement)s", agreement=kind_text(it.kind)
                ),
                whose=names.municipality(number),
                how_sure=_("Stated in the register of agreements"),
                is_firm=True,
                is_done=False,
                url=url_for("agreements.agreement", agreement_id=it.id),
                place=places[number],
            )
