// Series over the iterations, drawn by uPlot on a canvas. Colours are the page's own, read when a chart is drawn.

import { data, el, whenSized } from "./dom.js";
import { comparator, number, plain, unit } from "./format.js";

const HEIGHT = 168;
const GROUP = "iterations";
const NEAR = "300px";
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/** A colour of the page by its name in tokens.css. */
function token(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/**
 * A chart with a heading and a line that reads the values under the cursor.
 *
 * @param spec {title, unit, decimals, summary, x, series: [{label, values, token, width, dash, steps}],
 *     limits: [{value, label, token}], marks: [x]}; x and values of one length, null where there is no value
 */
export function chart(spec, cursor) {
  return livingChart(spec, cursor).figure;
}

/**
 * Draws charts, and gives each that it has drawn before other values in the place of a new one: a page that lives does not
 * flicker. Whatever listens for a chart ends with it, when another takes its place or when the signal says so.
 */
export function keptCharts(signal) {
  const kept = new Map();
  signal.addEventListener("abort", () => kept.forEach((one) => one.end()), { once: true });
  return (spec, cursor) => {
    const known = kept.get(spec.title);
    if (known && known.lines === spec.series.length) {
      known.show(spec, cursor);
      return known.figure;
    }
    known?.end();
    const made = livingChart(spec, cursor);
    kept.set(spec.title, made);
    return made.figure;
  };
}

/** A chart that can be given other values of the same lines. */
function livingChart(spec, cursor) {
  const shown = { spec, cursor };
  const ending = new AbortController();
  const { signal } = ending;
  const readout = el("span", { class: "chart-readout" });
  const canvas = el("div", { class: "chart-canvas", role: "img", "aria-label": spec.summary });
  const figure = el("figure", { class: "chart" }, el("figcaption", {}, el("span", { class: "chart-title" }, data(spec.title), el("small", {}, unit(spec.unit))), readout), canvas);
  let plot;
  const values = () => [shown.spec.x, ...shown.spec.series.map((series) => series.values)];
  const draw = (width) => {
    if (plot) plot.setSize({ width, height: HEIGHT });
    else plot = new globalThis.uPlot(options(shown, width, readout), values(), canvas);
  };
  whenNear(canvas, () => whenSized(canvas, draw, signal), signal);
  const drawForPaper = () => {
    if (!plot && canvas.clientWidth > 0) draw(canvas.clientWidth);
  };
  addEventListener("beforeprint", drawForPaper, { signal });
  redrawWithTheme(() => plot?.redraw(false, true), signal);
  const show = (next, nextCursor) => {
    shown.spec = next;
    shown.cursor = nextCursor;
    canvas.setAttribute("aria-label", next.summary);
    plot?.setData(values());
  };
  const end = () => {
    ending.abort();
    plot?.destroy();
  };
  return { figure, show, end, lines: spec.series.length };
}

/** Once, when the reader comes near: a page with many charts is there at once. */
function whenNear(element, then, signal) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      then();
    },
    { rootMargin: NEAR },
  );
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
}

/** Canvases do not follow a style sheet by themselves: neither to another theme nor onto paper. */
function redrawWithTheme(redraw, signal) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw, { signal });
  const observer = new MutationObserver(redraw);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
}

function options(shown, width, readout) {
  return {
    width,
    height: HEIGHT,
    padding: [10, 8, 0, 0],
    legend: { show: false },
    cursor: { sync: { key: GROUP }, drag: { x: false, y: false }, y: false, points: { size: 6 } },
    scales: { x: { time: false }, y: { range: (_, least, most) => range(shown.spec, least, most) } },
    axes: [axis({ incrs: STEPS, size: 30 }), axis({ size: 52, values: (_, ticks) => ticks.map((tick) => plain(Number(tick.toPrecision(6)))) })],
    series: [{}, ...shown.spec.series.map(line)],
    hooks: {
      draw: [(plot) => limits(plot, shown.spec.limits), (plot) => marks(plot, shown.spec.marks)],
      setCursor: [(plot) => read(plot, shown.spec, readout)],
      ready: [(plot) => plot.over.addEventListener("click", () => open(plot, shown))],
    },
  };
}

function axis(own) {
  return {
    ...own,
    font: "11px system-ui, sans-serif",
    stroke: () => token("ink-soft"),
    grid: { stroke: () => token("rule-faint"), width: 1 },
    ticks: { stroke: () => token("rule"), width: 1, size: 4 },
  };
}

