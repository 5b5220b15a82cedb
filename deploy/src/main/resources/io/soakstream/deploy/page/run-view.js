// Follows one run: its model when something has come, its events, what the stores say, how the pipeline is.

import { ageFrom, isOver } from "./age.js";
import { Refusal } from "./client.js";
import { askForToken } from "./dialogs.js";
import { read } from "./model.js";
import { readNotifications } from "./notifications.js";
import { runPage } from "./run-page.js";
import { follow } from "./stream.js";
import { every, onRequest } from "./work.js";

const TICK_MS = 1000;
const NOW_EVERY_MS = 2000;
const PIPELINE_EVERY_MS = 5000;
const LATEST_EVERY_MS = 5000;
/** A tab that nobody sees still says in its title how the run is. */
const UNSEEN_EVERY_MS = 15000;
const MOST_NOTIFICATIONS = 500;
/** Somebody has to find a token first. */
const UNKNOWN_MS = 15000;
const BROKEN_MS = 10000;

/** {element, stop}. The name may be latest: then the newest run of the bot is shown, and the next when it has begun. */
export function runView(dashboard, bot, wanted) {
  const stopping = new AbortController();
  const { signal } = stopping;
  const app = dashboard.until(signal);
  const run = { key: `${bot}:${wanted}`, name: wanted, state: "RUNNING", age: ageFrom(null), aheadMs: 0, notifications: [], live: {}, pipeline: {} };
  const page = runPage(app, run, () => refresh(), signal);
  const link = { following: false, tag: undefined, nowTag: undefined, told: true, now: () => {}, pipeline: () => {} };
  const refused = (refusal) => lost(app, page, run, refusal);
  const refresh = onRequest(() => load(app, page, run, link, bot, wanted, listen), refused, signal);
  const listen = (cursor) => follow(app.client, `${run.path}/events?brief=true`, cursor, listener(app, page, run, link, refresh, refused), signal);

  page.wait(`asking for ${run.key}…`);
  refresh();
  const clocks = [setInterval(() => run.model && page.tick(), TICK_MS), setInterval(() => document.hidden && refresh(), UNSEEN_EVERY_MS)];
  signal.addEventListener("abort", () => clocks.forEach(clearInterval), { once: true });
  link.now = every(NOW_EVERY_MS, () => askNow(app, page, run, link), () => NOW_EVERY_MS, signal);
  link.pipeline = every(PIPELINE_EVERY_MS, () => askPipeline(app, page, run), () => PIPELINE_EVERY_MS, signal);
  if (wanted === "latest") every(LATEST_EVERY_MS, () => askNewest(app, run, bot), () => LATEST_EVERY_MS, signal);
  return { element: page.element, stop: () => stopping.abort(), redraw: () => run.model && page.show() };
}

/** The model with what belongs to it, if it is another than the one that is shown. */
async function load(app, page, run, link, bot, wanted, listen) {
  if (!run.path) identify(run, await app.client.json(`api/v1/bots/${encodeURIComponent(bot)}/runs/${encodeURIComponent(wanted)}`));
  const { answer, json } = await app.client.changed(`${run.path}/report`, link.tag);
  if (link.told) await loadNotifications(app, run, link);
  if (document.hidden) await lookUp(app, run);
  if (json) {
    run.model = read(json);
    link.tag = answer.headers.get("ETag");
  }
  page.show();
  link.now();
  app.connection("report", null);
  if (!link.following) {
    link.following = true;
    link.pipeline();
    listen(answer.headers.get("Soak-Cursor"));
  }
}

/** A tab that nobody sees hears no events: it asks how the run stands, which its title tells. */
async function lookUp(app, run) {
  const summary = await app.client.json(run.path);
  Object.assign(run, { state: summary.state, age: ageFrom(summary.iteration_age_ms), obstacle: summary.obstacle });
}

/** What is told while it is asked for is asked for again. */
async function loadNotifications(app, run, link) {
  link.told = false;
  try {
    run.notifications = readNotifications((await app.client.json(`${run.path}/notifications?limit=${MOST_NOTIFICATIONS}`)).rows);
  } catch (refusal) {
    link.told = true;
    throw refusal;
  }
}

function identify(run, summary) {
  Object.assign(run, {
    key: summary.run_key,
    name: summary.run,
    path: `api/v1/bots/${encodeURIComponent(summary.bot)}/runs/${encodeURIComponent(summary.run)}`,
    state: summary.state,
    periodMs: summary.period_ms,
    age: ageFrom(summary.iteration_age_ms),
  });
}

/** What becomes of the events of a run. */
function listener(app, page, run, link, refresh, refused) {
  return {
    open: () => app.connection("events", null),
    lost(refusal) {
      if (refusal.status === 401) refusal.retryMs = refused(refusal);
      app.connection("events", refusal);
      return true;
    },
    event(type, body) {
      if (type === "age") {
        app.connection("events", null);
        return aged(page, run, body);
      }
      if (type === "gone") return app.connection("events", new Refusal(404, "the run had to make room for others"));
      if (type === "notification") link.told = true;
      return refresh();
    },
  };
}

function aged(page, run, body) {
  const before = run.state;
  run.state = body.state;
  run.age = ageFrom(body.iteration_age_ms);
  run.aheadMs = body.now_ms - Date.now();
  run.obstacle = body.obstacle;
  if (!run.model) return;
  if (before === run.state) return page.tick();
  page.showStrip();
  page.showActions();
  page.showNow();
}

/** Gives after how long it is tried again (ms). What is shown stays, and the page says that it may be old. */
function lost(app, page, run, failure) {
  if (failure.status === 401) {
    if (!run.model) page.wait("A token is needed.");
    app.connection("report", failure);
    askForToken(app, "This dashboard asks for a token that may read.", "read");
    return UNKNOWN_MS;
  }
  const known = failure instanceof Refusal;
  app.connection("report", failure);
  if (!run.model) page.wait(failure.message);
  return known ? failure.retryMs : BROKEN_MS;
}

async function askNow(app, page, run, link) {
  if (!run.path || !run.model || isOver(run.state)) return;
  try {
    const { answer, json } = await app.client.changed(`${run.path}/now`, link.nowTag);
    if (!json && !run.live.refusal) return;
    const { window, guards, overrides } = json ?? run.live;
    run.live = { window, guards, overrides };
    link.nowTag = answer.headers.get("ETag");
  } catch (refusal) {
    run.live = { ...run.live, refusal };
  }
  page.showNow();
  page.showStrip();
}

async function askPipeline(app, page, run) {
  if (!run.path) return;
  try {
    run.pipeline = { known: await app.client.json("api/v1/pipeline") };
  } catch (refusal) {
    run.pipeline = { ...run.pipeline, refusal };
  }
  page.showPipeline();
  if (run.model) page.showStrip();
}

/** Another run has become the newest: the page begins anew with it. */
async function askNewest(app, run, bot) {
  if (!run.path) return;
  const newest = await app.client.json(`api/v1/bots/${encodeURIComponent(bot)}/runs/latest`);
  if (newest.run_key !== run.key) app.reload();
}
