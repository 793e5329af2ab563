// A frame that is wider than the screen is scrolled with the keys too, also where no link in it takes the focus.
export function reachFrames() {
  for (const frame of document.querySelectorAll(".table-frame")) {
    if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0;
    else frame.removeAttribute("tabindex");
  }
}
