// The report: every component once, from the model that stands in the page.

import { kpiChart } from "./charts.js";
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
  const humans = commands(model);
  return el(
    "div",
    { class: "report" },
    verdictStrip(model),
    el(
      "main",
      {},
      notices(model),
      kpiTiles(model),
      section("heatmap", "Iterations", "What an iteration alone must meet, by KPI: a tall cell missed it. Arrow keys move, Enter explains.", heatmap(model, cursor), otherMeasurements(model, cursor)),
      section("lanes", "What happened", null, lanes(model, cursor)),
      section("series", "KPIs", "Dashed: the threshold. The broad line is what the policy judges. A triangle: something was applied.", series(model, cursor)),
      section("policies", "Policies", null, policyCards(model)),
      section("deltas", "Deltas", null, deltaQuality(model), changes(model, drawer.open), humans),
      section("parameters", "Parameters", model.run.tuning === "RECORDED" ? "Another tuner's recording does not say what its values were." : null, parameters(model, cursor)),
    ),
    el("footer", {}, "soakstream, from the records of the run alone: the same records give the same report."),
    drawer.element,
  );
}

/** Charts of what is judged first, the others folded. */
function series(model, cursor) {
  const criteria = primary(model)?.criteria ?? [];
  const judged = model.kpis.filter((kpi) => criteria.some((criterion) => criterion.kpi === kpi.field));
  const others = model.kpis.filter((kpi) => !judged.includes(kpi));
  const charts = (kpis) => el("div", { class: "charts" }, kpis.map((kpi) => kpiChart(model, kpi, criteria.find((criterion) => criterion.kpi === kpi.field), cursor)));
  return [charts(judged), others.length > 0 ? el("details", {}, el("summary", {}, "What is not judged"), charts(others)) : null];
}
