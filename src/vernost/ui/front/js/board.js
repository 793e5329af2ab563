// A card dragged to another column asks for the reason and the term; the link “Move” on it does the same by keyboard.
export function dragCards() {
  const board = document.querySelector("[data-board]");
  const dialog = document.getElementById("decide");
  if (!board || !dialog) return;
  let dragged = null;

  const ask = (card, value) => {
    const form = dialog.querySelector("form");
    form.action = card.dataset.decide;
    dialog.querySelector("h2").textContent = card.dataset.name;
    if (value) form.elements.decided.value = value;
    dialog.showModal();
    (value ? form.elements.reason : form.elements.decided).focus();
  };
  const columnUnder = (event) => {
    const column = event.target.closest("[data-column]");
    return dragged && column && !column.contains(dragged) ? column : null;
  };
  const mark = (column) => {
    for (const one of board.querySelectorAll("[data-column]")) one.toggleAttribute("data-over", one === column);
  };

  board.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("[data-decide]");
    event.dataTransfer.effectAllowed = "move";
  });
  board.addEventListener("dragover", (event) => {
    const column = columnUnder(event);
    mark(column);
    if (column) event.preventDefault();
  });
  board.addEventListener("drop", (event) => {
    const column = columnUnder(event);
    if (!column) return;
    event.preventDefault();
    ask(dragged, column.dataset.column);
  });
  board.addEventListener("dragend", () => {
    dragged = null;
    mark(null);
  });
  board.addEventListener("click", (event) => {
    const move = event.target.closest("[data-move]");
    if (!move) return;
    event.preventDefault();
    ask(move.closest("[data-decide]"), "");
  });
}
