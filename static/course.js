// Where the course of the template is looked at stays in sight when another step is
// chosen, and what was chosen is read out. The page works without this file.

"use strict";

const sheet = () => document.querySelector("#course .course__sheet");
let seen = null;

document.addEventListener("htmx:beforeSwap", (event) => {
  seen = event.detail.target.id === "course" && sheet() ? sheet().scrollLeft : null;
});

document.addEventListener("htmx:afterSettle", () => {
  if (seen === null || !sheet()) {
    return;
  }
  sheet().scrollLeft = seen;
  seen = null;
  const told = document.querySelector("#course [data-told]");
  if (told) {
    const detail = { text: told.dataset.told };
    document.dispatchEvent(new CustomEvent("announce", { detail }));
  }
});
