// The versions that a run's overrides have had, to roll back to one of them.

import { field } from "./dialogs.js";
import { data, el, table } from "./dom.js";
import { plain, signedPlain } from "./format.js";

const MOST = 100;

/** A choice of a version with what it would change; what it asks for goes with the hash that is in force. */
export function versionChoice(app, run) {
  const choice = el("select", { required: true });
  const changes = el("div", { class: "changes-place" }, el("p", { class: "nothing" }, "asking for the versions…"));
  const known = { versions: [], current: undefined };
  choice.addEventListener("change", () => changes.replaceChildren(difference(known.current, chosen(known, choice))));
  load(app, run, known).then(
    () => fill(known, choice, changes),
    (refusal) => changes.replaceChildren(el("p", { class: "outcome-line" }, refusal.message)),
  );
  return {
    content: [field("to", choice), changes],
    body: () => ({ values: chosen(known, choice).values, expected_hash: known.current.hash }),
  };
}

async function load(app, run, known) {
  const answer = await app.client.json(`${run.path}/overrides?committed=true&limit=${MOST}`);
  const rows = answer.rows.map(version);
  known.current = rows[rows.length - 1];
  known.versions = rows.slice(0, -1).reverse();
}

function version(row) {
  return {
    number: row.version,
    hash: row.state_hash,
    iteration: row.decided_by_iteration,
    values: Object.fromEntries(row.values.map(({ name, value }) => [name, Number(value)])),
  };
}

function fill(known, choice, changes) {
  if (known.versions.length === 0) {
    changes.replaceChildren(el("p", { class: "outcome-line" }, "There is no earlier version."));
    return;
  }
  choice.replaceChildren(...known.versions.map((one) => el("option", { value: one.number }, name(one))));
  changes.replaceChildren(difference(known.current, known.versions[0]));
}

function name(one) {
  const since = one.iteration === null ? "from the start" : `after iteration ${one.iteration}`;
  return `version ${one.number}, ${since} (${one.hash.slice(0, 8)})`;
}

function chosen(known, choice) {
  const one = known.versions.find((version) => version.number === Number(choice.value));
  if (!one) throw new Error("There is no version to roll back to.");
  return one;
}

function difference(current, wanted) {
  const rows = Object.entries(wanted.values)
    .filter(([parameter, value]) => current.values[parameter] !== value)
    .map(([parameter, value]) => [data(parameter, "strong"), { number: `${plain(current.values[parameter])} → ${plain(value)}` }, { number: signedPlain(Number((value - current.values[parameter]).toFixed(6))) }]);
  return rows.length === 0 ? el("p", { class: "nothing" }, "The values are those in force.") : table("what would change", ["parameter", { number: "now, then" }, { number: "by" }], rows, "criteria");
}
