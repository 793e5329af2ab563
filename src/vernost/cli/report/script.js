// Only what the page can do without: finding a client in the list.
"use strict";
const find = document.getElementById("find");
if (find) {
  find.closest("label").hidden = false;
  const cases = [...document.querySelectorAll("#attention .cases > li")];
  find.addEventListener("input", () => {
    const wanted = find.value.trim().toLowerCase();
    for (const folded of document.querySelectorAll("#attention > details")) {
      folded.open = wanted !== "";
    }
    for (const one of cases) {
      one.hidden = wanted !== "" && !one.textContent.toLowerCase().includes(wanted);
    }
  });
}
