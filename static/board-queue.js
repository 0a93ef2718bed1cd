// What is done on the board is sent one after the other: an answer draws columns anew,
// and the next move brings the revision that they were drawn from. The sender is never
// drawn anew, so that no answer is lost. The board works without this file.

"use strict";

const queue = (() => {
  // htmx asks for the whole board a moment after an answer that wants it.
  const SETTLED = 50;
  const PENDING = "placement--pending";

  const sender = () => document.getElementById("board-sender");
  const board = () => document.getElementById("board");
  const several = () => document.getElementById("several");
  const cardOf = (number) => document.getElementById(`placement-${number}`);

  const waiting = [];
  const open = new Set();
  let sent = null;
  let fresh = [];
  let top = null;

  const isBusy = () => open.size > 0 || waiting.length > 0;
  const jobs = () => (sent ? [sent, ...waiting] : waiting);
  const codeOf = (place) => (place === "none" ? "" : place);

  function add(job) {
    if (!isBusy()) {
      sender().removeAttribute("data-keeps-alert");
    }
    waiting.push(job);
    mark();
    next();
  }

  function next() {
    if (open.size > 0 || !waiting.length) {
      return;
    }
    const job = waiting.shift();
    if (job.step) {
      document.querySelector(`[data-step=${job.step}]`)?.click();
      window.setTimeout(next);
      return;
    }
    sent = job;
    const url = new URL(several().action);
    const values = { wave: codeOf(job.place), seen: drawnAt(), board: drawnAt() };
    if (job.numbers.length === 1) {
      url.pathname += `/${job.numbers[0]}`;
    } else {
      values.number = job.numbers;
    }
    ask("POST", url, { target: "#board-sender", values });
  }

  const drawnAt = () => document.getElementById("board-drawn").value;

  function ask(verb, url, how) {
    const given = { source: "#board-sender", swap: "innerHTML", ...how };
    htmx.ajax(verb, url.pathname + url.search, given).catch(() => {});
  }

  // Somebody else was first: the board is drawn as it is now, and the message stays.
  function drawAnew() {
    const url = new URL(document.querySelector(".board-filter").action);
    url.search = new URL(several().action).search;
    const selectOOB = "#board-bar";
    ask("GET", url, { target: "#board", swap: "outerHTML", select: "#board", selectOOB });
  }

  function sayThatItIsAnew() {
    const mend = document.querySelector("#alert [data-mend]");
    if (mend) {
      mend.textContent = board().dataset.anew;
      document.querySelector("#alert [data-reload]")?.remove();
    }
  }

  function mark() {
    for (const card of document.querySelectorAll(`.${PENDING}`)) {
      card.classList.remove(PENDING);
    }
    for (const number of jobs().flatMap((job) => job.numbers ?? [])) {
      cardOf(number)?.classList.add(PENDING);
    }
    fresh.forEach((it) => cardOf(it)?.classList.add("placement--fresh"));
  }

  // Of what htmx sends, these draw the board anew.
  document.addEventListener("htmx:beforeSend", (event) => {
    const { requestConfig: asked, target, xhr } = event.detail;
    if (asked.verb === "get" && target.id !== "board") {
      return;
    }
    open.add(xhr);
    if (sent && event.detail.elt === sender() && asked.verb === "post") {
      sent.xhr = xhr;
    }
    xhr.addEventListener("loadend", () => end(xhr, asked.verb));
  });

  function end(xhr, verb) {
    open.delete(xhr);
    if (sent?.xhr === xhr) {
      const done = sent;
      sent = null;
      fresh = xhr.status === 200 ? done.numbers : [];
    }
    if (verb === "post" && xhr.status !== 200) {
      // What is sent next says nothing of what was refused now.
      sender().setAttribute("data-keeps-alert", "");
    }
    mark();
    if (verb === "post" && xhr.status === 409) {
      sayThatItIsAnew();
      drawAnew();
    }
    window.setTimeout(() => {
      if (open.size === 0) {
        fresh = [];
        top = null;
      }
      next();
    }, SETTLED);
  }

  // What is refused is told where it was asked: at the card, or in the bar.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { detail } = event;
    if (detail.target === board() || detail.elt === sender()) {
      top = sent?.mode === "pointer" ? board().getBoundingClientRect().top : top;
    }
    if (detail.elt === sender() && detail.xhr.status === 422) {
      const number = sent.numbers.length === 1 ? sent.numbers[0] : "";
      detail.target = document.getElementById(`move-${number}`) ?? several();
      detail.swapOverride = number ? "innerHTML" : "outerHTML";
    }
  });

  // What is told of the move comes above the board; who drags stays where they are.
  document.addEventListener("htmx:afterSettle", () => {
    if (!board()) {
      return;
    }
    mark();
    if (top !== null) {
      const by = board().getBoundingClientRect().top - top;
      window.scrollBy({ top: by, behavior: "instant" });
    }
  });

  // A form that is sent while an answer is on its way waits for its turn.
  document.addEventListener("submit", (event) => {
    const job = isBusy() && event.submitter?.name !== "try" && jobOf(event.target);
    if (job) {
      event.preventDefault();
      event.stopImmediatePropagation();
      add(job);
    }
  }, true);

  function jobOf(form) {
    const step = form.querySelector("[data-step]")?.dataset.step;
    if (step) {
      return { step };
    }
    const given = new FormData(form);
    const place = given.get("wave") || "none";
    if (form === several() && given.has("number") && place !== "-") {
      return { numbers: given.getAll("number"), place };
    }
    const number = form.closest("#board .placement")?.dataset.number;
    return number ? { numbers: [number], place } : null;
  }

  return {
    add, isBusy,
    // Where a municipality goes that is on its way.
    placeOf: (number) => jobs().findLast((it) => it.numbers?.includes(number))?.place,
  };
})();
