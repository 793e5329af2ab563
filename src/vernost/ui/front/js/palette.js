const TOO_OFTEN = 429;

// Ctrl+K finds clients and pages. With "then" the found client's address is continued: c leads to log/.
export function openPalette() {
  const dialog = document.getElementById("palette");
  if (!dialog) return;
  const input = dialog.querySelector("input");
  const hits = document.getElementById("palette-hits");
  let then = "";
  let asked = 0;

  const open = (continuation) => {
    then = continuation;
    input.value = "";
    hits.replaceChildren();
    dialog.showModal();
  };
  // The button in the head does what the key c does, for who has no keys.
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-log]")) return;
    event.preventDefault();
    const here = document.querySelector('[data-key="c"]');
    if (here) here.click();
    else open("log/");
  });
  document.addEventListener("vernost:find", (event) => open(event.detail.then));
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.code === "KeyK") {
      event.preventDefault();
      open("");
    }
  });

  const select = (index) => {
    const links = [...hits.querySelectorAll("a")];
    links.forEach((link, at) => link.setAttribute("aria-selected", at === index));
    if (links[index]) input.setAttribute("aria-activedescendant", links[index].id);
  };
  const tell = (text) => {
    const line = document.createElement("p");
    line.textContent = text;
    hits.replaceChildren(line);
  };
  const show = (found) => {
    const links = found.map((hit, at) => {
      const link = document.createElement("a");
      link.id = `hit-${at}`;
      link.href = hit.url + then;
      link.role = "option";
      const kind = document.createElement("small");
      kind.textContent = hit.detail ? `${hit.kind} · ${hit.detail}` : hit.kind;
      link.append(hit.label, kind);
      return link;
    });
    if (links.length) hits.replaceChildren(...links);
    else tell(dialog.dataset.nothing);
    select(0);
  };

  input.addEventListener("input", async () => {
    const mine = ++asked;
    const address = `${dialog.dataset.search}?q=${encodeURIComponent(input.value)}${then && "&only=clients"}`;
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    if (mine !== asked) return;
    if (answer.ok) show((await answer.json()).hits);
    else if (answer.status === TOO_OFTEN) tell((await answer.json()).said);
  });
  input.addEventListener("keydown", (event) => {
    const links = [...hits.querySelectorAll("a")];
    const at = links.findIndex((link) => link.getAttribute("aria-selected") === "true");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && links.length) {
      event.preventDefault();
      select((at + step + links.length) % links.length);
    } else if (event.key === "Enter" && links[at]) {
      event.preventDefault();
      links[at].click();
    }
  });
}
