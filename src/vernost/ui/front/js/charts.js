// A chart is <div data-chart="id of a JSON script">: the picture's library comes only where there is one.
// "--accent" and the like among its values are our tokens, as the theme of the page has them.
export async function drawCharts(root) {
  const places = [...root.querySelectorAll("[data-chart]:not([data-drawn])")];
  if (places.length === 0) return;
  const { draw } = await import("./echarts.js");
  for (const place of places) {
    place.dataset.drawn = "";
    const option = JSON.parse(document.getElementById(place.dataset.chart).textContent);
    draw(place, inTheme(option, place));
  }
}

function inTheme(option, place) {
  const ink = colour("--ink-soft", place);
  const line = { lineStyle: { color: colour("--line", place) } };
  const axis = { axisLabel: { color: ink }, nameTextStyle: { color: ink }, splitLine: line, axisLine: line };
  const themed = JSON.parse(JSON.stringify(option), (_, value) =>
    typeof value === "string" && /^--[a-z-]+$/.test(value) ? colour(value, place) : value,
  );
  // Numbers as the page's language writes them.
  const formatter = (value) => value.toLocaleString(document.documentElement.lang);
  const numbers = (own) => (own.type === "value" ? { formatter } : {});
  // On a telephone words that must all be there take turns on two lines.
  const crowded = (own) => own.type === "category" && own.axisLabel?.interval === 0 && place.clientWidth < 500;
  const stagger = { formatter: (value, index) => (index % 2 ? `\n${value}` : value), fontSize: 11 };
  const spread = (own) => (crowded(own) ? { ...own, nameGap: 40, axisLabel: { ...own.axisLabel, ...stagger } } : own);
  const dressed = (given) => {
    const own = spread(given);
    return { ...axis, ...own, axisLabel: { ...axis.axisLabel, ...numbers(own), ...own.axisLabel } };
  };
  for (const key of ["xAxis", "yAxis"]) {
    if (themed[key]) themed[key] = Array.isArray(themed[key]) ? themed[key].map(dressed) : dressed(themed[key]);
  }
  themed.textStyle = { fontFamily: getComputedStyle(place).fontFamily };
  if (themed.legend) themed.legend = { textStyle: { color: ink }, ...themed.legend };
  return themed;
}

// A custom property tells its text, not its colour: an element that wears it does.
function colour(token, place) {
  const probe = document.createElement("span");
  probe.style.color = `var(${token})`;
  place.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}
