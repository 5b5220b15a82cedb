// Rows of cells over the iterations, with one cursor for all of them: the ground of the heatmap and of the lanes.
// A cell's height says how grave it is, its colour says it again.

import { el, svg, whenSized } from "./dom.js";
import { columns, gravest, meaning, stretches } from "./model.js";

const HEIGHT = 20;
const LEAST_COLUMN = 3;
const LETTER = 6.6;
const HEIGHTS = { pass: 0.42, open: 0.6, pending: 0.5, skipped: 0.5, quiet: 0.14, none: 0.26, warn: 0.8, held: 1, applied: 1, fail: 1 };

/**
 * The iteration that the reader looks at, the last unless another is named; whoever draws it subscribes.
 *
 * @param signal ends what listens for whoever draws it; none: never
 */
export function createCursor(model, open, wanted, signal) {
  const listeners = [];
  const cursor = {
    signal,
    iteration: wanted === undefined ? model.last : nearestOf(model.numbers, wanted),
    open: () => open(cursor.iteration),
    subscribe: (listener) => listeners.push(listener),
    /** Moves to the nearest iteration that there is. */
    set(wanted) {
      if (model.numbers.length === 0) return;
      const nearest = nearestOf(model.numbers, wanted);
      if (nearest === cursor.iteration) return;
      cursor.iteration = nearest;
      listeners.forEach((listener) => listener(nearest));
    },
    /** Moves by so many iterations. */
    step(by) {
      const position = model.positions.get(cursor.iteration) + by;
      cursor.set(model.numbers[Math.max(0, Math.min(model.numbers.length - 1, position))]);
    },
  };
  return cursor;
}

function nearestOf(numbers, wanted) {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low > 0 && wanted - numbers[low - 1] < numbers[low] - wanted ? numbers[low - 1] : numbers[low];
}

/**
 * The rows as one control: arrow keys move the cursor, Enter opens what explains the iteration.
 *
 * Each row is {name, hint, cells(columns, columnWidth) -> SVG elements}; describe(iteration) says in words what stands at
 * the cursor.
 */
export function tracks(model, cursor, label, rows, describe) {
  const places = rows.map(() => el("div", { class: "track-cells" }));
  const readout = el("p", { class: "readout", "aria-hidden": "true" });
  const control = el(
    "div",
    { class: "tracks", role: "slider", tabindex: "0", "aria-label": label, "aria-valuemin": model.first, "aria-valuemax": model.last },
    rows.map((row, index) => el("div", { class: "track" }, el("div", { class: "track-name" }, row.name, row.hint ? el("small", {}, row.hint) : null), places[index])),
  );
  const view = { columns: [], width: 0, marks: [] };
  const point = () => {
    const text = describe(cursor.iteration);
    control.setAttribute("aria-valuenow", cursor.iteration);
    control.setAttribute("aria-valuetext", text);
    readout.textContent = text;
    const index = view.columns.findIndex((column) => cursor.iteration <= column.to);
    view.marks.forEach((mark) => place(mark, index, view.width));
  };
  if (places.length > 0) {
    whenSized(places[0], (width) => {
      view.columns = columns(model, Math.floor(width / LEAST_COLUMN));
      if (view.columns.length === 0) return;
      view.width = width / view.columns.length;
      view.marks = rows.map((row, index) => draw(places[index], row, view.columns, width));
      point();
    }, cursor.signal);
  }
  cursor.subscribe(point);
  listen(control, places, model, cursor, view);
  return el("div", { class: "tracks-frame" }, control, readout);
}

function draw(place, row, cells, width) {
  const mark = svg("rect", { class: "track-cursor", y: -1, height: HEIGHT + 2 });
  const columnWidth = width / cells.length;
  place.replaceChildren(
    svg(
      "svg",
      { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, "aria-hidden": "true", focusable: "false" },
      gaps(cells, columnWidth),
      row.cells(cells, columnWidth),
      mark,
    ),
  );
  return mark;
}

