"""Style sheets, scripts and icons, served under addresses that name their content.

An address changes with the file, so a browser keeps what it has for ever. htmx's
script comes from the wheel that carries it, icons from theirs: nothing is copied
into the repository.
"""

import hashlib
import importlib.util
from functools import lru_cache
from pathlib import Path

from flask import Blueprint, Flask, Response, abort, send_file, url_for
from lucide.jinja import lucide
from markupsafe import Markup

from app.config import TOP
from app.scenario_address import outside

STATIC = TOP / "static"
HTMX = "htmx.js"
CARRIER = "django_htmx"
IMMUTABLE = "public, max-age=31536000, immutable"

bp = Blueprint("assets", __name__)


def init_app(app: Flask) -> None:
    """Serve the files, and let templates name them and draw icons."""
    app.register_blueprint(bp)
    app.add_template_global(asset_url)
    app.add_template_global(icon)


@bp.get("/static/<digest>/<path:name>")
def file(digest: str, name: str) -> Response:
    """Send a file, if its content is what the address names."""
    path = find_file(name)
    if path is None or digest != digest_of(path):
        abort(404)
    response = send_file(path)
    response.headers["Cache-Control"] = IMMUTABLE
    return response


def asset_url(name: str) -> str:
    """Return the address of a file in static/, or of htmx's script."""
    digest = digest_of(_named_file(name))
    return outside(url_for("assets.file", digest=digest, name=name))


@lru_cache(maxsize=256)
def _named_file(name: str) -> Path:
    """Where a file is that a template names; every page names a score of them."""
    path = find_file(name)
    if path is None:
        raise ValueError(f"there is no file {name!r} in static/")
    return path


def find_file(name: str) -> Path | None:
    """Return where a file is; nothing outside static/ is found."""
    if name == HTMX:
        return htmx_script()
    try:
        path = (STATIC / name).resolve()
        is_there = path.is_relative_to(STATIC) and path.is_file()
    except (OSError, ValueError):
        return None  # No system has a file of such a name: too long, or a zero byte.
    return path if is_there else None


@lru_cache(maxsize=1)
def htmx_script() -> Path:
    """Return where the wheel keeps htmx; it is found, never imported."""
    spec = importlib.util.find_spec(CARRIER)
    if spec is None or spec.origin is None:
        raise RuntimeError(f"{CARRIER} is not installed: run `make setup`")
    return Path(spec.origin).parent / "static" / CARRIER / "htmx-2.min.js"


def digest_of(path: Path) -> str:
    """Return what names a file's content in its address."""
    return content_digest(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=256)
def content_digest(path: Path, _changed: int) -> str:
    """Return the digest of a file as it was when it was last changed."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


@lru_cache(maxsize=256)
def icon(name: str, *, size: int = 20, label: str = "") -> Markup:
    """Return an icon of the Lucide set as SVG; without a label it is ornament."""
    names = {"role": "img", "aria-label": label} if label else {"aria-hidden": "true"}
    drawn = lucide(name, size=size, focusable="false", **{"class": "icon"}, **names)
    # Lines between its elements show nothing, and a page has many icons.
    svg = "".join(line.strip() for line in str(drawn).splitlines())
    return Markup(svg)  # noqa: S704 - the set's own drawing, attributes escaped
