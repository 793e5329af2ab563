// A chart is <div data-chart="id of a JSON script">: the picture's library comes only where there is one.
export async function drawCharts(root) {
  const places = [...root.querySelectorAll("[data-chart]:not([data-drawn])")];
  if (places.length === 0) return;
  const { draw } = await import("./echarts.js");
  for (const place of places) {
    place.dataset.drawn = "";
    draw(place, JSON.parse(document.getElementById(place.dataset.chart).textContent));
  }
}
