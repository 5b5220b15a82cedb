// Whether times stand as the reader's own clock has them too, beside UTC: kept by the browser, for all of its tabs.

import { el } from "./dom.js";
import { showLocalTimes } from "./format.js";

const KEY = "soak-local-times";
/** A clock may go by UTC in winter alone. */
const SEASONS = [new Date(2026, 0, 1), new Date(2026, 6, 1)];

/**
 * The switch, which is on until somebody switches it off; null where the reader's clock goes by UTC.
 *
 * @param changed is told afterwards
 */
export function localTimesSwitch(changed) {
  if (SEASONS.every((day) => day.getTimezoneOffset() === 0)) return null;
  const storage = storageOf();
  const button = el("button", { type: "button", title: "times as this machine's clock has them, beside UTC" }, "local times");
  const set = (on) => {
    showLocalTimes(on);
    button.setAttribute("aria-pressed", on);
  };
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    set(on);
    if (on) storage?.removeItem(KEY);
    else storage?.setItem(KEY, "off");
    changed();
  });
  set(storage?.getItem(KEY) !== "off");
  return button;
}

/** Merely to look for it fails where it is forbidden. */
function storageOf() {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}
