// A place whose content is made anew again and again, while the reader keeps what he was at.

import { el } from "./dom.js";

const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";

/** What the reader presses right now: in the middle of a press nothing may take the place of it. */
const pressed = { target: null, waiting: new Map() };

addEventListener("pointerdown", (event) => (pressed.target = event.target), true);
for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(release), true);

function release() {
  pressed.target = null;
  const waiting = [...pressed.waiting];
  pressed.waiting.clear();
  waiting.forEach(([element, content]) => replace(element, content));
}

/** {element, show(content)}: the focus stays at the control of the same place, folds stay open, tables stay scrolled. */
export function slot(className) {
  const element = el("div", { class: className ? `slot ${className}` : "slot" });
  return {
    element,
    show(...content) {
      if (pressed.target && element.contains(pressed.target)) pressed.waiting.set(element, content);
      else replace(element, content);
    },
  };
}

function replace(element, content) {
  const kept = keep(element);
  element.replaceChildren(...content.flat(Infinity).filter((part) => part !== null && part !== undefined && part !== false));
  restore(element, kept);
}

function keep(element) {
  return {
    focus: [...element.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement),
    open: [...element.querySelectorAll("details")].map((details) => details.open),
    scrolled: [...element.querySelectorAll(".scroll")].map((table) => table.scrollLeft),
  };
}

function restore(element, kept) {
  element.querySelectorAll("details").forEach((details, index) => (details.open = kept.open[index] ?? details.open));
  element.querySelectorAll(".scroll").forEach((table, index) => (table.scrollLeft = kept.scrolled[index] ?? 0));
  if (kept.focus >= 0) element.querySelectorAll(FOCUSABLE)[kept.focus]?.focus({ preventScroll: true });
}
