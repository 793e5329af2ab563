// Everything here makes a page quicker; nothing here is needed to use it.
import { dragCards } from "./board.js";
import { drawCharts } from "./charts.js";
import { openDialogs } from "./dialogs.js";
import { listenToKeys } from "./keys.js";
import { reachFrames } from "./frames.js";
import { followMarks } from "./marks.js";
import { gatherColumns } from "./columns.js";
import { openPalette } from "./palette.js";
import { addSliders } from "./sliders.js";

openDialogs();
listenToKeys();
followMarks();
gatherColumns();
dragCards();
openPalette();
drawCharts(document);
addSliders();
reachFrames();
document.addEventListener("htmx:after:swap", () => drawCharts(document));
document.addEventListener("htmx:after:swap", addSliders);
document.addEventListener("htmx:after:swap", reachFrames);
window.addEventListener("resize", reachFrames);
