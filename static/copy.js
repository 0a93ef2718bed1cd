// A button that copies what stands in a field, where the browser lets it; the text in
// the field can be selected and copied without it.

"use strict";

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // An address without TLS has no clipboard but the old one.
      document.execCommand("copy");
    }
    button.querySelector("span").textContent = button.dataset.copied;
    document.dispatchEvent(
      new CustomEvent("announce", { detail: { text: button.dataset.copied } }),
    );
  });
}
