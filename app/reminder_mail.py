"""An e-mail with reminders: what it tells, and the message that is sent.

What an address is told of several scopes stands in parts, one after the other.
Deadlines of one kind on one day stand together, with the names of whose they are. It
is made in the language that is in force. Its Message-ID follows from what was kept, so
that who gets it twice can see that it is the same.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import urljoin

from flask import render_template
from flask_babel import gettext as _
from flask_babel import ngettext

from app.deadline_sources.deadline import Deadline
from app.filters import long_date, weekday, window
from planning.calendars import to_day

NAMES_IN_SUBJECT = 2
# A subject stays in one line: folded, it may begin with an empty one.
ONE_LINE = SMTP.clone(max_line_length=998)


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose deadline it is, and where it is explained; no address, no link."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Group:
    """Deadlines that are the same but for whose they are."""

    what: str
    day: str
    left: str
    how_sure: str
    moved: str
    whose: tuple[Whose, ...] = ()

    @property
    def names(self) -> str:
        """Whose they are, in a line."""
        return ", ".join(it.name for it in self.whose)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a recipient is told; `moved_from` is the day told before, by identity."""

    scope: str
    deadlines: tuple[Deadline, ...]
    moved_from: Mapping[str, date]
    list_url: str
    stop_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The deadlines of one scope; empty where those before tell all of them."""

    scope: str
    lead: str
    groups: tuple[Group, ...]
    list_url: str
    stop_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """What an e-mail tells, ready to be written out."""

    subject: str
    sections: tuple[Section, ...]
    counted: str
    why: str
    stop: str

    @property
    def stop_url(self) -> str:
        """Where these e-mails are stopped, those of the first scope at least."""
        return self.sections[0].stop_url

    @property
    def is_of_many(self) -> bool:
        """Whether it tells of several scopes."""
        return len(self.sections) > 1


def build_mail(
    parts: Sequence[Told], *, today: date, status_date: int, public_url: str
) -> Mail:
    """Put deadlines into words; without a public address there are no links.

    What is of several scopes is told with the first of them.
    """
    link = _linker(public_url)
    day = to_day(today)
    by_id: dict[str, Deadline] = {}
    for it in (deadline for part in parts for deadline in part.deadlines):
        by_id.setdefault(it.id, it)
    moved = {key: it for part in parts for key, it in part.moved_from.items()}
    ahead = sorted(by_id.values(), key=lambda it: it.day)
    return Mail(
        subject=_subject(_groups(ahead, day, moved, link)),
        sections=tuple(_sections(parts, day, moved, link)),
        counted=_(
            "Days are counted from today, %(today)s. The plan is seen from"
            " %(status)s; what has been reported later is not in it.",
            today=long_date(today),
            status=long_date(status_date),
        ),
        why=_("You get this because the programme office has entered your address."),
        stop=_("To stop these e-mails:")
        if public_url
        else _("To stop these e-mails, answer this one and say so."),
    )


def _sections(
    parts: Iterable[Told],
    today: int,
    moved: Mapping[str, date],
    link: Callable[[str], str],
) -> Iterator[Section]:
    told: set[str] = set()
    for part in parts:
        new = [it for it in part.deadlines if it.id not in told]
        told.update(it.id for it in new)
        lead = (
            _("Deadlines that come closer, for %(scope)s:", scope=part.scope)
            if new
            else _(
                "For %(scope)s: all that comes closer stands above.", scope=part.scope
            )
        )
        yield Section(
            scope=part.scope,
            lead=lead,
            groups=_groups(new, today, moved, link),
            list_url=link(part.list_url),
            stop_url=link(part.stop_url),
        )


def _linker(public_url: str) -> Callable[[str], str]:
    def link(url: str) -> str:
        return urljoin(f"{public_url}/", url) if public_url and url else ""

    return link


def _groups(
    deadlines: Iterable[Deadline],
    today: int,
    moved_from: Mapping[str, date],
    link: Callable[[str], str],
) -> tuple[Group, ...]:
    found: dict[Group, list[Whose]] = {}
    for it in deadlines:
        group = Group(
            what=it.what,
            day=_day_text(it),
            left=_left_of(it, today),
            how_sure=it.how_sure,
            moved=_moved_text(moved_from.get(it.id)),
        )
        found.setdefault(group, []).append(Whose(it.whose, link(it.url)))
    return tuple(replace(it, whose=tuple(whose)) for it, whose in found.items())


def _left_of(it: Deadline, today: int) -> str:
    """How far off it is; of a month or a window the first day counts."""
    far = left_text(it.day - today)
    return far if it.window.is_day else _("the first day %(far)s", far=far)


def left_text(days: int) -> str:
    """How far off a day is, from today."""
    if days == 0:
        return _("today")
    return str(ngettext("in %(num)s day", "in %(num)s days", days))


def _day_text(it: Deadline) -> str:
    if not it.window.is_day:
        return window(it.window)
    return _(
        "%(weekday)s %(day)s", weekday=weekday(it.day), day=long_date(it.window.start)
    )


def _moved_text(before: date | None) -> str:
    if before is None:
        return ""
    return _("Moved: you were told %(day)s before.", day=long_date(before))


def _subject(groups: tuple[Group, ...]) -> str:
    """The nearest, and how many there are besides."""
    nearest, rest = groups[0], groups[1:]
    names = ", ".join(it.name for it in nearest.whose[:NAMES_IN_SUBJECT])
    if len(nearest.whose) > NAMES_IN_SUBJECT:
        names = f"{names} …"
    subject = _(
        "%(left)s: %(what)s (%(names)s)",
        left=nearest.left[:1].upper() + nearest.left[1:],
        what=nearest.what,
        names=names,
    )
    if rest:
        more = ngettext("and %(num)d more", "and %(num)d more", len(rest))
        subject = f"{subject}, {more}"
    return " ".join(subject.split())


def plain_text(mail: Mail) -> str:
    """The e-mail for who reads no HTML."""
    lines: list[str] = []
    for section in mail.sections:
        lines += _section_lines(section)
    lines += ["-- ", mail.counted, "", f"{mail.why} {mail.stop}"]
    for section in mail.sections:
        if section.stop_url and mail.is_of_many:
            lines.append(f"{section.scope}: {section.stop_url}")
        elif section.stop_url:
            lines.append(section.stop_url)
    return "\n".join(lines) + "\n"


def _section_lines(section: Section) -> list[str]:
    lines = [section.lead, ""]
    for it in section.groups:
        lines += [f"* {it.what}: {it.day} ({it.left})", f"  {it.names}"]
        lines += [f"  {said}" for said in (it.how_sure, it.moved) if said]
        if len(it.whose) == 1 and it.whose[0].url:
            lines.append(f"  {it.whose[0].url}")
        lines.append("")
    if section.list_url:
        lines += [_("All deadlines: %(url)s", url=section.list_url), ""]
    return lines


def message_of(
    mail: Mail, *, sender: str, to: str, id: str, at: datetime, language: str
) -> EmailMessage:
    """The message that is handed in: plain text, and the same as HTML."""
    message = EmailMessage(policy=ONE_LINE)
    message["Subject"] = mail.subject
    message["From"] = Address("Bølgeplan", addr_spec=sender)
    message["To"] = Address(addr_spec=to)
    message["Date"] = format_datetime(at)
    message["Message-ID"] = message_id(id, sender)
    message["Auto-Submitted"] = "auto-generated"
    if mail.stop_url:
        message["List-Unsubscribe"] = f"<{mail.stop_url}>"
    message.set_content(plain_text(mail))
    html = render_template("deadlines/mail.html", mail=mail, language=language)
    message.add_alternative(html, subtype="html")
    # What is set before the content is taken away by it.
    message["Content-Language"] = language
    return message


def message_id(id: str, sender: str) -> str:
    """The same for the same e-mail, however often it is sent."""
    return f"<bolgeplan-{id}@{sender.rpartition('@')[2]}>"
