// How the proposals fared, and what was applied.

import { data, el, table } from "./dom.js";
import { counted, number, plain, signedPlain, words } from "./format.js";

const LATEST = 10;
const MOST = 200;
const NORMAL = 0.9;

/** A bar of proposals by what became of them, with both ratios. */
export function deltaQuality(model) {
  const quality = model.quality;
  if (!quality || quality.proposed === 0) return el("p", { class: "nothing" }, "Nothing was proposed, so there is nothing that could have failed.");
  const parts = [
    ["full", "applied in full", quality.full],
    ["justified", "not in full, excused", quality.justified],
    ["failed", "not in full, not excused", quality.failed],
  ];
  return el(
    "div",
    { class: "quality" },
    el(
      "div",
      { class: "bar", role: "img", "aria-label": parts.map(([, word, count]) => `${word}: ${count}`).join(", ") },
      parts.filter(([, , count]) => count > 0).map(([name, , count]) => part(name, count)),
    ),
    el(
      "dl",
      { class: "facts" },
      [
        ["proposals", plain(quality.proposed)],
        ...parts.map(([, word, count]) => [word, plain(count)]),
        ["without effect", plain(quality.stuck)],
        ["unconfirmed", plain(quality.unconfirmed)],
        ["names in no catalogue", plain(quality.nested_miss_paths)],
        ["full apply ratio", number(quality.full_apply_ratio, 3)],
        [`justified apply ratio (≥ ${NORMAL})`, number(quality.justified_apply_ratio, 3)],
      ].map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))),
    ),
  );
}

/** Widths are set as a property of the element, which a strict policy for content allows. */
function part(name, count) {
  const element = el("span", { class: `bar-${name}` }, String(count));
  element.style.flexGrow = count;
  return element;
}

/** What was applied, the latest first; the earlier ones are folded, and beyond a length left to the lanes. */
export function changes(model, open) {
  const applied = Object.entries(model.details)
    .filter(([, detail]) => detail.changed)
    .map(([iteration, detail]) => [Number(iteration), detail])
    .sort(([a], [b]) => b - a);
  if (applied.length === 0) return el("p", { class: "nothing" }, "Nothing was applied.");
  const earlier = applied.slice(LATEST, MOST);
  return el(
    "div",
    {},
    changesTable("what was applied", applied.slice(0, LATEST), open),
    earlier.length === 0 ? null : el("details", {}, el("summary", {}, folded(earlier.length, applied.length)), changesTable("what was applied earlier", earlier, open)),
  );
}

function folded(earlier, all) {
  const text = `${counted(earlier, "earlier application")}`;
  return all > MOST ? `${text}; the lanes show all ${all}` : text;
}

function changesTable(label, applied, open) {
  const rows = applied.map(([iteration, detail]) => [
    el("button", { type: "button", class: "link", onclick: () => open(iteration) }, `iteration ${iteration}`),
    el("ul", { class: "moves" }, detail.changed.map(move)),
    detail.rules ? data(detail.rules.map(words).join(", ")) : "–",
    detail.settled ? words(detail.settled.outcome) : "–",
  ]);
  return table(label, ["when", "changes", "rules", "the bot says"], rows, "changes");
}

function move(change) {
  const values = change.after === undefined ? "" : ` ${plain(change.before)} → ${plain(change.after)}`;
  const delta = change.delta === undefined ? "" : ` (${signedPlain(change.delta)})`;
  return el("li", {}, data(change.parameter, "strong"), values, delta, change.bound ? el("small", {}, ` at ${words(change.bound)}`) : null);
}

/** Commands with what became of them; null where there were none. */
export function commands(model) {
  if (model.commands.length === 0) return null;
  const rows = model.commands.map((command) => [
    command.after_iteration === 0 ? "before the first" : `after iteration ${command.after_iteration}`,
    words(command.action),
    data(command.actor),
    data(command.reason),
    command.refusal ? ["refused: ", data(words(command.refusal))] : "obeyed",
  ]);
  return table("commands", ["when", "action", "by", "reason", "outcome"], rows, "commands");
}
