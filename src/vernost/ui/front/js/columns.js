// The boxes of the column chooser become one key of the address.
export function gatherColumns() {
  document.addEventListener("change", (event) => {
    const chooser = event.target.closest("[data-columns]");
    if (!chooser) return;
    const chosen = [...chooser.querySelectorAll("input:checked")].map((box) => box.value);
    chooser.closest("form").elements.cols.value = chosen.join(",");
  });
}
