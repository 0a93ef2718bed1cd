"""What a municipality's page tells of its agreements, in a few lines."""

from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from app.agreement_words import kind_text
from app.store import results
from app.store.agreements import agreement_register
from app.store.commitments import facts_of
from app.store.tables import MunicipalityRow
from planning.calendars import to_day
from planning.rights.agreements import lacking
from planning.rights.chain import chain_of


@dataclass(frozen=True, slots=True)
class AgreementPart:
    """What holds and what is missing, in sentences."""

    sentences: tuple[str, ...]


def agreement_part(row: MunicipalityRow) -> AgreementPart:
    """The agreements of a municipality at the status date."""
    day = to_day(results.programme().status_date)
    register = agreement_register()
    held = register.in_force(row.number, day)
    state = chain_of(facts_of(row.number), day, holds_option=row.holds_option)
    found = lacking(register, state, row.number, day)
    return AgreementPart(
        tuple(
            filter(
                None,
                (
                    _held([it.kind for it in held]),
                    _missing([it.kind for it in found if not it.is_told]),
                    _not_entered([it.kind for it in found if it.is_told]),
                ),
            )
        )
    )


def _held(kinds: list[str]) -> str:
    if not kinds:
        return _("No agreement of the municipality is in the register.")
    return _("In force in the register: %(kinds)s.", kinds=_listed(kinds))


def _missing(kinds: list[str]) -> str:
    if not kinds:
        return ""
    return ngettext(
        "Its stage asks for an agreement that nobody has told of: %(kinds)s.",
        "Its stage asks for agreements that nobody has told of: %(kinds)s.",
        len(kinds),
        kinds=_listed(kinds),
    )


def _not_entered(kinds: list[str]) -> str:
    if not kinds:
        return ""
    return _("Signed, but not entered here: %(kinds)s.", kinds=_listed(kinds))


def _listed(kinds: list[str]) -> str:
    """Kinds inside a sentence, each once."""
    texts = [kind_text(it) for it in dict.fromkeys(kinds)]
    return ", ".join(it[:1].lower() + it[1:] for it in texts)
