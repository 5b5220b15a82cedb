// The page of one run: the report's components, each in a place of its own that is made anew when something came.

import { keptCharts } from "./charts.js";
import { actions } from "./actions.js";
import { ageText, behindReason, blockedReason, isOver, leftMs, staleReason } from "./age.js";
import { data, el } from "./dom.js";
import { explainDrawer } from "./explain.js";
import { time, TO_THE_MINUTE, words } from "./format.js";
import { gravestPolicy } from "./model.js";
import { notifications } from "./notifications.js";
import { pipeline, pipelineTrouble } from "./pipeline.js";
import { commandedFreeze, provisional } from "./provisional.js";
import { records } from "./records.js";
import { panels } from "./report.js";
import { slot } from "./slot.js";
import { createCursor } from "./tracks.js";
import { missingLine, standings, verdictStrip } from "./verdict-strip.js";

const PLACES = ["notices", "tiles", "now", "heatmap", "lanes", "notifications", "series", "policies", "deltas", "parameters", "pipeline"];

/**
 * {element, show, showNow, showPipeline, tick}: what is shown is the run's state, which its owner changes.
 *
 * @param run {key, name, path, state, age, aheadMs, obstacle, periodMs, model, notifications, live, pipeline}
 * @param closed is told when a dialog has closed, below which panels stood still
 */
export function runPage(app, run, closed, signal) {
  const strip = slot("strip-place");
  const acts = slot("acts-place");
  const places = Object.fromEntries(PLACES.map((name) => [name, slot()]));
  const said = el("ul", { class: "acknowledgements", role: "status", "aria-label": "Acknowledgements" });
  const place = el("div", { class: "run-page" }, strip.element, el("main", { id: "content", tabindex: "-1" }, acts.element, said, Object.values(places).map((one) => one.element)));
  const drawer = explainDrawer(undefined, (iteration) => records(app.client, run.path, iteration));
  // It does not bubble, so it is caught on its way down.
  document.addEventListener("close", closed, { capture: true, signal });
  place.append(drawer.element);
  const draw = keptCharts(signal);
  const looked = { iteration: undefined };
  let drawn = new AbortController();
  signal.addEventListener("abort", () => drawn.abort(), { once: true });
  const age = el("span", { class: "age" });
  const since = el("small", { class: "since" });
  const ends = el("span", { class: "ends" });
  const stale = el("p", { class: "stale-line", role: "status" });
  const acknowledge = (line) => said.prepend(line);

  const page = {
    element: place,
    /** All of it, from the model; while a dialog is open only the strip moves, so that nothing is lost below it. */
    show() {
      const { model } = run;
      page.showStrip();
      drawer.use(model);
      if (document.querySelector("dialog[open]")) return;
      const follows = looked.iteration === undefined || looked.last === looked.iteration;
      drawn.abort();
      drawn = new AbortController();
      const cursor = createCursor(model, drawer.open, follows || model.numbers.length === 0 ? undefined : looked.iteration, drawn.signal);
      Object.assign(looked, { iteration: cursor.iteration, last: model.last });
      cursor.subscribe((iteration) => (looked.iteration = iteration));
      Object.entries(panels({ ...model, leading: gravestPolicy(model), notifications: run.notifications }, cursor, drawer.open, draw)).forEach(([name, panel]) => places[name].show(panel));
      places.notifications.show(notifications(run.notifications));
      page.showActions();
    },
    showStrip() {
      const frozen = isOver(run.state) || run.live.refusal ? null : commandedFreeze(run.live.guards);
      const trouble = pipelineTrouble(run.pipeline);
      const facts = [["data age", [age, since]]];
      if (ending(run)) facts.push(["ends", ends]);
      if (frozen) facts.push(["frozen by command, provisional", el("span", { class: "frozen" }, frozen)]);
      if (trouble) facts.push(["pipeline", el("a", { href: "#pipeline", class: "trouble", onclick: jump }, trouble)]);
      const policy = gravestPolicy(run.model);
      strip.show(verdictStrip(run.model, policy, { state: words(run.state), facts, below: [standings(run.model), stale, missingLine(policy)] }));
      page.tick();
    },
    showActions: () => acts.show(actions(app, { ...run, over: isOver(run.state) }, acknowledge)),
    showNow: () => places.now.show(isOver(run.state) ? null : provisional(run.live, run.model.kpis)),
    showPipeline: () => places.pipeline.show(pipeline(run.pipeline)),
    /** What changes with time alone. */
    tick() {
      const old = run.age();
      const reason = blockedReason(run.state, run.obstacle) ?? staleReason(run.state, old, run.periodMs) ?? behindReason(run.state, old, run.model.last, judgedIteration(run.model));
      age.textContent = isOver(run.state) ? "the run is over" : ageText(old);
      since.textContent = old === null ? "" : ` since ${clockTime(Date.now() - old)}`;
      stale.textContent = reason ?? "";
      ends.textContent = (reason === null && !app.isBroken() && ending(run)) || "not known now";
      strip.element.classList.toggle("stale", reason !== null);
      const verdict = gravestPolicy(run.model)?.verdict ?? "INCONCLUSIVE";
      if (!signal.aborted) document.title = `${app.isBroken() ? "not live: " : reason ? "stale: " : ""}${verdict} · ${run.key} · soakstream`;
    },
    /** Until there is something to show. */
    wait(text) {
      strip.show(el("p", { class: "alone", role: "status" }, data(text)));
    },
  };
  return page;
}

/** How far all policies have come. */
function judgedIteration(model) {
  return model.policies.length === 0 ? 0 : Math.min(...model.policies.map((policy) => policy.iteration));
}

/** A time without its day. */
function clockTime(milliseconds) {
  return time(milliseconds, TO_THE_MINUTE).slice(11);
}

/** When the run will have ended if nothing comes in between; null: nobody knows. Nothing is decided by it. */
function ending(run) {
  const left = run.state === "RUNNING" ? leftMs(run.model) : null;
  return left === null || run.age() === null ? null : `about ${time(Date.now() + Math.max(0, left - run.age()), TO_THE_MINUTE)}`;
}

/** The address of the page says which run it shows, so a place in it is scrolled to. */
function jump(event) {
  event.preventDefault();
  document.querySelector("#pipeline")?.scrollIntoView();
}
