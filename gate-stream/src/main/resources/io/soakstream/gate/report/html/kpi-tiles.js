// One tile for each criterion of the policy that leads: value, threshold, margin, and the window that the value is of.

import { data, el, svg } from "./dom.js";
import { comparator, number, plain, signed, statistic, unit } from "./format.js";
import { statusIcon, statusWord } from "./icons.js";
import { primary } from "./model.js";

const WIDTH = 236;
const HEIGHT = 44;
const MARGIN = 5;
const TRENDS = { UP: "rising", DOWN: "falling", FLAT: "flat" };

/** The tiles, in the policy's order. */
export function kpiTiles(model) {
  const policy = primary(model);
  const tiles = el("div", { class: "tiles" }, policy ? policy.criteria.map((criterion) => tile(model, policy, criterion)) : []);
  return model.leading && model.policies.length > 1 ? el("div", {}, el("p", { class: "lead" }, "What ", data(policy.policy), " asks for:"), tiles) : tiles;
}

function tile(model, policy, criterion) {
  const state = criterion.status === "failed" && criterion.severity !== "hard" ? "soft" : criterion.status;
  const samples = samplesOf(model, policy, criterion);
  return el(
    "article",
    { class: `tile tile-${state}`, "aria-label": criterion.label },
    el("h3", {}, data(criterion.label), el("small", {}, statistic(criterion.statistic, policy.window.capacity))),
    el("p", { class: "tile-value" }, number(criterion.value, criterion.decimals), el("small", {}, unit(criterion.unit))),
    el(
      "p",
      { class: "tile-target" },
      `${comparator(criterion.comparator)} ${plain(criterion.threshold)}`,
      criterion.margin === null ? null : el("span", { class: "tile-margin" }, `margin ${signed(criterion.margin, criterion.decimals)}`),
    ),
    samples.some((value) => value !== null) ? sparkline(samples, criterion) : null,
    el("p", { class: "tile-status" }, statusIcon(criterion.status, criterion.severity), statusWord(criterion), TRENDS[criterion.trend] ? el("span", {}, TRENDS[criterion.trend]) : null),
  );
}

/** The KPI's values in the policy's window; what a criterion counts has no series. */
function samplesOf(model, policy, criterion) {
  const kpi = model.kpis.find((candidate) => candidate.field === criterion.kpi);
  if (!kpi) return [];
  return policy.window.iterations.map((iteration) => kpi.values[model.positions.get(iteration)] ?? null);
}

/** Values as a line with a dot for each, and the threshold as a dashed line: always drawn, however far it is. */
function sparkline(samples, criterion) {
  const known = samples.filter((value) => value !== null);
  const least = Math.min(criterion.threshold, ...known);
  const most = Math.max(criterion.threshold, ...known);
  const span = most - least || 1;
  const x = (index) => round(MARGIN + (index * (WIDTH - 2 * MARGIN)) / Math.max(1, samples.length - 1));
  const y = (value) => round(HEIGHT - MARGIN - ((value - least) * (HEIGHT - 2 * MARGIN)) / span);
  const points = samples.map((value, index) => (value === null ? null : [x(index), y(value)]));
  return svg(
    "svg",
    {
      class: "spark",
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: "img",
      "aria-label": `${known.length} values, last ${plain(known[known.length - 1])}, threshold ${plain(criterion.threshold)}`,
    },
    svg("line", { class: "spark-threshold", x1: 0, x2: WIDTH, y1: y(criterion.threshold), y2: y(criterion.threshold) }),
    svg("path", { class: "spark-line", d: path(points) }),
    points.filter((point) => point).map(([cx, cy]) => svg("circle", { class: "spark-dot", cx, cy, r: 2.2 })),
  );
}

function round(value) {
  return Math.round(value * 10) / 10;
}

/** A line that is broken where there is no value. */
function path(points) {
  return points.map((point, index) => (point ? `${index > 0 && points[index - 1] ? "L" : "M"}${point[0]} ${point[1]}` : "")).join("");
}
