// Marked rows of a list go with the form below it; the form shows itself with the first mark.
export function followMarks() {
  const form = document.getElementById("marked");
  if (!form) return;
  const boxes = () => [...document.querySelectorAll('#list input[name="ids"]')];
  const refresh = () => {
    const marked = boxes().filter((box) => box.checked).length;
    form.toggleAttribute("data-nothing-marked", marked === 0);
    form.querySelector("[data-marked-count]").textContent = marked || "";
    for (const box of boxes()) box.setAttribute("form", "marked");
    form.action = form.action.split("?")[0] + location.search;
    for (const button of form.querySelectorAll("[formaction]")) {
      button.formAction = button.formAction.split("?")[0] + location.search;
    }
    const query = document.querySelector("[data-view] [name=query]");
    if (query) query.value = location.search.slice(1);
  };
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-mark-all]")) {
      for (const box of boxes()) box.checked = event.target.checked;
    }
    if (event.target.closest("#list")) refresh();
  });
  document.addEventListener("htmx:after:swap", refresh);
  refresh();
}
