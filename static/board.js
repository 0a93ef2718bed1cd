// Choosing several on the board, and undo and redo from the keyboard. What is chosen
// stays chosen when columns are drawn anew. The board works without this file: then the
// form below it stands open, and is sent as forms are.

"use strict";

document.documentElement.classList.add("is-scripted");

const choices = () => [...document.querySelectorAll("#board .placement__choice")];
const chosenNow = () => choices().filter((it) => it.checked).map((it) => it.value);
const chosen = new Set(chosenNow());
const chosenNumbers = () => [...chosen];
let lastChoice = null;

function announce(text) {
  document.dispatchEvent(new CustomEvent("announce", { detail: { text } }));
}

function showChosen() {
  const form = document.getElementById("several");
  if (!form) {
    return;
  }
  const shown = new Set(chosenNow());
  const hidden = chosenNumbers().filter((it) => !shown.has(it));
  form.classList.toggle("several--begun", chosen.size > 0);
  form.querySelector("[data-chosen]").textContent = chosen.size;
  const told = form.querySelector("[data-not-shown]");
  told.textContent = hidden.length
    ? told.dataset.notShown.replace("{count}", hidden.length)
    : "";
  bringAlong(form, hidden);
}

// Who is chosen and not shown is moved with the others, and previewed.
function bringAlong(form, numbers) {
  form.querySelectorAll("[data-along]").forEach((it) => it.remove());
  for (const number of numbers) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name: "number", value: number });
    field.dataset.along = "";
    form.append(field);
  }
}

// What was told of those who were chosen before is no longer true.
function askAnew() {
  const wave = document.getElementById("several-wave");
  if (chosen.size === 0) {
    wave.value = "-";
  }
  document.getElementById("several-preview").replaceChildren();
  if (wave.value !== "-") {
    htmx.trigger(wave, "change");
  }
}

function remember(boxes) {
  for (const box of boxes) {
    if (box.checked) {
      chosen.add(box.value);
    } else {
      chosen.delete(box.value);
    }
  }
  showChosen();
  askAnew();
}

function chooseNobody() {
  const boxes = choices();
  boxes.forEach((it) => { it.checked = false; });
  chosen.clear();
  remember(boxes);
}

function restore() {
  choices().forEach((it) => { it.checked = chosen.has(it.value); });
  showChosen();
}

// With the shift key, all that stand between two are chosen.
document.addEventListener("click", (event) => {
  const box = event.target.closest(".placement__choice");
  if (!box) {
    return;
  }
  const boxes = choices();
  const [from, to] = [boxes.indexOf(lastChoice), boxes.indexOf(box)].sort((a, b) => a - b);
  const between = event.shiftKey && from >= 0 ? boxes.slice(from, to + 1) : [box];
  between.forEach((it) => { it.checked = box.checked; });
  lastChoice = box;
  remember(between);
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-choose-nobody]")) {
    chooseNobody();
  }
  const step = event.target.closest("[data-step][aria-disabled]");
  if (step && queue.isBusy()) {
    queue.add({ step: step.dataset.step });
  } else if (step) {
    announce(step.dataset.reason);
  }
});

// Who has been moved is chosen no longer.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { requestConfig: asked, xhr } = event.detail;
  const moved = asked.path.match(/\/waves\/placements(?:\/(\d+))?(?:\?|$)/);
  if (asked.verb !== "post" || xhr.status !== 200 || !moved) {
    return;
  }
  if (moved[1]) {
    chosen.delete(moved[1]);
  } else {
    chosen.clear();
  }
});

document.addEventListener("htmx:afterSettle", restore);

function isTyped(target) {
  const field = target.closest("input, textarea, select");
  return target.isContentEditable || (field !== null && field.type !== "checkbox");
}

document.addEventListener("keydown", (event) => {
  const key = event.key.toLowerCase();
  const isAsked = (event.ctrlKey || event.metaKey) && !event.altKey;
  if (!isAsked || !["z", "y"].includes(key) || isTyped(event.target)) {
    return;
  }
  if (mover.isMoving()) {
    event.preventDefault();
    return;
  }
  const name = key === "y" || event.shiftKey ? "redo" : "undo";
  const step = document.querySelector(`[data-step=${name}]`);
  if (step) {
    event.preventDefault();
    step.click();
  }
});

restore();
