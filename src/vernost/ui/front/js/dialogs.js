// <button data-opens="help"> opens <dialog id="help">; a button with data-closes closes the one it is in.
export function openDialogs() {
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) document.getElementById(opener.dataset.opens).showModal();
    event.target.closest("[data-closes]")?.closest("dialog").close();
  });
}
