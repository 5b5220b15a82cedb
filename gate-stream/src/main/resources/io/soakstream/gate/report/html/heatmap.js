// Iterations by KPI: what missed its condition in which iteration, and where something was applied.

import { data, el, svg } from "./dom.js";
import { comparator, number, plain, unit } from "./format.js";
import { box, letterCells, markCells, tracks } from "./tracks.js";

const SHADES = 5;
const HEIGHT = 20;

/** The heatmap of what has a good direction; a KPI without a condition is shaded by its value, stronger is worse. */
export function heatmap(model, cursor) {
  const applied = model.numbers.flatMap((_, position) => ("Aa".includes(model.iterations.outcomes[position]) ? [position] : []));
  const rows = [{ name: "something applied", cells: markCells(applied, "applied") }, ...directed(model).map(row)];
  return tracks(model, cursor, "Iteration in the heatmap", rows, (iteration) => describe(directed(model), model, iteration));
}

/** What else was measured, stronger is larger; null where there is nothing else. */
export function otherMeasurements(model, cursor) {
  const others = model.kpis.filter((kpi) => !kpi.better);
  if (others.length === 0) return null;
  const describeOthers = (iteration) => describe(others, model, iteration);
  return el(
    "details",
    {},
    el("summary", {}, "Other measurements: stronger is larger"),
    tracks(model, cursor, "Iteration in the other measurements", others.map(row), describeOthers),
  );
}

function directed(model) {
  return model.kpis.filter((kpi) => kpi.better);
}

function row(kpi) {
  const condition = kpi.condition;
  return {
    name: data(kpi.label),
    hint: condition ? ` ${comparator(condition.comparator)} ${plain(condition.threshold)}${unit(kpi.unit)}` : unit(kpi.unit),
    cells: condition ? letterCells("kpi", kpi.states) : shadedCells(kpi),
  };
}

function describe(kpis, model, iteration) {
  const position = model.positions.get(iteration);
  if (position === undefined) return "no iteration";
  const values = kpis.map((kpi) => `${kpi.label} ${number(kpi.values[position], kpi.decimals)}${unit(kpi.unit)}${{ m: " missed", n: " no data" }[kpi.states[position]] ?? ""}`);
  return [`iteration ${iteration}`, ...values].join(" · ");
}

/** Five shades between the best and the worst value of the run; of several in a column the worst is shown. */
function shadedCells(kpi) {
  const sign = kpi.better === "higher" ? -1 : 1;
  const known = kpi.values.filter((value) => value !== null).map((value) => sign * value);
  let least = Infinity;
  let most = -Infinity;
  for (const value of known) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const shade = (value) => (most === least ? 0 : Math.min(SHADES - 1, Math.floor(((sign * value - least) / (most - least)) * SHADES)));
  return (cells, width) => {
    const paths = Array(SHADES).fill("");
    cells.forEach((column, index) => {
      const shades = column.positions.filter((position) => kpi.values[position] !== null).map((position) => shade(kpi.values[position]));
      if (shades.length === 0) return;
      const worst = Math.max(...shades);
      const height = HEIGHT * (0.4 + 0.15 * worst);
      paths[worst] += box(index * width, HEIGHT - height, width - (width > 6 ? 1 : 0), height);
    });
    return paths.map((d, index) => (d ? svg("path", { class: `cell shade-${index}`, d }) : null)).filter((path) => path);
  };
}
