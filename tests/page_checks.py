"""What a page in a browser must hold at any size and in any colours.

Each check returns what is wrong, a line each, with the element it is about.
"""

from playwright.sync_api import Page

LARGEST_PAGE = 300_000
LARGEST_ANSWER = 50_000

# The part that every script below needs: an element as a person finds it again.
NAMED = """
const named = (it) => {
  const words = (it.getAttribute('aria-label') || it.textContent || '').trim();
  const mark = it.id ? '#' + it.id : '.' + (it.getAttribute('class') || '');
  return it.tagName.toLowerCase() + mark + ' “' + words.slice(0, 40) + '”';
};
"""

STRUCTURE = (
    "() => {"
    + NAMED
    + """
  const faults = [];
  const shown = (it) => it.checkVisibility({visibilityProperty: true});
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const levels = headings.filter(shown).map((it) => [Number(it.tagName[1]), it]);
  if (levels.filter(([level]) => level === 1).length !== 1) {
    faults.push('not one h1');
  }
  let before = 0;
  for (const [level, it] of levels) {
    if (level > before + 1) {
      faults.push(`heading ${before} is followed by ${named(it)}`);
    }
    before = level;
  }
  for (const landmark of ['header.masthead', 'main', 'footer.colophon']) {
    if (document.querySelectorAll(landmark).length !== 1) {
      faults.push(`not one ${landmark}`);
    }
  }
  for (const it of document.querySelectorAll('nav')) {
    if (!it.ariaLabel && !it.getAttribute('aria-labelledby')) {
      faults.push(`a navigation without a name: ${named(it)}`);
    }
  }
  return faults;
}"""
)

OVERFLOW = (
    "() => {"
    + NAMED
    + """
  const root = document.documentElement;
  const width = root.clientWidth;
  if (root.scrollWidth <= width) {
    return [];
  }
  const wide = [...document.body.querySelectorAll('*')].filter((it) =>
    it.getBoundingClientRect().right > width + 1 && it.checkVisibility());
  return [`the page is ${root.scrollWidth} wide on ${width}: ` +
    wide.slice(0, 5).map(named).join(', ')];
}"""
)

# One element of each kind is enough: they share their styles.
FOCUS = (
    "() => {"
    + NAMED
    + """
  const look = (it) => {
    const style = getComputedStyle(it);
    const inner = it.querySelector('circle, path, rect, text');
    const drawn = inner && it instanceof SVGElement ? getComputedStyle(inner) : style;
    return [style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
      style.boxShadow, drawn.stroke, drawn.strokeWidth].join();
  };
  const choice = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const kinds = new Map();
  for (const it of document.querySelectorAll(choice)) {
    const kind = it.tagName + it.getAttribute('class') + it.parentElement.className;
    const isReached = !it.disabled && it.type !== 'hidden' && it.tabIndex >= 0;
    if (isReached && it.checkVisibility()
        && !kinds.has(kind)) {
      kinds.set(kind, it);
    }
  }
  const faults = [];
  for (const it of kinds.values()) {
    document.activeElement.blur();
    const before = look(it);
    it.focus({focusVisible: true});
    if (document.activeElement !== it) {
      faults.push(`can't get the focus: ${named(it)}`);
    } else if (look(it) === before) {
      faults.push(`does not show its focus: ${named(it)}`);
    }
    const box = it.getBoundingClientRect();
    if (box.right < 0 || box.bottom < 0 || box.left > innerWidth) {
      faults.push(`has the focus out of sight: ${named(it)}`);
    }
  }
  document.activeElement.blur();
  scrollTo(0, 0);
  return faults;
}"""
)


def find_faults(page: Page) -> list[str]:
    """Return what is wrong with the order of the page, its width and its focus."""
    return [
        *page.evaluate(STRUCTURE),
        *page.evaluate(OVERFLOW),
        *page.evaluate(FOCUS),
    ]
