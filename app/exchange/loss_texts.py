"""What did not fit, as sentences in the user's language.

Each says what it is, and what became of it. Losses are values until they are shown:
where each comes from stands in `mspdi/`.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from app.exchange.mspdi.losses import Loss

NAMED = 5

# What stands in these may be the names of persons: they are counted, not listed.
UNNAMED = frozenset({"resources", "resource-calendars"})


def loss_text(loss: Loss, *, named: int = NAMED) -> str:
    """One kind of loss: what it is, how often, and the first places."""
    sentence = SENTENCES[loss.kind]()
    if not loss.subjects:
        return sentence
    times = ngettext("%(num)s time", "%(num)s times", loss.count)
    if loss.kind in UNNAMED:
        return f"{sentence} ({times})"
    told = ", ".join(loss.subjects[:named])
    if len(loss.subjects) > named:
        told = _("%(names)s and more", names=told)
    return f"{sentence} ({times}: {told})"


def losses_document(losses: Iterable[Loss]) -> list[dict[str, Any]]:
    """The same as JSON has it, with every place."""
    return [
        {
            "kind": loss.kind,
            "count": loss.count,
            "text": SENTENCES[loss.kind](),
            "names": [] if loss.kind in UNNAMED else list(loss.subjects),
        }
        for loss in losses
    ]


Sentence = Callable[[], str]

OUT: Mapping[str, Sentence] = {
    "plan-only": lambda: _(
        "Only the network of the plan is in the file: no money, decisions, conflicts"
        " or sources."
    ),
    "own-floats": lambda: _(
        "Slack is counted to the end of the whole file in Microsoft Project, and not"
        " to each municipality’s own go-live."
    ),
    "presumed": lambda: _(
        "“Presumed as planned” is unknown to Microsoft Project: it stands in a text"
        " field alone."
    ),
    "months": lambda: _(
        "Months were written as the days that they take where they stand. Moved in"
        " Microsoft Project, they stay that many days."
    ),
    "month-lags": lambda: _(
        "Waits of months were written as the days that they are where they stand."
        " Moved in Microsoft Project, they stay that many days."
    ),
    "working-lags": lambda: _(
        "Waits of working days before work that is counted in calendar days were"
        " written as calendar days."
    ),
    "not-done": lambda: _(
        "“Not done” is unknown to Microsoft Project: it stands in a text field alone."
    ),
    "start-unknown": lambda: _(
        "What is done and has no known start was given the start that its duration"
        " leads back to."
    ),
    "second-links": lambda: _(
        "Two links between the same two steps: Microsoft Project keeps one of them."
    ),
    "calendar-years": lambda: _(
        "A calendar was written for the years around the plan alone."
    ),
    "go-lives-held": lambda: _(
        "Go-lives that can’t keep the day of their wave have it as a deadline in the"
        " file. Where the wave is moved there, they and their limits do not follow."
    ),
    "critical-past": lambda: _(
        "What is past, presumed done, a limit or a date of the programme is not"
        " critical here. Microsoft Project goes by slack, and calls it critical once it"
        " computes the file."
    ),
    "critical-path": lambda: _(
        "What is critical goes by the longest path too. Microsoft Project goes by slack"
        " alone, and tells these otherwise once it computes the file."
    ),
    "links-left-out": lambda: _("A link leads out of the part that was asked for."),
}

OF_TASKS: Mapping[str, Sentence] = {
    "manual": lambda: _(
        "Tasks that are scheduled by hand were bound to the day they start on."
    ),
    "manual-dateless": lambda: _(
        "Tasks that are scheduled by hand and have no date were scheduled as soon as"
        " possible."
    ),
    "inactive": lambda: _("Inactive tasks were left out, with their links."),
    "recurring": lambda: _(
        "Recurring tasks became single tasks: that they come back is lost."
    ),
    "subprojects": lambda: _("Inserted projects were left out: they are other files."),
    "external-tasks": lambda: _(
        "Tasks of other projects were read as they stand here, without their projects."
    ),
    "heading-dates": lambda: _(
        "Constraints and deadlines of summary tasks were left out."
    ),
    "manual-headings": lambda: _(
        "Summary tasks that are scheduled by hand follow what is under them."
    ),
    "splits": lambda: _("Interrupted tasks were read as one piece."),
    "rounded-durations": lambda: _(
        "Durations that are no whole days were rounded up to days."
    ),
    "rounded-dates": lambda: _("Times of day were left out: dates are whole days."),
    "dateless-constraints": lambda: _("Constraints without a date were left out."),
    "estimated": lambda: _("That a duration is only estimated was left out."),
    "status-date": lambda: _(
        "The status date was left out: something is reported after it."
    ),
    "physical-progress": lambda: _(
        "Physical progress was left out: only how much of the duration is done counts."
    ),
    "baselines": lambda: _(
        "Baselines were left out: the dates of the tasks themselves are compared."
    ),
    "critical-limit": lambda: _(
        "That tasks with some slack are critical was left out: here only those with"
        " none are."
    ),
    "from-finish": lambda: _(
        "The file is scheduled back from its finish; here it is scheduled from its"
        " start."
    ),
}

OF_LINKS: Mapping[str, Sentence] = {
    "heading-links": lambda: _(
        "Links of summary tasks became links of every task under them."
    ),
    "heading-links-left-out": lambda: _(
        "Links from the start, or to the finish, of a summary task were left out."
    ),
    "heading-shares": lambda: _(
        "Lags that are a share of a summary task’s duration were left out."
    ),
    "elapsed-shares": lambda: _(
        "Lags that are a share of elapsed time were counted as that share of the"
        " predecessor’s working days."
    ),
    "cross-links": lambda: _("Links to other projects were left out."),
    "loose-links": lambda: _("Links to tasks that are not in the file were left out."),
    "rounded-lags": lambda: _("Lags that are no whole days were rounded up to days."),
}

OF_CALENDARS: Mapping[str, Sentence] = {
    "resource-calendars": lambda: _("Calendars of resources were left out."),
    "no-calendar": lambda: _(
        "The calendar of the project is not in the file: it was scheduled on Norway’s"
        " working days."
    ),
    "unknown-calendars": lambda: _(
        "Calendars of tasks that are not in the file were left out."
    ),
    "work-weeks": lambda: _("Working weeks of their own were left out."),
    "uneven-days": lambda: _(
        "A calendar has working days of different lengths: each counts as one day."
    ),
    "short-days": lambda: _("Short working days were read as whole ones."),
    "recurring-exceptions": lambda: _(
        "Exceptions of calendars that come back by a rule were left out."
    ),
}

BESIDES: Mapping[str, Sentence] = {
    "resources": lambda: _("People and equipment were left out: plans here have none."),
    "assignments": lambda: _("Who does what was left out."),
    "work": lambda: _("Work in hours was left out: durations alone count."),
    "costs": lambda: _("Costs were left out: money has its own pages."),
    "notes": lambda: _("Notes were left out."),
    "contacts": lambda: _("Contacts were left out."),
    "hyperlinks": lambda: _("Links to web pages were left out."),
    "outline-codes": lambda: _("Outline codes were left out."),
    "custom-fields": lambda: _("Fields of your own were left out."),
    "priorities": lambda: _("Priorities were left out."),
    "levelling": lambda: _("Delays from levelling resources were left out."),
}

SENTENCES: Mapping[str, Sentence] = {
    **OUT,
    **OF_TASKS,
    **OF_LINKS,
    **OF_CALENDARS,
    **BESIDES,
}
