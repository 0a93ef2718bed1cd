// Search with the keyboard: a key that opens it, arrows through what was found, Escape
// to leave it. What was found are links. The page of the search works without this file.

"use strict";

const search = document.querySelector("[data-search]");
const searchText = document.getElementById("search-text");
const opener = document.querySelector("[data-search-open]");
const keySwitch = document.querySelector("[data-search-key]");
const keyIsOff = "search-key-off";

const isShown = (element) => element !== null && element.offsetParent !== null;

function openSearch() {
  search.classList.add("search--open");
  searchText.focus();
  searchText.select();
}

function closeSearch() {
  search.classList.remove("search--open");
  search.dataset.closed = "";
}

function leaveSearch() {
  closeSearch();
  if (isShown(opener)) {
    opener.focus();
  } else {
    // The field shows what was found as soon as it gets the focus.
    searchText.focus();
    closeSearch();
  }
}

function step(event) {
  const found = search.querySelectorAll("#search-results a");
  const places = [searchText, ...[...found].filter(isShown)];
  const here = places.indexOf(document.activeElement);
  const next = places[here + (event.key === "ArrowDown" ? 1 : -1)];
  if (here >= 0 && next) {
    event.preventDefault();
    next.focus();
  }
}

function isTyping(target) {
  return target.isContentEditable || target.closest("input, textarea, select") !== null;
}

// A key without Ctrl or Alt is in the way of those who speak to their machine: it can be
// turned off on the page of the search, for this browser.
function showKey() {
  const isOff = localStorage.getItem(keyIsOff) !== null;
  search.classList.toggle("search--keyless", isOff);
  if (keySwitch) {
    keySwitch.hidden = false;
    keySwitch.setAttribute("aria-pressed", String(!isOff));
  }
}

function turnKey() {
  if (localStorage.getItem(keyIsOff) === null) {
    localStorage.setItem(keyIsOff, "");
  } else {
    localStorage.removeItem(keyIsOff);
  }
  showKey();
}

function listen() {
  document.addEventListener("keydown", (event) => {
    const isAlone = !event.ctrlKey && !event.metaKey && !event.altKey;
    const isOn = localStorage.getItem(keyIsOff) === null;
    if (event.key === "/" && isAlone && isOn && !isTyping(event.target)) {
      event.preventDefault();
      openSearch();
    }
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      step(event);
    } else if (event.key === "Escape" && opener) {
      // What was typed stays; typing on shows what is found again.
      event.preventDefault();
      leaveSearch();
    }
  });
  for (const name of ["input", "focus"]) {
    searchText.addEventListener(name, () => { delete search.dataset.closed; });
  }
  search.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !search.contains(event.relatedTarget)) {
      closeSearch();
    }
  });
  document.addEventListener("click", (event) => {
    if (!search.contains(event.target)) {
      closeSearch();
    }
  });
  opener?.addEventListener("click", (event) => {
    event.preventDefault();
    openSearch();
  });
  keySwitch?.addEventListener("click", turnKey);
  showKey();
}

if (search && searchText) {
  listen();
}
