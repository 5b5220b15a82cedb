// What people were told of a run: the ledger's words, the latest first.

import { data, el, section, table } from "./dom.js";
import { time, words } from "./format.js";

const LATEST = 10;
const STATES = { SENT: "done", INTENT: "open", UNKNOWN_OUTCOME: "open", FAILED: "failed" };

/** Rows of the interface as the lanes and the panel want them; what the notifier keeps for itself is no notification. */
export function readNotifications(rows) {
  return rows
    .filter((row) => row.channel !== "" && row.state !== "UNKNOWN")
    .map((row) => ({ iteration: row.iteration, channel: row.channel, state: row.state, reason: row.reason, events: row.events ?? [], atMs: row.recorded_at_ms, attempts: row.attempts }))
    .sort((a, b) => b.atMs - a.atMs);
}

export function notifications(list) {
  const lead = "What people were told, and where; each at least once.";
  if (list.length === 0) return section("notifications", "Notifications", null, el("p", { class: "nothing" }, "Nobody was told of anything yet."));
  const earlier = list.slice(LATEST);
  return section(
    "notifications",
    "Notifications",
    lead,
    told("what was told", list.slice(0, LATEST)),
    earlier.length === 0 ? null : el("details", {}, el("summary", {}, `${earlier.length} earlier`), told("what was told earlier", earlier)),
  );
}

function told(label, list) {
  const rows = list.map((one) => [
    time(one.atMs),
    one.iteration === null || one.iteration === undefined ? "–" : `iteration ${one.iteration}`,
    data(one.events.map(words).join(", ") || "–"),
    data(one.channel),
    [el("span", { class: `told told-${STATES[one.state] ?? "quiet"}` }, words(one.state)), one.reason ? [" ", data(words(one.reason))] : null],
  ]);
  return table(label, ["when", "about", "what", "where", "what became of it"], rows, "told-table");
}