function place(mark, index, width) {
  mark.setAttribute("x", round(index * width));
  mark.setAttribute("width", Math.max(2, round(width)));
}

function listen(control, places, model, cursor, view) {
  const keys = {
    ArrowRight: () => cursor.step(1),
    ArrowUp: () => cursor.step(1),
    ArrowLeft: () => cursor.step(-1),
    ArrowDown: () => cursor.step(-1),
    PageUp: () => cursor.step(10),
    PageDown: () => cursor.step(-10),
    Home: () => cursor.set(model.first),
    End: () => cursor.set(model.last),
    Enter: () => cursor.open(),
    " ": () => cursor.open(),
  };
  control.addEventListener("keydown", (event) => {
    if (!keys[event.key] || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    keys[event.key]();
  });
  const under = (event) => {
    const box = places[0].getBoundingClientRect();
    if (view.columns.length === 0) return undefined;
    const index = Math.floor((event.clientX - box.left) / view.width);
    return event.clientX < box.left || index >= view.columns.length ? undefined : view.columns[index];
  };
  control.addEventListener("pointermove", (event) => {
    const column = under(event);
    if (column) cursor.set(column.from);
  });
  control.addEventListener("click", (event) => {
    const column = under(event);
    if (!column) return;
    cursor.set(column.from);
    cursor.open();
  });
}

/** Columns without an iteration: a line on the ground, so that a gap is not taken for a good iteration. */
function gaps(cells, width) {
  const empty = cells.map((column) => (column.positions.length === 0 ? "gap" : undefined));
  return svg("path", {
    class: "cell-gap",
    d: stretches(empty).map((run) => box(run.from * width, HEIGHT - 1.5, run.length * width, 1.5)).join(""),
  });
}

/** Cells of a lane by its letters: one path for each class, so that thousands of iterations are a few elements. */
export function letterCells(kind, letters) {
  return (cells, width) => {
    const paths = new Map();
    cells.forEach((column, index) => {
      const letter = gravest(kind, letters, column);
      if (letter !== undefined) append(paths, meaning(kind, letter)[2], index, width);
    });
    return [...paths].map(([name, d]) => svg("path", { class: `cell cell-${name}`, d }));
  };
}

function append(paths, name, index, width) {
  const height = HEIGHT * HEIGHTS[name];
  const gap = width > 6 ? 1 : 0;
  paths.set(name, (paths.get(name) ?? "") + box(index * width, HEIGHT - height, width - gap, height));
}

/** As letterCells, with what follows each other in one piece and its word in it where there is room. */
export function wordCells(kind, letters) {
  return (cells, width) =>
    stretches(cells.map((column) => gravest(kind, letters, column))).map((run) => {
      const [word, , name] = meaning(kind, run.value);
      const height = HEIGHT * Math.max(HEIGHTS[name], 0.42);
      const length = run.length * width - 1;
      const fits = length > word.length * LETTER + 8;
      return svg(
        "g",
        { class: `word word-${name}` },
        svg("path", { class: `cell cell-${name}`, d: box(run.from * width, fits ? 1 : HEIGHT - height, length, fits ? HEIGHT - 2 : height) }),
        fits ? svg("text", { x: round(run.from * width + 5), y: HEIGHT - 6 }, word) : null,
      );
    });
}

/** A triangle at each column that holds one of these positions. */
export function markCells(positions, name) {
  const marked = new Set(positions);
  return (cells, width) =>
    svg("path", {
      class: `mark mark-${name}`,
      d: cells
        .map((column, index) => [column, (index + 0.5) * width])
        .filter(([column]) => column.positions.some((position) => marked.has(position)))
        .map(([, x]) => `M${round(x)} 4l5 10h-10z`)
        .join(""),
    });
}

export function box(x, y, width, height) {
  return `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${-round(width)}z`;
}

function round(value) {
  return Math.round(value * 100) / 100;
}
