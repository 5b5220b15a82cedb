// One iteration in full: its KPIs, what the policies say of it, what was proposed, and what became of that.

import { data, el, table } from "./dom.js";
import { comparator, number, plain, signedPlain, time, unit, words } from "./format.js";
import { statusIcon, statusWord, verdictIcon } from "./icons.js";
import { level, meaning, reasonAt, timeAt } from "./model.js";

const OUTCOMES = { A: "applied", a: "applied in part", S: "skipped", N: "nothing to apply", M: "not derivable from the same facts, not applied", "?": "not known" };

/**
 * The drawer: {element, open(iteration), use(model)}. Escape closes it; the arrow keys go to the iterations beside.
 *
 * @param more what a page that can ask further adds of an iteration, as an element
 */
export function explainDrawer(first, more) {
  let model = first;
  const body = el("div", { class: "drawer-body" });
  const title = el("h2", { id: "explain-title" });
  const button = (text, label, onclick) => el("button", { type: "button", "aria-label": label, onclick }, text);
  const dialog = el(
    "dialog",
    { class: "drawer", "aria-labelledby": "explain-title" },
    el(
      "div",
      { class: "drawer-head" },
      title,
      el("div", { class: "drawer-buttons" }, button("←", "iteration before", () => step(-1)), button("→", "iteration after", () => step(1)), button("✕", "close", () => dialog.close())),
    ),
    body,
  );
  let shown = 0;
  const show = (position) => {
    shown = position;
    title.textContent = `Iteration ${model.numbers[position]}`;
    body.replaceChildren(...content(model, position, more).filter((part) => part));
    body.scrollTop = 0;
  };
  const step = (by) => show(Math.max(0, Math.min(model.numbers.length - 1, shown + by)));
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") step(-1);
    if (event.key === "ArrowRight") step(1);
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  return {
    element: dialog,
    use(next) {
      model = next;
    },
    open(iteration) {
      if (!model.positions.has(iteration)) return;
      show(model.positions.get(iteration));
      if (!dialog.open) dialog.showModal();
    },
  };
}

function content(model, position, more) {
  const iteration = model.numbers[position];
  const detail = model.details[iteration] ?? {};
  return [
    el("p", { class: "lead" }, `${time(timeAt(model, position))}${model.run.times_synthesised ? " (made up at the period)" : ""}`),
    outcome(model, position, detail),
    detail.proposed ? part("Proposed", proposed(detail)) : null,
    detail.changed ? part("Changed", changed(detail)) : null,
    guards(model, detail),
    part("Verdicts", ...model.policies.map((policy) => judgement(policy, position, iteration))),
    part("KPIs", kpis(model, position), anomalies(detail)),
    part("State", state(model, position, detail)),
    more ? more(iteration) : null,
    part("On the command line", ...command(`soak explain ${shell(model.run.key)} ${iteration}`)),
  ];
}

/** A command as it is typed; where the browser lets a page, a button takes it along. */
function command(text) {
  const code = el("code", { class: "command" }, text);
  if (!globalThis.isSecureContext || !navigator.clipboard) return [code];
  const copy = el("button", { type: "button", class: "link" }, "copy");
  copy.addEventListener("click", () =>
    navigator.clipboard.writeText(text).then(
      () => (copy.textContent = "copied"),
      () => (copy.textContent = "the browser does not let this page copy"),
    ),
  );
  return [code, copy];
}

function part(title, ...children) {
  return el("section", {}, el("h3", {}, title), children);
}

function outcome(model, position, detail) {
  const reason = reasonAt(model, position);
  const recorded = detail.recorded ?? {};
  return el(
    "p",
    { class: "outcome" },
    el("b", {}, OUTCOMES[model.iterations.outcomes[position]] ?? "not known"),
    reason ? [": ", data(reason.text)] : null,
    recorded.skip ? el("small", {}, " the recording says: ", data(recorded.skip)) : null,
  );
}

