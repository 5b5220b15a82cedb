// Where an iteration's records lie, for whoever wants to see them: asked for when it is explained.

import { data, el, table } from "./dom.js";
import { words } from "./format.js";

const KINDS = ["decisions", "applications", "overrides", "verdicts"];

/** A part of the drawer that fills itself. */
export function records(client, path, iteration) {
  const place = el("div", {}, el("p", { class: "nothing" }, "asking where its records lie…"));
  client.json(`${path}/explain/${iteration}`).then(
    (explained) => place.replaceChildren(found(explained)),
    (refusal) => place.replaceChildren(el("p", { class: "nothing" }, refusal.message)),
  );
  return el("section", {}, el("h3", {}, "Records"), place);
}

function found(explained) {
  const rows = KINDS.flatMap((kind) => explained[kind].map((row) => [what(kind, row), data(explained.topics[kind]), { number: row.partition }, { number: row.offset }]));
  return table("records of the iteration", ["record", "topic", { number: "partition" }, { number: "offset" }], rows, "criteria");
}

function what(kind, row) {
  if (kind === "verdicts") return ["verdict by ", data(row.policy)];
  if (kind === "applications") return `application: ${words(row.outcome)}`;
  return kind === "decisions" ? "decision" : `overrides, version ${row.version}`;
}
