// A place whose content is made anew again and again, while the reader keeps what he was at.

import { el } from "./dom.js";

const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";

/** {element, show(content)}: the focus stays at the control of the same place, folds stay open, tables stay scrolled. */
export function slot(className) {
  const element = el("div", { class: className ? `slot ${className}` : "slot" });
  return {
    element,
    show(...content) {
      const kept = keep(element);
      element.replaceChildren(...content.flat(Infinity).filter((part) => part !== null && part !== undefined && part !== false));
      restore(element, kept);
    },
  };
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
