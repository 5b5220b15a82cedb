// What the running streams hold of a run now: not committed yet, so it may still be taken back, and is marked so.

import { data, el, section, table } from "./dom.js";
import { duration, number, unit, words } from "./format.js";

const TRENDS = { UP: "rising", DOWN: "falling", FLAT: "flat" };
const MARK = "Straight from the state stores, before it is committed: provisional.";

/**
 * The panel; undefined answers: nothing is known yet.
 *
 * @param kpis of the model, which say how a KPI is called and written
 */
export function provisional(live, kpis) {
  const mark = live.window?.provisional ? el("span", { class: "badge badge-provisional" }, "provisional") : el("span", { class: "badge" }, "committed");
  return section(
    "now",
    ["Now ", mark],
    live.window?.provisional ? MARK : "No stream can be asked here: this is what is committed.",
    live.refusal ? el("p", { class: "moving", role: "status" }, `No answer from the stores: ${live.refusal.message}. What follows was so before.`) : null,
    live.window ? el("dl", { class: "facts" }, facts(live).map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value)))) : el("p", { class: "nothing" }, "asking…"),
    guards(live),
    live.window?.window?.statistics ? statistics(live.window.window.statistics, kpis) : null,
  );
}

/** What the next verdict is made of. */
function statistics(all, kpis) {
  const known = new Map(kpis.map((kpi) => [kpi.field, kpi]));
  const rows = all
    .filter((one) => one.samples > 0 && known.has(one.kpi))
    .map((one) => {
      const kpi = known.get(one.kpi);
      const values = [one.last, one.mean, one.median, one.min, one.max].map((value) => ({ number: number(value, kpi.decimals) }));
      return [[data(kpi.label), unit(kpi.unit)], ...values, TRENDS[one.trend] ?? "–"];
    });
  if (rows.length === 0) return null;
  const heads = ["KPI", ...["last", "mean", "median", "min", "max"].map((head) => ({ number: head })), "trend"];
  return el("details", {}, el("summary", {}, "The window's statistics"), table("statistics of the window", heads, rows, "criteria"));
}

function facts({ window, guards, overrides }) {
  const iterations = window.window?.iterations ?? [];
  const entries = [
    ["latest iteration", String(window.last_iteration)],
    ["decisions", String(window.sequence)],
    ["window", iterations.length === 0 ? "empty" : `${iterations[0]} to ${iterations[iterations.length - 1]}`],
  ];
  if (window.stale || guards?.stale) entries.push(["from", "a copy that may lag behind"]);
  const current = overrides?.current ?? {};
  if (current.auto_tune !== undefined) entries.push(["auto-tuning", current.auto_tune ? "on" : "off: proposals only"]);
  if (current.verification) entries.push(["the bot's overrides", words(current.verification)]);
  if (overrides?.awaited) entries.push(["waits for", `iteration ${overrides.awaited.iteration ?? "–"}`]);
  return entries;
}

/** Guards as the tuner has them: signal, what it needs still, since when. */
function guards({ window, guards }) {
  const live = guards?.guards;
  if (!live) return null;
  const now = window?.last_event_time_ms ?? 0;
  const lines = live.debounced.filter((guard) => guard.raw || guard.debounced).map((guard) => guardLine(guard, now));
  if (live.frozen_subsystems.length > 0) lines.push(el("li", {}, el("b", {}, "frozen by guards"), ": ", data(live.frozen_subsystems.map(words).join(", "))));
  if (live.steady) lines.push(el("li", {}, el("b", {}, "steady"), live.steady_freeze_left > 0 ? `: frozen for ${live.steady_freeze_left} more iterations` : ""));
  if (live.cooling > 0) lines.push(el("li", {}, el("b", {}, "cooldown"), `: ${live.cooling} more iterations`));
  return lines.length === 0 ? el("p", { class: "nothing" }, "No guard holds anything.") : el("ul", { class: "reasons" }, lines);
}

function guardLine(guard, nowMs) {
  const pending = guard.raw && !guard.debounced;
  const since = duration(Math.max(0, nowMs - (pending ? guard.raw_since_ms : guard.since_ms)));
  return el("li", {}, el("b", {}, words(guard.guard)), pending ? `: signal seen ${guard.samples} times in a row, not yet in force` : `: in force for ${since}${guard.raw ? "" : ", signal gone"}`);
}

/** What people have frozen, in words; null: nothing. */
export function commandedFreeze(guards) {
  if (guards?.commanded_freeze === true) return "everything";
  const named = Array.isArray(guards?.commanded_subsystems) ? guards.commanded_subsystems : [];
  return named.length === 0 ? null : named.map(words).join(", ");
}
