// Dragging cards over the board: with the mouse, or with a finger that rests on a card,
// so that a swipe still scrolls. Who moves and where to is in board-move.js.

"use strict";

{
  const FAR = 6;
  const LONG_PRESS = 350;
  const EDGE = 56;

  let press = null;
  let ghost = null;
  let at = null;

  const isDragging = () => mover.isAt("pointer");

  function lift() {
    const { card, x, y } = press;
    window.clearTimeout(press.timer);
    press = null;
    window.getSelection().removeAllRanges();
    mover.begin(card, "pointer");
    ghost = ghostOf(card);
    document.body.append(ghost);
    follow(x, y);
    requestAnimationFrame(scroll);
  }

  function ghostOf(card) {
    const copy = card.cloneNode(true);
    copy.removeAttribute("id");
    copy.querySelectorAll("[id]").forEach((it) => it.removeAttribute("id"));
    copy.querySelectorAll("input").forEach((it) => it.remove());
    copy.setAttribute("aria-hidden", "true");
    copy.classList.add("placement--ghost");
    if (mover.count() > 1) {
      const more = document.createElement("span");
      more.className = "placement__more";
      more.textContent = mover.count();
      copy.querySelector(".placement__head").prepend(more);
    }
    return copy;
  }

  function follow(x, y) {
    at = { x, y };
    // Above the pointer: what the column says of the move opens below it.
    const above = Math.max(4, y - ghost.offsetHeight - 14);
    // Set by a script this is no inline style: the policy of the page allows it.
    ghost.style.transform = `translate(${x + 14}px, ${above}px)`;
    mover.target(document.elementFromPoint(x, y)?.closest("[data-wave]") ?? null);
  }

  // Near an edge the page follows, and on a phone the columns do.
  function scroll() {
    if (!isDragging()) {
      putAway();
      return;
    }
    const { x, y } = at;
    // What stays at the edge itself is a place to drop on, not a way to scroll.
    const isPlace = document.elementFromPoint(x, y)
      ?.closest(".board-jumps, .wave-column__top");
    const way = (from, size) => {
      const edge = Math.min(EDGE, size / 12);
      return (from < edge ? -1 : 0) + (from > size - edge ? 1 : 0);
    };
    const down = isPlace ? 0 : 12 * way(y, window.innerHeight);
    const across = isPlace ? 0 : 10 * way(x, window.innerWidth);
    const behavior = "instant";
    window.scrollBy({ top: down, behavior });
    document.querySelector("#board .board-columns")?.scrollBy({ left: across, behavior });
    if (down || across) {
      follow(x, y);
    }
    requestAnimationFrame(scroll);
  }

  // However the move ends, Escape too, nothing is left under the pointer.
  function putAway() {
    ghost?.remove();
    ghost = null;
  }

  function letGo() {
    window.clearTimeout(press?.timer);
    press = null;
  }

  document.addEventListener("pointerdown", (event) => {
    const card = event.target.closest(".placement[data-number]");
    const isControl = event.target.closest("input, select, form, .placement__move");
    if (!card || isControl || event.button !== 0 || !event.isPrimary || isDragging()) {
      return;
    }
    const rests = event.pointerType !== "mouse";
    press = { card, rests, x: event.clientX, y: event.clientY };
    press.timer = rests ? window.setTimeout(lift, LONG_PRESS) : 0;
  });

  document.addEventListener("pointermove", (event) => {
    if (isDragging()) {
      follow(event.clientX, event.clientY);
    } else if (press) {
      const far = Math.hypot(event.clientX - press.x, event.clientY - press.y) > FAR;
      if (far && press.rests) {
        letGo();
      } else if (far) {
        lift();
      }
    }
  });

  document.addEventListener("pointerup", () => {
    letGo();
    if (isDragging()) {
      // The click that ends it opens no link.
      const stop = (click) => { click.preventDefault(); click.stopPropagation(); };
      document.addEventListener("click", stop, { capture: true, once: true });
      window.setTimeout(() => document.removeEventListener("click", stop, true), 50);
      putAway();
      mover.drop();
    }
  });

  document.addEventListener("pointercancel", () => {
    letGo();
    if (isDragging()) {
      putAway();
      mover.leave();
    }
  });

  const isHeld = (event) => event.target.closest?.(".placement[data-number]");
  document.addEventListener("dragstart", (event) => {
    if (isHeld(event)) {
      event.preventDefault();
    }
  });
  document.addEventListener("contextmenu", (event) => {
    if (press?.rests || isDragging()) {
      event.preventDefault();
    }
  });
  document.addEventListener("touchmove", (event) => {
    if (isDragging()) {
      event.preventDefault();
    }
  }, { passive: false });
}
