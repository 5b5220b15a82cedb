// Parameters: what each is now, where it started, how far it is from its bounds, and its way there.

import { data, el, table } from "./dom.js";
import { plain, signedPlain, unit } from "./format.js";

/** A row for each parameter that was ever set, and a chart for each that moved. */
export function parameters(model, cursor, draw) {
  const rows = model.parameters.map((parameter) => [
    [data(parameter.name, "strong"), el("small", {}, data(parameter.subsystem === "none" ? "" : parameter.subsystem))],
    { number: plain(parameter.start) },
    { number: el("b", {}, parameter.known ? plain(parameter.current) : "not known") },
    parameter.known ? { number: difference(parameter) } : { number: "–" },
    bounds(parameter),
    { number: plain(parameter.changes) },
    { number: parameter.last_change_iteration ?? "–" },
  ]);
  const heads = ["parameter", { number: "start" }, { number: "now" }, { number: "moved" }, "within its bounds", { number: "changes" }, { number: "last at" }];
  const moved = model.parameters.filter((parameter) => parameter.known && parameter.points.length > 1);
  return el("div", {}, table("parameters", heads, rows, "parameters"), el("div", { class: "charts" }, moved.map((parameter) => parameterChart(model, parameter, cursor, draw))));
}

function difference(parameter) {
  if (parameter.start === null || parameter.current === null) return "–";
  const places = Math.max(...[parameter.start, parameter.current].map((value) => (String(value).split(".")[1] ?? "").length));
  const moved = Number((parameter.current - parameter.start).toFixed(places));
  return moved === 0 ? "0" : signedPlain(moved);
}

/** Where it lies between its bounds: a meter, with the bounds in words. */
function bounds(parameter) {
  if (parameter.min === null) return "no bounds known";
  const text = `${plain(parameter.min)} to ${plain(parameter.max)}${unit(parameter.unit)}`;
  if (!parameter.known || parameter.current === null) return text;
  const at = parameter.current <= parameter.min ? ", at the lower bound" : parameter.current >= parameter.max ? ", at the upper bound" : "";
  return [
    el("meter", { min: parameter.min, max: parameter.max, value: parameter.current, "aria-label": `${parameter.name} within its bounds` }),
    el("small", { class: "bounds" }, text + at),
  ];
}

function parameterChart(model, parameter, cursor, draw) {
  const values = [];
  let next = 0;
  let current = null;
  model.numbers.forEach((iteration) => {
    while (next < parameter.points.length && parameter.points[next][0] < iteration) current = parameter.points[next++][1];
    values.push(current);
  });
  return draw(
    {
      title: parameter.name,
      unit: parameter.unit,
      decimals: parameter.decimals,
      summary: `${parameter.name}: start ${plain(parameter.start)}, now ${plain(parameter.current)}, bounds ${plain(parameter.min)} to ${plain(parameter.max)}`,
      x: model.numbers,
      series: [{ label: "in force", values, token: "series-judged", width: 2, steps: true }],
      // A parameter that is in no catalogue has no bounds.
      limits: [
        { value: parameter.min, label: `min ${plain(parameter.min)}`, token: "ink-soft" },
        { value: parameter.max, label: `max ${plain(parameter.max)}`, token: "ink-soft" },
      ].filter((limit) => limit.value !== null),
      marks: [],
    },
    cursor,
  );
}
