// The timeline in place: what is looked at stays where it is when rows unfold or the
// zoom changes, and the page opens at the status date. All links work without this.

"use strict";

const drawing = () => document.getElementById("gantt");

function namesWidth(region) {
  return region.querySelector(".gantt__corner").offsetWidth;
}

// Where the middle of the region is, as a day; a wider zoom keeps it there.
function middleDay(region) {
  const seen = region.clientWidth - namesWidth(region);
  const { first, perDay } = region.dataset;
  return Number(first) + (region.scrollLeft + seen / 2) / Number(perDay);
}

function moveTo(region, day) {
  const seen = region.clientWidth - namesWidth(region);
  const { first, perDay } = region.dataset;
  const left = (day - Number(first)) * Number(perDay) - seen / 2;
  region.scrollTo({ left, behavior: "instant" });
}

function toStatusDate(region) {
  const seen = region.clientWidth - namesWidth(region);
  const left = Number(region.dataset.today) - seen / 3;
  region.scrollTo({ left, behavior: "instant" });
}

// What is selected is looked at first, then the status date.
function toBeginning(region) {
  const row = region.querySelector(".g--at");
  const mark = row && row.querySelector("svg a");
  if (!mark) {
    toStatusDate(region);
    return;
  }
  const seen = region.clientWidth - namesWidth(region);
  const { x, width } = mark.getBBox();
  const head = region.querySelector(".gantt__head").offsetHeight;
  const top = row.offsetTop - head - 3 * row.offsetHeight;
  region.scrollTo({ left: x + width / 2 - seen / 2, top, behavior: "instant" });
  const below = row.getBoundingClientRect().bottom - window.innerHeight;
  if (below > 0) {
    window.scrollBy({ top: below + row.offsetHeight, behavior: "instant" });
  }
}

// The name of a period that begins further left stays at the edge of what is seen,
// as far as it has room there; else it is left out and not cut.
function nameWhatIsSeen(region, left = region.scrollLeft) {
  for (const name of region.querySelectorAll(".h-group, .h-tick")) {
    name.dataset.begin ??= name.getAttribute("x");
    const [begin, end] = [Number(name.dataset.begin), Number(name.dataset.end)];
    const isCut = begin < left && left < end;
    const hasRoom = end - left >= name.getBBox().width + 10;
    name.setAttribute("x", isCut && hasRoom ? left : begin);
    name.setAttribute("visibility", isCut && !hasRoom ? "hidden" : "inherit");
  }
}

document.addEventListener(
  "scroll",
  (event) => {
    if (event.target === drawing()) {
      nameWhatIsSeen(event.target);
    }
  },
  { capture: true, passive: true },
);

// Paper shows all of it.
window.addEventListener("beforeprint", () => {
  if (drawing()) {
    nameWhatIsSeen(drawing(), 0);
  }
});

window.addEventListener("afterprint", () => {
  if (drawing()) {
    nameWhatIsSeen(drawing());
  }
});

let kept = null;

document.addEventListener("click", (event) => {
  const link = event.target.closest("#timeline a[href]");
  const region = drawing();
  if (!link || !region || event.defaultPrevented) {
    return;
  }
  if (link.getAttribute("href") === "#status-date") {
    event.preventDefault();
    toStatusDate(region);
    region.focus({ preventScroll: true });
    return;
  }
  const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  const isHere = link.pathname === window.location.pathname && link.search && !link.hash;
  if (isPlain && isHere && !link.hasAttribute("hx-get")) {
    event.preventDefault();
    window.htmx.ajax("GET", link.pathname + link.search, { source: region });
  }
});

document.addEventListener("htmx:beforeSwap", (event) => {
  const region = drawing();
  kept = null;
  if (event.detail.target.id === "timeline" && region) {
    const row = document.activeElement.closest(".g");
    kept = {
      scope: document.getElementById("timeline-scope").dataset.scope,
      day: middleDay(region),
      top: region.scrollTop,
      row: row ? row.id : "",
      height: row ? row.getBoundingClientRect().top : 0,
    };
  }
});

document.addEventListener("htmx:afterSettle", () => {
  const region = drawing();
  if (!region || !kept) {
    return;
  }
  const { scope, day, top, row: id, height } = kept;
  kept = null;
  const detail = { text: `${document.title.split(" – ")[0]}: ${region.dataset.told}` };
  document.dispatchEvent(new CustomEvent("announce", { detail }));
  if (scope !== document.getElementById("timeline-scope").dataset.scope) {
    toBeginning(region);
    return;
  }
  moveTo(region, day);
  region.scrollTo({ top, behavior: "instant" });
  const row = id && document.getElementById(id);
  const link = row && row.querySelector("a[href]");
  if (link) {
    link.focus({ preventScroll: true });
    const by = row.getBoundingClientRect().top - height;
    window.scrollBy({ top: by, behavior: "instant" });
  }
});

if (drawing() && window.location.hash === "") {
  toBeginning(drawing());
}
