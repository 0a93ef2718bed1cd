"""The decision to adopt a scenario, and what was said of changes that are flagged."""

from wtforms import HiddenField
from wtforms.validators import Length

from app.decision_fields import DecisionForm
from app.form_fields import FormTooOldError, shortened
from app.store.adopting import Agreed

# Asks what would move with the answers as they are now, and sends nothing off.
SHOW = "show"
DONE, LEFT_OUT = "done", "left-out"
MOST_DIGITS = 10


class AdoptForm(DecisionForm):
    """The name of the baseline, and the decision; the rest is what was looked at."""

    version = HiddenField(validators=[Length(max=MOST_DIGITS)])

    @property
    def seen_version(self) -> int:
        """The version of the scenario that the user had looked at.

        Raises:
            FormTooOldError: what came is none.
        """
        typed = str(self.version.data or "")
        if not (typed.isascii() and typed.isdigit() and len(typed) < MOST_DIGITS):
            raise FormTooOldError(shortened(typed))
        return int(typed)

    def look_again(self, revision: int, version: int) -> None:
        """Take what was typed for what is looked at now."""
        self.seen.data, self.version.data = str(revision), str(version)

    @property
    def is_new(self) -> bool:
        """Whether nothing has been typed and sent yet."""
        return self.name.raw_data is None

    @property
    def typed(self) -> dict[str, str]:
        """What was typed, as it was sent, by the names of the fields."""
        return {
            it.name: "\n".join(it.raw_data or ())
            for it in (
                self.case_number,
                self.decided_by,
                self.decided_on,
                self.why,
                self.name,
            )
        }


def read_agreed(given: dict[str, str]) -> Agreed:
    """What was said of each change: its field is called by its number.

    Args:
        given: the fields of a form, or the query of an address.
    """
    said: dict[str, set[int]] = {DONE: set(), LEFT_OUT: set()}
    for name, value in given.items():
        number = name.removeprefix("change-")
        if number != name and value in said and _is_id(number):
            said[value].add(int(number))
    return Agreed(frozenset(said[DONE]), frozenset(said[LEFT_OUT]))


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < MOST_DIGITS
