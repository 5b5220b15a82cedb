// How the line is that a run goes through: what each part says of itself, what is left to read, what was set aside.

import { data, el, section, table } from "./dom.js";
import { counted } from "./format.js";
import { verdictIcon } from "./icons.js";

const NAMES = { "tuner-stream": "tuner", "gate-stream": "gate" };

export function pipeline(state) {
  return section(
    "pipeline",
    "Pipeline",
    "The parts of this process, what each app has left to read, and what nobody could read.",
    state.refusal ? el("p", { class: "moving", role: "status" }, `No answer: ${state.refusal.message}`) : null,
    state.known ? content(state.known) : state.refusal ? null : el("p", { class: "nothing" }, "asking…"),
  );
}

function content(known) {
  const parts = known.parts.map((part) => {
    const well = part.status === "ok";
    return [data(part.part, "strong"), el("span", { class: "status" }, verdictIcon(well ? "PASS" : "FAIL"), well ? "works" : "does not"), data(part.detail ?? "")];
  });
  return el("div", { class: "pipeline" }, table("parts", ["part", "state", "why"], parts, "criteria"), known.unavailable ? unknown(known.unavailable) : line(known));
}

function unknown(reason) {
  return el("p", { class: "moving", role: "status" }, `What is left to read is not known: ${reason}`);
}

/** What is left to read, and what was set aside. */
function line(known) {
  const queues = Object.entries(known.lag_records).map(([app, lag]) => [data(NAMES[app] ?? app, "strong"), { number: lag < 0 ? "never read" : String(lag) }, lag > 0 ? `${lag === 1 ? "record" : "records"} to read` : ""]);
  return [
    table("queues", ["app", { number: "lag" }, ""], queues, "criteria"),
    el("p", { class: known.dead_letters > 0 ? "letters letters-some" : "letters" }, known.dead_letters > 0 ? [verdictIcon("WARN"), ` ${counted(known.dead_letters, "dead letter")}: "soak dlq list" tells why`] : "no dead letters"),
  ];
}

/** One word for all of it, for the head of the page; null where nothing is wrong. */
export function pipelineTrouble(state) {
  if (state.refusal) return "no answer";
  if (!state.known) return null;
  const { known } = state;
  const broken = known.parts.filter((part) => part.status !== "ok").map((part) => part.part);
  return broken.length === 0 ? known.unavailable : `${broken.join(", ")}: not ready`;
}
