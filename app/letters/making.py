"""Which letters an entry or an announcement asks for, and how each is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from flask_babel import force_locale
from sqlalchemy import select

from app.access import User, require
from app.extensions import db
from app.language import DEFAULT
from app.letters.texts import notice_letter
from app.paper_language import paper_language
from app.papers.letters import Letter, letter_files
from app.store import results
from app.store.announced import find_announced
from app.store.letters import About, Numbers, Written, make_letters
from app.store.names import names_for
from app.store.shares import ShareRegister, share_register
from app.store.tables import MunicipalityRow, ShareOwnerRow
from planning.rights.announced import (
    Stage,
    notice_of_announced,
    stage_of,
    told_of,
)
from planning.rights.notices import (
    Notice,
    needs_notice,
    notice_of,
    notice_receivers,
)
from planning.rights.share_owners import OwnerKind

RIGHT = "rights.edit"
Locales = Mapping[str, str]
"""The locale that each receiver is written to in."""


@dataclass(frozen=True, slots=True)
class Notices:
    """The letters on one thing: what they tell, to whom, and in which language.

    `announced` is what an entry carries out, whose letters are those of that.
    """

    about: About
    notice: Notice
    receivers: tuple[str, ...]
    locales: Locales
    is_needed: bool
    announced: int | None = None


def find_notices(about: About) -> Notices | None:
    """The letters on an entry or an announcement, if there is such."""
    if about.announced is not None:
        return _of_announced(about, about.announced)
    register = share_register()
    entry = next((it for it in register.ledger if it.number == about.entry), None)
    if entry is None:
        return None
    is_needed = needs_notice(register.ledger, entry)
    receivers = (
        notice_receivers(register.ledger, register.rules, entry) if is_needed else ()
    )
    return Notices(
        about,
        notice_of(entry),
        receivers,
        _locales(receivers),
        is_needed,
        entry.announced,
    )


def _of_announced(about: About, id: int) -> Notices | None:
    """Those on an announcement; once it is given up, nobody is told of it any more."""
    announced, register = find_announced(id), share_register()
    if announced is None:
        return None
    is_needed = stage_of(register.ledger, announced) is not Stage.GIVEN_UP
    told = told_of(register.ledger, register.rules, announced)
    receivers = told if is_needed else ()
    notice = notice_of_announced(register.ledger, register.rules, announced)
    return Notices(about, notice, receivers, _locales(receivers), is_needed)


def make_notices(notices: Notices, *, by: User, today: date) -> Numbers:
    """Write every letter; those that there are keep their numbers."""
    require(by, RIGHT)
    plan = results.current_plan()
    owners = {it.key: it for it in db.session.scalars(select(ShareOwnerRow))}
    names = {
        locale: names_for(plan, locale.partition("_")[0])
        for locale in {*notices.locales.values()}
    }
    company = _company(share_register())

    def letter(receiver: str, number: int) -> Letter:
        locale = notices.locales[receiver]
        with force_locale(locale):
            return notice_letter(
                notices.notice,
                owners[receiver],
                names[locale],
                number=number,
                company=names[locale].owner(company),
                today=today,
            )

    def write(numbers: Numbers) -> Written:
        files = letter_files(letter(it, number) for it, number in numbers.items())
        tongues = [notices.locales[it].partition("_")[0] for it in numbers]
        return dict(zip(numbers, zip(files, tongues, strict=True), strict=True))

    return make_letters(notices.about, notices.receivers, write, by=by.key)


def _company(register: ShareRegister) -> str:
    owners = register.rules.owners.values()
    return next((it.key for it in owners if it.kind is OwnerKind.COMPANY), "")


def _locales(receivers: tuple[str, ...]) -> Locales:
    """The form that each municipality writes; bokmål for everybody else."""
    found = db.session.execute(
        select(ShareOwnerRow.key, MunicipalityRow)
        .join(MunicipalityRow, MunicipalityRow.number == ShareOwnerRow.municipality)
        .where(ShareOwnerRow.key.in_(receivers))
    )
    written = {key: paper_language(row) for key, row in found}
    return {key: written.get(key, DEFAULT) for key in receivers}
