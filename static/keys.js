// The list of keys, opened by one of them. It is on the page of accessibility as well,
// where the keys that are a single sign can be turned off.

"use strict";

{
  const off = "search-key-off";
  const words = document.getElementById("keys-dialog");

  function showKeys() {
    if (document.querySelector("dialog[open]")) {
      return;
    }
    const dialog = words.content.firstElementChild.cloneNode(true);
    document.body.append(dialog);
    dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    dialog.showModal();
  }

  document.addEventListener("keydown", (event) => {
    const isTyped = event.target.closest("input, textarea, select, [contenteditable]");
    const isAlone = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "?" && isAlone && !isTyped && localStorage.getItem(off) === null) {
      event.preventDefault();
      showKeys();
    }
  });
}
