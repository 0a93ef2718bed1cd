"""What was typed, where the session ended or somebody else was first.

It is kept only where a page of this app has sent it: browsers say so, and nobody else
can make them. What another site sends gets no form to be sent with.
"""

from dataclasses import dataclass

from werkzeug.wrappers import Request

TOKEN = "csrf_token"  # noqa: S105 - the name of a field, not a secret
SEEN = "seen"


@dataclass(frozen=True, slots=True)
class SentAgain:
    """A form as it was sent: where to, and its fields but the token."""

    url: str
    fields: tuple[tuple[str, str], ...]

    def looked_at(self, revision: int) -> "SentAgain":
        """The same, by somebody who has looked at a revision."""
        fields = ((it, str(revision) if it == SEEN else was) for it, was in self.fields)
        return SentAgain(self.url, tuple(fields))


def find_sent_again(request: Request) -> SentAgain | None:
    """What was typed, if a page of this app sent it."""
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    is_here = is_from_here(site, origin, own=request.host_url.rstrip("/"))
    if request.method != "POST" or not is_here:
        return None
    fields = request.form.items(multi=True)
    return SentAgain(
        url=request.root_path + request.full_path.rstrip("?"),
        fields=tuple(pair for pair in fields if pair[0] != TOKEN),
    )


def is_from_here(site: str | None, origin: str | None, *, own: str) -> bool:
    """Whether the browser says that a page of this very app sent the request."""
    return site == "same-origin" if site is not None else origin == own