function judgement(policy, position, iteration) {
  const verdict = level(policy.levels[position]);
  if (!verdict) return el("p", {}, data(policy.name), ": no verdict");
  const rows = policy.criteria.map((criterion) => {
    const status = { k: "ok", m: "failed", n: "nodata", i: "insufficient" }[criterion.states[position]] ?? "unknown";
    const value = criterion.values[position];
    return [
      [data(criterion.label), el("small", {}, words(criterion.statistic))],
      { number: number(value, criterion.decimals) + unit(criterion.unit) },
      { number: `${comparator(criterion.comparator)} ${plain(criterion.threshold)}` },
      el("span", { class: "status" }, statusIcon(status, criterion.severity), statusWord({ ...criterion, status, margin: null })),
    ];
  });
  const others = policy.remarks[iteration] ?? [];
  return el(
    "div",
    { class: "judgement" },
    el("p", { class: "judged" }, verdictIcon(verdict), el("b", {}, verdict), " by ", data(policy.name)),
    others.length > 0 ? el("ul", { class: "reasons" }, others.map((text) => el("li", {}, data(text)))) : null,
    table(`criteria of ${policy.name} at iteration ${iteration}`, ["criterion", { number: "value" }, { number: "target" }, "result"], rows, "criteria"),
  );
}

function kpis(model, position) {
  const rows = model.kpis.map((kpi) => {
    const state = kpi.condition ? meaning("kpi", kpi.states[position]) : undefined;
    return [
      data(kpi.label),
      { number: number(kpi.values[position], kpi.decimals) + unit(kpi.unit) },
      { number: kpi.condition ? `${comparator(kpi.condition.comparator)} ${plain(kpi.condition.threshold)}` : "" },
      state ? el("span", { class: "status" }, statusIcon({ k: "ok", m: "failed", n: "nodata" }[kpi.states[position]], "hard"), state[0]) : "",
    ];
  });
  return table("KPIs of the iteration", ["KPI", { number: "value" }, { number: "one iteration" }, ""], rows, "criteria");
}

function anomalies(detail) {
  return detail.anomalies ? el("p", {}, el("b", {}, "stands out: "), detail.anomalies.map(words).join(", ")) : null;
}

function proposed(detail) {
  const dropped = new Map((detail.dropped ?? []).map((drop) => [drop.parameter, drop.reasons.map(words).join(", ")]));
  const rows = detail.proposed.map((move) => [
    data(move.parameter, "strong"),
    data(move.rule ? words(move.rule) : "–"),
    { number: move.from === undefined ? "–" : `${plain(move.from)} → ${plain(move.to)}` },
    { number: move.delta === undefined ? "–" : signedPlain(move.delta) },
    [dropped.has(move.parameter) ? ["dropped: ", data(dropped.get(move.parameter))] : "", move.bound ? el("small", {}, ` cut at ${words(move.bound)}`) : null],
  ]);
  return table("proposed moves", ["parameter", "rule", { number: "from, to" }, { number: "delta" }, "guards"], rows, "criteria");
}

function changed(detail) {
  const rows = detail.changed.map((change) => [
    data(change.parameter, "strong"),
    { number: change.after === undefined ? "not known" : `${plain(change.before)} → ${plain(change.after)}` },
    { number: change.delta === undefined ? "–" : signedPlain(change.delta) },
    change.bound ? `at ${words(change.bound)}` : "",
  ]);
  return table("changed parameters", ["parameter", { number: "from, to" }, { number: "delta" }, ""], rows, "criteria");
}

function guards(model, detail) {
  if (!detail.guards && !detail.notes) return null;
  const lines = (detail.guards ?? []).map((place) => model.guard_states[place]).map((guard) =>
    el("li", {}, el("b", {}, words(guard.guard)), guard.open ? " in force" : " signal seen, not yet in force", guard.concerned ? [": ", data(guard.concerned.map(words).join(", "))] : null),
  );
  const notes = (detail.notes ?? []).map((note) => el("li", {}, data(note)));
  return part("Guards and notes", el("ul", { class: "reasons" }, lines, notes));
}

function state(model, position, detail) {
  const lane = model.lanes.find((candidate) => candidate.kind === "confirmation");
  const entries = [
    ["overrides at the bot", lane ? (meaning("confirmation", lane.states[position])?.[0] ?? "not known") : "not known"],
    ["hash before", detail.hash_before ? el("code", { class: "hash" }, detail.hash_before) : "as before"],
    ["hash after", detail.hash_after ? el("code", { class: "hash" }, detail.hash_after) : "as before"],
  ];
  if (detail.settled) entries.push(["later", `${words(detail.settled.outcome)} at ${time(detail.settled.event_time_ms)}`]);
  return el("dl", { class: "small" }, entries.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))));
}

/** A run key as one word of a shell, whatever stands in it. */
function shell(text) {
  return /^[A-Za-z0-9._:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
