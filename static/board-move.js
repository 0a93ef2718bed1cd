// Moving municipalities between the columns of the board, and how it is done with the
// keyboard, from the grip of a card; dragging is in board-drag.js. While a column is
// chosen, the server says what the move would come to. All of it ends in the request
// that the form of the card makes. The board works without this file.

"use strict";

const mover = (() => {
  const PATIENCE = 150;

  const board = () => document.getElementById("board");
  const drawn = () => document.getElementById("board-drawn").value;
  const columnOf = (card) => card.closest(".wave-column");
  const wordsOf = (element) => element.textContent.replace(/\s+/g, " ").trim();
  const bubble = document.createElement("div");
  const told = new Map();
  bubble.className = "board-preview";

  let move = null;
  let settling = null;
  let asking = new AbortController();
  let waiting = 0;

  const say = (key, values) => announce(
    board().dataset[key].replace(/\{(\w+)\}/g, (_all, name) => values[name]),
  );
  const cardOf = (number) => document.getElementById(`placement-${number}`);

  // Who moves: the card, or all that are chosen where it is one of them.

  function numbersWith(card) {
    const isChosen = card.querySelector(".placement__choice").checked;
    return isChosen ? chosenNow() : [card.dataset.number];
  }

  function begin(card, mode) {
    const numbers = numbersWith(card);
    const name = numbers.length === 1
      ? card.dataset.name
      : board().dataset.several.replace("{count}", numbers.length);
    move = { card, mode, name, numbers, target: null };
    numbers.forEach((it) => cardOf(it).classList.add("placement--moving"));
    document.documentElement.classList.add("is-moving");
  }

  function end() {
    move.numbers.forEach((it) => cardOf(it)?.classList.remove("placement--moving"));
    move.target?.classList.remove("is-target");
    document.documentElement.classList.remove("is-moving");
    bubble.remove();
    window.clearTimeout(waiting);
    asking.abort();
    move = null;
  }

  function leave() {
    const { name } = move;
    end();
    say("left", { name });
  }

  // What it would come to, at the column that is chosen.

  const isHome = (place) => move.numbers.every(
    (it) => columnOf(cardOf(it)).dataset.wave === place.dataset.wave,
  );

  function target(place) {
    if (place === move.target) {
      return;
    }
    move.target?.classList.remove("is-target");
    move.target = place;
    window.clearTimeout(waiting);
    asking.abort();
    bubble.remove();
    if (!place) {
      return;
    }
    place.classList.add("is-target");
    if (isHome(place)) {
      say("here", { wave: place.dataset.name });
    } else {
      waiting = window.setTimeout(() => ask(place), PATIENCE);
    }
  }

  async function ask(place) {
    const asked = new URLSearchParams(move.numbers.map((it) => ["number", it]));
    asked.append("wave", codeOf(place));
    const url = `${board().dataset.preview}?${asked}`;
    asking = new AbortController();
    if (!told.has(url)) {
      const options = { headers: { "HX-Request": "true" }, signal: asking.signal };
      const answer = await fetch(url, options).catch(() => null);
      if (!answer?.ok) {
        return;
      }
      told.set(url, await answer.text());
    }
    if (move?.target === place) {
      bubble.innerHTML = told.get(url);
      (place.querySelector(".wave-column__top") ?? document.body).append(bubble);
      announce(`${place.dataset.name}. ${wordsOf(bubble)}`);
    }
  }

  const codeOf = (place) => (place.dataset.wave === "none" ? "" : place.dataset.wave);

  // The end: the same request as from the form of the card, or of those chosen.

  function drop() {
    const { card, numbers, target: place } = move;
    if (!place || isHome(place) || place.matches(".wave-column--live")) {
      leave();
      return;
    }
    settling = { numbers, top: board().getBoundingClientRect().top, mode: move.mode };
    end();
    if (numbers.length > 1) {
      document.getElementById("several-wave").value = codeOf(place);
      document.getElementById("several").requestSubmit();
      return;
    }
    htmx.ajax("POST", card.querySelector(".placement__move").href, {
      source: card,
      target: `#move-${numbers[0]}`,
      swap: "innerHTML",
      values: { wave: codeOf(place), seen: drawn(), board: drawn() },
    });
  }

  // What is told of the move comes above the board; who drags stays where they are.
  document.addEventListener("htmx:afterSettle", () => {
    if (!settling) {
      return;
    }
    settling.numbers.forEach((it) => cardOf(it)?.classList.add("placement--fresh"));
    if (settling.mode === "pointer" && board()) {
      const top = board().getBoundingClientRect().top - settling.top;
      window.scrollBy({ top, behavior: "instant" });
    }
    const done = settling;
    window.setTimeout(() => { settling = settling === done ? null : settling; }, 600);
  });

  document.addEventListener("htmx:beforeSwap", () => told.clear());

  // With the keyboard

  const places = () => [
    ...board().querySelectorAll(".wave-column[data-wave]:not(.wave-column--live)"),
  ];

  document.addEventListener("click", (event) => {
    const card = event.target.closest(".placement__grip")?.closest(".placement");
    if (!card) {
      return;
    }
    if (move) {
      drop();
      return;
    }
    begin(card, "keys");
    say("picked", { name: move.name });
  });

  function step(by) {
    const all = places();
    const here = all.indexOf(move.target ?? columnOf(move.card));
    const next = all[here + by];
    if (next) {
      target(next);
      next.querySelector(".wave-column__top").scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }

  document.addEventListener("keydown", (event) => {
    if (!move) {
      return;
    }
    if (event.key === "Escape") {
      event.preventDefault();
      leave();
    } else if (move.mode === "keys" && /^Arrow/.test(event.key)) {
      event.preventDefault();
      step(/Right|Down/.test(event.key) ? 1 : -1);
    }
  });

  document.addEventListener("focusout", (event) => {
    if (move?.mode === "keys" && move.card.contains(event.target)) {
      leave();
    }
  });

  return {
    begin, drop, leave, target,
    isAt: (mode) => move?.mode === mode,
    count: () => move.numbers.length,
  };
})();
