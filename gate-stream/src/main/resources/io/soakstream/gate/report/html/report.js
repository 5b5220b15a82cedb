// The report: every component once, from the model that stands in the page.

import { chart, kpiChart } from "./charts.js";
import { el, section } from "./dom.js";
import { explainDrawer } from "./explain.js";
import { heatmap, otherMeasurements } from "./heatmap.js";
import { kpiTiles } from "./kpi-tiles.js";
import { lanes } from "./lanes.js";
import { primary, read } from "./model.js";
import { parameters } from "./parameters.js";
import { changes, commands, deltaQuality } from "./quality.js";
import { createCursor } from "./tracks.js";
import { notices, policyCards, verdictStrip } from "./verdict-strip.js";

/** Everything of a run below one another. */
export function report(json) {
  const model = read(json);
  const drawer = explainDrawer(model);
  const cursor = createCursor(model, drawer.open);
  return el(
    "div",
    { class: "report" },
    verdictStrip(model, primary(model)),
    el("main", {}, Object.values(panels(model, cursor, drawer.open, chart))),
    el("footer", {}, "soakstream, from the records of the run alone: the same records give the same report."),
    drawer.element,
  );
}

/**
 * The panels of a run by name, in their order; null where there is nothing to say.
 *
 * @param draw makes a chart
 */
export function panels(model, cursor, open, draw) {
  const unsaid = model.run.tuning === "RECORDED" ? "Another tuner's recording does not say what its values were." : null;
  return {
    notices: notices(model),
    tiles: kpiTiles(model),
    heatmap: section("heatmap", "Iterations", "What an iteration alone must meet, by KPI: a tall cell missed it. Arrow keys move, Enter explains.", heatmap(model, cursor), otherMeasurements(model, cursor)),
    lanes: section("lanes", "What happened", null, lanes(model, cursor)),
    series: section("series", "KPIs", "Dashed: the threshold. The broad line is what the policy judges. A triangle: something was applied.", series(model, cursor, draw)),
    policies: section("policies", "Policies", null, policyCards(model)),
    deltas: section("deltas", "Deltas", null, deltaQuality(model), changes(model, open), commands(model)),
    parameters: section("parameters", "Parameters", unsaid, parameters(model, cursor, draw)),
  };
}

/** Charts of what is judged first, the others folded. */
function series(model, cursor, draw) {
  const criteria = primary(model)?.criteria ?? [];
  const judged = model.kpis.filter((kpi) => criteria.some((criterion) => criterion.kpi === kpi.field));
  const others = model.kpis.filter((kpi) => !judged.includes(kpi));
  const charts = (kpis) => el("div", { class: "charts" }, kpis.map((kpi) => kpiChart(model, kpi, criteria.find((criterion) => criterion.kpi === kpi.field), cursor, draw)));
  return [charts(judged), others.length > 0 ? el("details", {}, el("summary", {}, "What is not judged"), charts(others)) : null];
}
