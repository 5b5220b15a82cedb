// How old what is shown is, and from when on it is called stale.

import { duration, words } from "./format.js";

const OVER = new Set(["COMPLETED", "ABORTED", "EXPIRED", "ENDED"]);
const LEAST_MS = 30000;
const HOUR_MS = 3600000;
/** What is implied where a run has not said how often an iteration comes. */
const IMPLIED_PERIOD_MS = 300000;
/** A verdict comes right behind its decision; so late, or so far behind, the gate does not follow. */
const VERDICT_LATE_MS = 10000;
const VERDICT_BEHIND = 5;
/** An iteration that is half a period late is missing. */
const LATE = 1.5;

/** Whether nothing more can come of a run in this state. */
export function isOver(state) {
  return OVER.has(state);
}

/** Why the server itself does not know how the run goes on; null: it does. */
export function blockedReason(state, obstacle) {
  return isOver(state) || !obstacle ? null : `stale: ${obstacle}`;
}

/** An age that goes on by itself, from what the server said of it (ms; null: nothing has come). */
export function ageFrom(milliseconds) {
  const since = performance.now();
  return () => (milliseconds === null || milliseconds === undefined ? null : milliseconds + performance.now() - since);
}

/** An age in words, in steps that a reader can follow. */
export function ageText(milliseconds) {
  if (milliseconds === null) return "nothing yet";
  return milliseconds < 1000 ? "under 1 s" : duration(milliseconds);
}

/** The same in coarse steps, for what is read out whenever it changes. */
function coarseText(milliseconds) {
  const step = milliseconds < 60000 ? 10000 : 60000;
  return duration(Math.floor(milliseconds / step) * step);
}

/** How long a run still takes, by what it has declared and how often an iteration comes (ms); null: nobody knows, or its time is not ours. */
export function leftMs({ run, last }) {
  if (run.mode === "SIMULATED" || run.mode === "RECORDED" || run.period_ms === null) return null;
  if (run.declared_iterations) return Math.max(0, run.declared_iterations - last) * run.period_ms;
  return run.declared_hours ? Math.max(0, run.declared_hours * HOUR_MS - run.elapsed_ms) : null;
}

/** Why its verdict does not speak of the run as it is; null: it does. Iterations are counted by the tuner, verdicts come after them. */
export function behindReason(state, ageMs, lastIteration, judgedIteration) {
  const behind = lastIteration - judgedIteration;
  if (isOver(state) || behind <= 0 || ageMs === null) return null;
  return behind >= VERDICT_BEHIND || ageMs > VERDICT_LATE_MS ? `stale: no verdict since iteration ${judgedIteration}, the run is at ${lastIteration}` : null;
}

/** Why a run is not to be trusted to be as it is shown, in a few words; null: it is. */
export function staleReason(state, ageMs, periodMs) {
  if (isOver(state)) return null;
  if (state === "STALLED") return ageMs === null ? words(state) : `${words(state)}: no iteration for ${coarseText(ageMs)}`;
  const limit = Math.max(LEAST_MS, LATE * (periodMs ?? IMPLIED_PERIOD_MS));
  return ageMs !== null && ageMs > limit ? `stale: no iteration for ${coarseText(ageMs)}` : null;
}
