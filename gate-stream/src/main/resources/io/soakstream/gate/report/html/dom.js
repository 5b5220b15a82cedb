// Elements from names, attributes and text. Text is set as text: nothing that comes from data is ever parsed as markup.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return element;
}

/** An HTML element; attributes that are null, undefined or false are left out. */
export function el(name, attributes, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** An SVG element, as el. */
export function svg(name, attributes, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

/** Text that came from outside: kept apart from the text around it, whatever its direction. */
export function data(text, className) {
  return el("bdi", { class: className ? `data ${className}` : "data" }, text);
}

/** A table that scrolls by itself where it is wider than the page. */
export function table(label, heads, rows, className) {
  return el(
    "div",
    { class: "scroll", role: "region", "aria-label": label, tabindex: "0" },
    el(
      "table",
      { class: className },
      el("caption", { class: "unseen" }, label),
      el("thead", {}, el("tr", {}, heads.map((head) => cell("th", head, { scope: "col" })))),
      el("tbody", {}, rows.map((row) => el("tr", { class: row.className }, (row.cells ?? row).map((value) => cell("td", value))))),
    ),
  );
}

/** A number, or a text that stands for one, is aligned right: {number: text}. */
function cell(name, value, attributes) {
  const isNumber = value !== null && typeof value === "object" && "number" in value;
  return el(name, { ...attributes, class: isNumber ? "number" : null }, isNumber ? value.number : value);
}

/** A section with its heading, and a line below that says what is to be seen. */
export function section(id, title, lead, ...children) {
  return el(
    "section",
    { id, class: "panel", "aria-labelledby": `${id}-title` },
    el("div", { class: "panel-head" }, el("h2", { id: `${id}-title` }, title), lead ? el("p", { class: "lead" }, lead) : null),
    children,
  );
}

/** Calls the drawer with the element's width, now and whenever it changes; until the signal, where there is one. */
export function whenSized(element, draw, signal) {
  let drawn = 0;
  const observer = new ResizeObserver((entries) => {
    const width = Math.floor(entries[entries.length - 1].contentRect.width);
    if (width > 0 && width !== drawn) {
      drawn = width;
      draw(width);
    }
  });
  observer.observe(element);
  signal?.addEventListener("abort", () => observer.disconnect(), { once: true });
}
