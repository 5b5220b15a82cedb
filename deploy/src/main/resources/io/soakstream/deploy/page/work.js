// Work that comes again: on request, or every so often while somebody looks.

import { rest } from "./client.js";

const LEAST_REST_MS = 80;
/** Of the time that work takes, so much more is rest: a busy run does not keep the reader's machine busy. */
const REST_SHARE = 2;

/**
 * Work on request, one at a time: asked for while it is done it is done once more.
 *
 * @param failed what becomes of a failure; gives after how long it is done again (ms)
 */
export function onRequest(work, failed, signal) {
  let wanted = false;
  let running = false;
  const run = async () => {
    running = true;
    while (wanted && !signal.aborted) {
      wanted = false;
      await rest(await attempt(work, failed, () => (wanted = true)), signal);
    }
    running = false;
  };
  return () => {
    wanted = true;
    if (!running) run();
  };
}

/** Gives how long to rest afterwards (ms). */
async function attempt(work, failed, again) {
  const began = performance.now();
  try {
    await work();
    return Math.max(LEAST_REST_MS, REST_SHARE * (performance.now() - began));
  } catch (failure) {
    again();
    return failed(failure);
  }
}

/** Work every so often, not while nobody sees the page, and at once when somebody looks again. */
export function every(milliseconds, work, failed, signal) {
  const ask = onRequest(() => (document.hidden ? undefined : work()), failed, signal);
  const timer = setInterval(ask, milliseconds);
  const look = () => document.hidden || ask();
  document.addEventListener("visibilitychange", look);
  signal.addEventListener("abort", () => (clearInterval(timer), document.removeEventListener("visibilitychange", look)), { once: true });
  ask();
  return ask;
}