function line(series) {
  return {
    label: series.label,
    stroke: () => token(series.token),
    width: series.width,
    dash: series.dash,
    points: { show: series.points ? undefined : false, size: 4, fill: () => token(series.token) },
    paths: series.steps ? globalThis.uPlot.paths.stepped({ align: 1 }) : undefined,
  };
}

/** Thresholds and bounds are always inside, with some air around. */
function range(chart, least, most) {
  const values = [least, most, ...chart.limits.map((limit) => limit.value)].filter((value) => value !== null && value !== undefined);
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const air = (high - low || Math.abs(high) || 1) * 0.08;
  return [low - air, high + air];
}

function limits(plot, limits) {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.lineWidth = devicePixelRatio;
  ctx.font = `600 ${11 * devicePixelRatio}px system-ui, sans-serif`;
  ctx.textAlign = "left";
  ctx.setLineDash([5 * devicePixelRatio, 4 * devicePixelRatio]);
  for (const limit of limits) {
    ctx.strokeStyle = ctx.fillStyle = token(limit.token);
    const y = Math.round(plot.valToPos(limit.value, "y", true));
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    const above = y - bbox.top > 16 * devicePixelRatio;
    ctx.textBaseline = above ? "bottom" : "top";
    ctx.fillText(limit.label, bbox.left + 4 * devicePixelRatio, y + (above ? -2 : 2) * devicePixelRatio);
  }
  ctx.restore();
}

/** A small triangle on the ground where something was applied. */
function marks(plot, xs) {
  const { ctx, bbox } = plot;
  const size = 4 * devicePixelRatio;
  ctx.save();
  ctx.fillStyle = token("applied");
  for (const x of xs) {
    const left = plot.valToPos(x, "x", true);
    ctx.beginPath();
    ctx.moveTo(left, bbox.top + bbox.height - 2 * size);
    ctx.lineTo(left + size, bbox.top + bbox.height);
    ctx.lineTo(left - size, bbox.top + bbox.height);
    ctx.fill();
  }
  ctx.restore();
}

function read(plot, chart, readout) {
  const index = plot.cursor.idx;
  if (index === null || index === undefined) {
    readout.textContent = "";
    return;
  }
  const values = chart.series.map((series) => `${series.label} ${number(series.values[index], chart.decimals)}`);
  readout.textContent = `iteration ${chart.x[index]}: ${values.join(", ")}${unit(chart.unit)}`;
}

function open(plot, shown) {
  if (plot.cursor.idx === null || plot.cursor.idx === undefined) return;
  shown.cursor.set(shown.spec.x[plot.cursor.idx]);
  shown.cursor.open();
}

/** Numbers of the iterations, and columns beside them, with an empty place where numbers are missing: a line breaks there. */
export function broken(numbers, columns) {
  const x = [];
  const spread = columns.map(() => []);
  numbers.forEach((iteration, position) => {
    if (position > 0 && iteration > numbers[position - 1] + 1) {
      x.push(numbers[position - 1] + 1);
      spread.forEach((column) => column.push(null));
    }
    x.push(iteration);
    spread.forEach((column, index) => column.push(columns[index][position] ?? null));
  });
  return { x, columns: spread };
}

/** The chart of a KPI: its values, what the policy makes of them, and the policy's threshold. */
export function kpiChart(model, kpi, criterion, cursor, draw) {
  const judged = criterion && criterion.statistic !== "last" ? [criterion.values] : [];
  const { x, columns } = broken(model.numbers, [kpi.values, ...judged]);
  const known = kpi.values.filter((value) => value !== null);
  const last = known[known.length - 1];
  const limit = criterion ? [{ value: criterion.threshold, label: `${comparator(criterion.comparator)} ${plain(criterion.threshold)}`, token: "threshold" }] : [];
  return draw(
    {
      title: kpi.label,
      unit: kpi.unit,
      decimals: kpi.decimals,
      summary: `${kpi.label} over ${known.length} iterations, last ${number(last, kpi.decimals)}${unit(kpi.unit)}${criterion ? `, threshold ${limit[0].label}` : ""}`,
      x,
      series: [
        { label: "value", values: columns[0], token: "series", width: 1.5, points: model.numbers.length <= 60 },
        ...judged.map(() => ({ label: criterion.statistic.replace("_", " "), values: columns[1], token: "series-judged", width: 2.5 })),
      ],
      limits: limit,
      marks: model.numbers.filter((_, position) => "Aa".includes(model.iterations.outcomes[position])),
    },
    cursor,
  );
}
