"""What the pages of announcements say: their headings."""

from dataclasses import dataclass

from flask_babel import gettext as _

from planning.rights.ledger import EntryKind


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTexts:
    """The headings and the explanation of the form of one kind."""

    add: str
    change: str
    about: str
    save: str


def texts_of(kind: str) -> FormTexts:
    """What the form of a sale or of a redemption says."""
    is_sale = kind == EntryKind.TRANSFER
    return FormTexts(
        add=_("Announce a sale") if is_sale else _("Announce a redemption"),
        change=_("Change what is announced"),
        about=(
            _(
                "First the notice, then the board, then the entry in the ledger. Say"
                " who sells, who buys and the day that is planned with; what else is"
                " not known yet is left empty."
            )
            if is_sale
            else _(
                "When a municipality with an option leaves, all of its shares are"
                " redeemed. Say who leaves, who redeems and the day that is planned"
                " with; what else is not known yet is left empty."
            )
        ),
        save=_("Save the announcement"),
    )
