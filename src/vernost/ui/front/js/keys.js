// Ctrl+Enter saves, ? shows the keys, and a link or button with data-key answers to its letter.
const LETTERS_TYPED = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

export function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.target.closest("form[data-save]")?.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches?.(LETTERS_TYPED)) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "?") document.getElementById("help")?.showModal();
    // The letter of a key, whatever the keyboard's language: c is where С stands in Russian too.
    const letter = event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : "";
    const target = letter && document.querySelector(`[data-key="${letter}"]`);
    if (target) {
      event.preventDefault();
      target.click();
    } else if (letter === "c" && document.getElementById("palette")) {
      event.preventDefault();
      document.dispatchEvent(new CustomEvent("vernost:find", { detail: { then: "log/" } }));
    }
  });
}
