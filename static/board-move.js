// Moving municipalities between the columns of the board, and how it is done with the
// keyboard, from the grip of a card; dragging is in board-drag.js. While a column is
// chosen, the server says what the move would come to. All of it ends in the request
// that the form of the card makes, sent by board-queue.js. What moves is known by number:
// an answer to an earlier move may draw the cards anew. The board works without this file.

"use strict";

const mover = (() => {
  const PATIENCE = 150;
  const AWAY = 100;

  const board = () => document.getElementById("board");
  const columnOf = (card) => card.closest(".wave-column");
  const wordsOf = (element) => element.textContent.replace(/\s+/g, " ").trim();
  const bubble = document.createElement("div");
  const told = new Map();
  bubble.className = "board-preview";

  let move = null;
  let asking = new AbortController();
  let waiting = 0;

  const say = (key, values) => announce(
    board().dataset[key].replace(/\{(\w+)\}/g, (_all, name) => values[name]),
  );
  const cardOf = (number) => document.getElementById(`placement-${number}`);

  // Who moves: the card, or all that are chosen where it is one of them.

  function numbersWith(card) {
    const isChosen = card.querySelector(".placement__choice").checked;
    return isChosen ? chosenNumbers() : [card.dataset.number];
  }

  function begin(card, mode) {
    const numbers = numbersWith(card);
    const name = card.dataset.name;
    move = { number: card.dataset.number, mode, name, numbers, target: null };
    lift();
    document.documentElement.classList.add("is-moving");
  }

  function lift() {
    move.numbers.forEach((it) => cardOf(it)?.classList.add("placement--moving"));
  }

  // Of one by name, of several by how many they are.
  function sayOf(key, { name, numbers }) {
    const several = numbers.length > 1 ? `${key}Several` : key;
    say(several, { name, count: numbers.length });
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
    const left = move;
    end();
    sayOf("left", left);
  }

  // What it would come to, at the column that is chosen.

  const placeOf = (number) => {
    const card = cardOf(number);
    return queue.placeOf(number) ?? (card && columnOf(card).dataset.wave);
  };
  const isHome = (place) => move.numbers.every((it) => placeOf(it) === place.dataset.wave);

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
      const answer = await fetch(url, options)
        .then((it) => (it.ok ? it.text() : null))
        .catch(() => null);
      if (answer === null) {
        return;
      }
      told.set(url, answer);
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
    const { mode, numbers } = move;
    const place = move.target && asItIsNow(move.target);
    if (!place || isHome(place) || place.matches(".wave-column--live")) {
      leave();
      return;
    }
    end();
    queue.add({ numbers, place: place.dataset.wave, mode });
  }

  const asItIsNow = (place) => (place.isConnected
    ? place
    : board().querySelector(`.wave-column[data-wave="${place.dataset.wave}"]`));

  // The board is drawn anew while somebody is lifted: the move goes on.
  document.addEventListener("htmx:afterSettle", () => {
    if (!move || !board()) {
      return;
    }
    lift();
    if (move.mode === "keys") {
      cardOf(move.number)?.querySelector(".placement__grip").focus({ preventScroll: true });
    }
    if (move.target && !move.target.isConnected) {
      target(asItIsNow(move.target));
    }
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
    sayOf("picked", move);
  });

  function step(by) {
    const all = places();
    const here = all.indexOf(move.target ?? columnOf(cardOf(move.number)));
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
    const left = move;
    const isGrip = event.target.matches(".placement__grip");
    if (left?.mode !== "keys" || !isGrip) {
      return;
    }
    // Where the board is drawn anew, the focus comes back to the card in a moment.
    window.setTimeout(() => {
      if (move === left && !cardOf(left.number)?.contains(document.activeElement)) {
        leave();
      }
    }, AWAY);
  });

  return {
    begin, drop, leave, target,
    isAt: (mode) => move?.mode === mode,
    isMoving: () => move !== null,
    count: () => move.numbers.length,
  };
})();
