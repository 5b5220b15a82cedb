// All runs at a glance: those under way first, and of them the gravest.

import { ageFrom, ageText, behindReason, blockedReason, isOver, staleReason } from "./age.js";
import { askForToken } from "./dialogs.js";
import { data, el } from "./dom.js";
import { counted, hours, words } from "./format.js";
import { verdictIcon } from "./icons.js";
import { gravestPolicy, VERDICTS } from "./model.js";
import { slot } from "./slot.js";
import { every } from "./work.js";

const EVERY_MS = 2000;
const MOST = 200;
const TICK_MS = 1000;
/** Somebody has to find a token first. */
const UNKNOWN_MS = 15000;
const STATES = ["RUNNING", "STALLED", "COMPLETED", "ABORTED", "EXPIRED"];

/** {element, stop}. */
export function runsView(dashboard) {
  const stopping = new AbortController();
  const { signal } = stopping;
  const app = dashboard.until(signal);
  const shown = { runs: undefined, more: false, evicted: 0 };
  const list = slot();
  const draw = () => list.show(content(shown, filters));
  const filters = createFilters(() => (ask(), draw()));
  const ask = every(EVERY_MS, () => load(app, shown, filters, draw), (failure) => lost(app, shown, list, failure), signal);
  const clock = setInterval(() => shown.runs && draw(), TICK_MS);
  signal.addEventListener("abort", () => clearInterval(clock), { once: true });
  document.title = "runs · soakstream";
  const element = el("main", { id: "content", class: "overview", tabindex: "-1" }, el("div", { class: "overview-head" }, el("h1", {}, "Runs"), filters.element), list.element);
  return { element, stop: () => stopping.abort() };
}

async function load(app, shown, filters, draw) {
  const query = String(new URLSearchParams({ latest_first: "true", limit: String(MOST), ...filters.query() }));
  const { answer, json } = await app.client.changed(`api/v1/runs?${query}`, query === shown.query ? shown.tag : undefined);
  if (json) Object.assign(shown, { query, tag: answer.headers.get("ETag"), runs: json.runs, evicted: json.evicted, obstacle: json.obstacle });
  // A list that is the same has other ages, by the server's clock: the reader's may have slept, or be wrong.
  const nowMs = Number(answer.headers.get("Soak-Now-Ms") ?? Date.now());
  shown.runs = shown.runs.map((run) => ({ ...run, obstacle: shown.obstacle, age: ageFrom(run.iteration_received_ms === null ? null : Math.max(0, nowMs - run.iteration_received_ms)) }));
  app.connection("report", null);
  draw();
}

function lost(app, shown, list, failure) {
  if (failure.status === 401) {
    app.connection("report", failure);
    askForToken(app, "This dashboard asks for a token that may read.", "read");
    return UNKNOWN_MS;
  }
  app.connection("report", failure);
  if (!shown.runs) list.show(el("p", { class: "alone" }, failure.message));
  return failure.retryMs ?? EVERY_MS;
}

/** What the reader wants to see; names are looked for among the runs that are there already. */
function createFilters(changed) {
  const name = el("input", { type: "search", "aria-label": "bot or run", placeholder: "bot or run", oninput: changed });
  const choice = (label, values) => el("select", { "aria-label": label, onchange: changed }, el("option", { value: "" }, `any ${label}`), values.map((word) => el("option", { value: word }, words(word))));
  const state = choice("state", STATES);
  const verdict = choice("verdict", VERDICTS);
  return {
    element: el("div", { class: "filters", role: "search" }, name, state, verdict),
    query: () => Object.fromEntries([["state", state.value], ["verdict", verdict.value]].filter(([, value]) => value !== "")),
    // The server finds runs of which any policy says so; what is listed is the gravest word.
    wants: (run) => run.run_key.includes(name.value.trim()) && (verdict.value === "" || verdictOf(run) === verdict.value),
  };
}

