// What htmx leaves to the page: the token that a change needs, where the focus goes,
// what is read out, and what to say when there is no answer. The server says all the
// rest. Every page works without this file.

"use strict";

const alertRegion = () => document.getElementById("alert");
const tokenName = "X-CSRFToken";

document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector("meta[name=csrf-token]");
  if (event.detail.verb !== "get" && token) {
    event.detail.headers[tokenName] = token.content;
  }
});

let unexplained = 0;

// What was wrong before the last attempt is no longer true.
document.addEventListener("htmx:beforeRequest", (event) => {
  window.clearTimeout(unexplained);
  if (!event.detail.elt.hasAttribute("data-keeps-alert")) {
    alertRegion().replaceChildren();
  }
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-close-alert]")) {
    alertRegion().replaceChildren();
    document.getElementById("main").focus({ preventScroll: true });
  }
});

document.addEventListener("announce", (event) => {
  const region = document.getElementById("announcements");
  region.textContent = "";
  // Text that has not changed is not read again: it must come anew.
  window.setTimeout(() => { region.textContent = event.detail.text; }, 50);
});

// The answer names what to look at first. Where it names nothing and the element
// that had the focus is gone, the part that took its place gets it.
document.addEventListener("htmx:afterSettle", (event) => {
  const part = event.detail.elt;
  if (!(part instanceof HTMLElement) || !part.isConnected) {
    return;
  }
  const named = part.matches("[data-focus]") ? part : part.querySelector("[data-focus]");
  if (named) {
    named.focus();
  } else if (document.activeElement === document.body) {
    part.tabIndex = part.tabIndex < 0 ? -1 : part.tabIndex;
    part.focus({ preventScroll: true });
  }
});

// Who waits sees it after a moment, and who listens can ask: the part is busy.
const waitingFor = new Map();

document.addEventListener("htmx:beforeSend", (event) => {
  const { xhr, target } = event.detail;
  waitingFor.set(xhr, target);
  target.setAttribute("aria-busy", "true");
  document.documentElement.classList.add("is-waiting");
});

for (const name of ["htmx:beforeSwap", "htmx:afterRequest"]) {
  document.addEventListener(name, (event) => {
    waitingFor.get(event.detail.xhr)?.removeAttribute("aria-busy");
    waitingFor.delete(event.detail.xhr);
    document.documentElement.classList.toggle("is-waiting", waitingFor.size > 0);
  });
}

// The session has ended: the answer brings the token of the new one, so that what was
// typed can be sent once more from where it stands.
document.addEventListener("token", (event) => {
  document.querySelector("meta[name=csrf-token]").content = event.detail.value;
  for (const field of document.querySelectorAll("input[name=csrf_token]")) {
    field.value = event.detail.value;
  }
});

function sayThatNobodyAnswers() {
  const words = document.getElementById("no-answer");
  alertRegion().replaceChildren(words.content.cloneNode(true));
}

document.addEventListener("htmx:sendError", sayThatNobodyAnswers);
document.addEventListener("htmx:timeout", sayThatNobodyAnswers);

// An answer that is not ours (of a proxy, say) has no message to show.
document.addEventListener("htmx:responseError", () => {
  unexplained = window.setTimeout(() => {
    if (alertRegion().childElementCount === 0) {
      sayThatNobodyAnswers();
    }
  }, 200);
});

// On a phone the sections are behind a button.
const sections = document.querySelector(".sections__open");
const openSections = (open) => sections?.setAttribute("aria-expanded", String(open));

sections?.addEventListener("click", () => {
  openSections(sections.getAttribute("aria-expanded") === "false");
});

sections?.parentElement.addEventListener("keydown", (event) => {
  const isOpen = sections.getAttribute("aria-expanded") === "true";
  if (event.key === "Escape" && isOpen && !document.querySelector(".menu[open]")) {
    openSections(false);
    sections.focus();
  }
});

// Menus close as people expect: by Escape, or by turning to something else.
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  }
});

// A page that was sent with something wrong in it starts there.
const first = document.querySelector("main [data-focus]");
if (first) {
  first.focus();
}
