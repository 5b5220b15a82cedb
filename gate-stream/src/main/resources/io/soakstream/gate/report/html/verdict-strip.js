// What a person at three in the morning needs first: the verdict of each policy, why, and what is missing.

import { data, el, table } from "./dom.js";
import { comparator, counted, duration, hours, number, plain, signed, statistic, time, unit, words } from "./format.js";
import { statusIcon, statusWord, verdictIcon } from "./icons.js";
import { timeAt } from "./model.js";

/**
 * The verdict of a policy with its sentence, and the facts of the run beside it.
 *
 * @param live what a page knows that follows the run: {state, facts: [[name, content]], below: elements}
 */
export function verdictStrip(model, policy, live) {
  const verdict = policy ? policy.verdict : "INCONCLUSIVE";
  return el(
    "header",
    { class: `strip strip-${verdict.toLowerCase()}` },
    el(
      "div",
      { class: "strip-verdict" },
      verdictIcon(verdict),
      el("div", {}, el("h1", {}, el("span", { class: "strip-word" }, verdict)), el("p", { class: "strip-run" }, data(model.run.bot), " : ", data(model.run.run))),
    ),
    el("p", { class: "why" }, policy ? policy.sentence : "not one iteration could be judged"),
    el("dl", { class: "facts" }, facts(model, policy, live)),
    live ? live.below : null,
  );
}

function facts(model, policy, live) {
  const run = model.run;
  const entries = [
    ["iterations", run.declared_iterations ? `${run.iterations} of ${run.declared_iterations}` : String(run.iterations)],
    ["lasted", run.declared_hours ? `${duration(run.elapsed_ms)} of ${hours(run.declared_hours)}` : duration(run.elapsed_ms)],
    ["freeze-ready", policy && policy.freeze_ready ? "yes" : "no"],
    ["state", live ? live.state : run.end ? words(run.end) : "no end recorded"],
    ["mode", `${words(run.mode)}, ${run.tuning === "RECORDED" ? "judged as recorded" : "tuned by us"}`],
  ];
  if (policy && policy.since_iteration) entries.splice(1, 0, ["verdict since", `iteration ${policy.since_iteration}`]);
  if (live) entries.push(...live.facts);
  return entries.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value)));
}

/** Where each policy stands; null where there is but one. */
export function standings(model) {
  if (model.policies.length < 2) return null;
  return el("ul", { class: "standings", "aria-label": "Where each policy stands" }, model.policies.map((policy) => el("li", {}, verdictIcon(policy.verdict), ` ${policy.verdict} by `, data(policy.name))));
}

/** What is missing for the policy's freeze-ready, in short; null where nothing is. */
export function missingLine(policy) {
  if (!policy || policy.missing.length === 0) return null;
  const unsaid = missing(policy);
  const said = policy.missing.length - unsaid.length;
  const texts = [...(said > 0 ? [`${said === 1 ? "what" : `the ${said} things that`} the verdict is about`] : []), ...unsaid.map((reason) => data(reason.text))];
  return el("p", { class: "missing" }, el("b", {}, "missing for freeze-ready: "), texts.map((text, index) => [index > 0 ? "; " : null, text]));
}

/** What a reader must know before anything else: refusals and notes; null where there is nothing to say. */
export function notices(model) {
  const lines = [
    ...model.refusals.map((text) => ["refused", text]),
    ...model.notes.map((text) => ["note", text]),
    ...(model.run.times_synthesised ? [["note", "the recording has no usable times: those shown are made up at the period"]] : []),
  ];
  if (lines.length === 0) return null;
  return el(
    "ul",
    { class: "notices", "aria-label": "Notes" },
    lines.map(([kind, text]) => el("li", { class: `notice-${kind}` }, el("b", {}, kind), " ", data(text))),
  );
}

/** One card for each policy: reasons, freeze-ready with what is missing, all criteria, digest. */
export function policyCards(model) {
  return el("div", { class: "cards" }, model.policies.map((policy) => card(model, policy)));
}

function card(model, policy) {
  return el(
    "article",
    { class: `card card-${policy.verdict.toLowerCase()}`, "aria-label": `policy ${policy.name}` },
    el(
      "h3",
      {},
      verdictIcon(policy.verdict),
      el("span", { class: "card-word" }, policy.verdict),
      el("span", { class: "card-name" }, data(policy.name), ` version ${policy.version}`),
    ),
    sentences("because", policy.reasons),
    el("p", { class: "ready" }, el("b", {}, policy.freeze_ready ? "freeze-ready" : "not freeze-ready")),
    policy.freeze_ready ? null : sentences("missing", missing(policy)),
    criteria(policy),
    el("dl", { class: "small" }, remarks(model, policy).map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value)))),
  );
}

/** A reason that stands above already needs no second line. */
function missing(policy) {
  const said = new Set(policy.reasons.map((reason) => reason.code));
  return policy.missing.filter((reason) => !said.has(reason.code));
}

function sentences(title, reasons) {
  if (reasons.length === 0) return null;
  return el("ul", { class: "reasons", "aria-label": title }, reasons.map((reason) => el("li", {}, data(reason.text))));
}

function criteria(policy) {
  const rows = policy.criteria.map((criterion) => [
    [data(criterion.label), el("small", {}, statistic(criterion.statistic, policy.window.capacity))],
    { number: number(criterion.value, criterion.decimals) + unit(criterion.unit) },
    { number: `${comparator(criterion.comparator)} ${plain(criterion.threshold)}` },
    { number: signed(criterion.margin, criterion.decimals) },
    el("span", { class: "status" }, statusIcon(criterion.status, criterion.severity), statusWord(criterion)),
  ]);
  const heads = ["criterion", { number: "value" }, { number: "target" }, { number: "margin" }, "result"];
  return table(`criteria of ${policy.name}`, heads, rows, "criteria");
}

function remarks(model, policy) {
  const window = policy.window;
  const judged = window.iterations;
  const position = model.positions.get(policy.iteration);
  const entries = [
    ["window", judged.length === 0 ? "empty" : `${judged[0]} to ${judged[judged.length - 1]}, holds ${window.capacity}`],
    ["judged at", `iteration ${policy.iteration}${policy.last ? ", the last" : ""}, ${position === undefined ? time(policy.event_time_ms) : time(timeAt(model, position))}`],
  ];
  if (window.gaps.length > 0) entries.push(["gaps", window.gaps.join(", ")]);
  if (policy.worst) entries.push(["worst so far", `${policy.worst.verdict} at iteration ${policy.worst.iteration}`]);
  const held = policy.guards.filter((guard) => guard.count > 0).map((guard) => `${words(guard.guard)} ${guard.count}`);
  entries.push(["guards in the window", held.length === 0 ? "none" : held.join(", ")]);
  entries.push(["anomalies", `${counted(policy.anomalies, "anomaly").replace("anomalys", "anomalies")}, ${counted(policy.signature_loops, "signature loop")}`]);
  entries.push(["the bot's overrides", words(policy.verification)]);
  entries.push(["digest", el("code", { class: "hash" }, policy.digest)]);
  return entries;
}