function content(shown, filters) {
  if (!shown.runs) return el("p", { class: "alone", role: "status" }, "asking for the runs…");
  const runs = shown.runs.filter(filters.wants);
  if (runs.length === 0) return el("p", { class: "alone" }, shown.runs.length === 0 ? "No run has begun yet. \"soak demo --stay\" shows one." : "No run is like that.");
  const notes = [];
  if (shown.runs.length >= MOST) notes.push(`the ${MOST} that something came of last`);
  if (shown.evicted > 0) notes.push(`${counted(shown.evicted, "run")} had to make room`);
  const over = runs.filter((run) => isOver(run.state));
  const underWay = runs.filter((run) => !isOver(run.state)).sort(byGravity);
  return [tally(runs), group("under way", underWay), group("over", over.sort(byEnd)), notes.length > 0 ? el("p", { class: "lead" }, notes.join("; ")) : null];
}

function group(title, runs) {
  return runs.length === 0 ? null : [el("h2", { class: "group" }, title, el("small", {}, ` ${runs.length}`)), el("ul", { class: "runs" }, runs.map(row))];
}

/** What comes of them does not change their places, or nobody could press one. */
function byGravity(a, b) {
  const silent = Number(staleOf(b) !== null) - Number(staleOf(a) !== null);
  if (silent !== 0) return silent;
  const graver = VERDICTS.indexOf(verdictOf(a)) - VERDICTS.indexOf(verdictOf(b));
  return graver !== 0 ? graver : a.run_key < b.run_key ? -1 : 1;
}

function byEnd(a, b) {
  return b.received_ms - a.received_ms;
}

/** How many runs stand where, the gravest first. */
function tally(runs) {
  const counts = VERDICTS.map((verdict) => [verdict, runs.filter((run) => verdictOf(run) === verdict).length]).filter(([, count]) => count > 0);
  return el("ul", { class: "tally", "aria-label": "Verdicts" }, counts.map(([verdict, count]) => el("li", {}, verdictIcon(verdict), ` ${count} ${verdict}`)));
}

/** The gravest of all policies: a list must not hide a FAIL behind a policy that is content. */
function verdictOf(run) {
  return gravestPolicy(run)?.verdict ?? "INCONCLUSIVE";
}

function staleOf(run) {
  const age = run.age();
  const judged = Math.min(run.last_iteration, ...run.policies.map((policy) => policy.iteration));
  return blockedReason(run.state, run.obstacle) ?? staleReason(run.state, age, run.period_ms) ?? behindReason(run.state, age, run.last_iteration, judged);
}

function row(run) {
  const verdict = verdictOf(run);
  const old = run.age();
  const stale = staleOf(run);
  const leading = gravestPolicy(run);
  const href = `#/bots/${encodeURIComponent(run.bot)}/runs/${encodeURIComponent(run.run)}`;
  return el(
    "li",
    { class: `run run-${verdict.toLowerCase()}${stale ? " stale" : ""}` },
    el("span", { class: "run-verdict" }, verdictIcon(verdict), el("b", {}, verdict)),
    el("a", { class: "run-name", href }, data(run.bot), " : ", data(run.run)),
    el("span", { class: "run-state" }, state(run), el("small", {}, progress(run))),
    el("span", { class: "run-age" }, isOver(run.state) ? "over" : stale ? stale : `${ageText(old)} ago`),
    el("span", { class: "run-ready" }, el("span", { class: leading?.freeze_ready ? "badge badge-ready" : "badge" }, leading?.freeze_ready ? "freeze-ready" : "not freeze-ready")),
    el("p", { class: "run-why" }, data(leading?.sentence ?? "nothing is judged yet"), others(run, leading)),
  );
}

function state(run) {
  return el("span", { class: `state state-${run.state.toLowerCase()}` }, words(run.state));
}

function progress(run) {
  const of = run.declared_iterations ? ` of ${run.declared_iterations}` : run.declared_hours ? `, ${hours(run.declared_hours)} declared` : "";
  return ` iteration ${run.last_iteration}${of}${run.mode && run.mode !== "LIVE" ? `, ${words(run.mode)}` : ""}`;
}

/** Where other policies stand. */
function others(run, leading) {
  return run.policies.filter((policy) => policy !== leading).map((policy) => el("small", { class: "run-other" }, verdictIcon(policy.verdict), ` ${policy.verdict} by `, data(policy.policy)));
}
