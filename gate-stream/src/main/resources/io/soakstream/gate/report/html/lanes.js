// What happened over the iterations, a lane for each kind of event: verdicts, guards, frozen subsystems, deltas, commands.

import { data, el } from "./dom.js";
import { words } from "./format.js";
import { legend, meaning } from "./model.js";
import { letterCells, markCells, tracks, wordCells } from "./tracks.js";

const IN_WORDS = new Set(["verdict", "confirmation"]);
const NAMES = { verdict: "verdicts", guard: "guards", frozen: "frozen subsystems", tuning: "deltas", confirmation: "overrides at the bot", command: "commands" };

/** The lanes, and below them what their cells mean. */
export function lanes(model, cursor) {
  const shown = model.lanes.filter((lane) => lane.kind === "verdict" || lane.kind === "tuning" || said(lane));
  const rows = shown.map((lane) => ({
    name: data(words(lane.name)),
    hint: lane.kind === "verdict" ? " policy" : { guard: " guard", frozen: " frozen" }[lane.kind],
    cells: IN_WORDS.has(lane.kind) ? wordCells(lane.kind, lane.states) : letterCells(lane.kind, lane.states),
  }));
  if (model.commands.length > 0) rows.push({ name: "commands", cells: markCells(model.commands.map((command) => at(model, command)), "command") });
  if (told(model).length > 0) rows.push({ name: "notifications", cells: markCells(told(model).map((one) => model.positions.get(one.iteration)), "told") });
  return el(
    "div",
    {},
    tracks(model, cursor, "Iteration in the lanes", rows, (iteration) => describe(model, shown, iteration)),
    el("ul", { class: "legend", "aria-label": "Legend" }, entries(shown)),
  );
}

/** A bot that was never expected to confirm anything needs no lane that says so. */
function said(lane) {
  return (lane.kind === "confirmation" ? /[^.u]/ : /[^.]/).test(lane.states);
}

/** What people were told, where a page knows of it (the model does not): {iteration, channel, state}. */
function told(model) {
  return (model.notifications ?? []).filter((one) => model.positions.has(one.iteration));
}

/** A command stands at the iteration before it; one before the first at the first. */
function at(model, command) {
  return model.positions.get(command.after_iteration) ?? 0;
}

/** What stands in the lanes of this run; the words of the overrides at the bot stand in their lane. */
function entries(shown) {
  const kinds = [...new Set(shown.map((lane) => lane.kind))].filter((kind) => kind !== "confirmation");
  return kinds.flatMap((kind) => {
    const occurring = new Set(shown.filter((lane) => lane.kind === kind).flatMap((lane) => [...new Set(lane.states)]));
    return legend(kind)
      .filter(([letter]) => occurring.has(letter))
      .map(([, [word, , name]]) => el("li", {}, el("span", { class: `swatch swatch-${name}`, "aria-hidden": "true" }), kind === "verdict" ? word : `${NAMES[kind]}: ${word}`));
  });
}

function describe(model, shown, iteration) {
  const position = model.positions.get(iteration);
  if (position === undefined) return "no iteration";
  const texts = shown
    .map((lane) => [lane, meaning(lane.kind, lane.states[position])])
    .filter(([lane, known]) => known && !(lane.kind === "confirmation" && lane.states[position] === "u"))
    .map(([lane, [word]]) => `${words(lane.name)} ${word}`);
  const commands = model.commands.filter((command) => at(model, command) === position).map((command) => `command ${words(command.action)}`);
  const notifications = told(model).filter((one) => one.iteration === iteration).map((one) => `${one.channel} ${words(one.state)}`);
  return [`iteration ${iteration}`, ...texts, ...commands, ...notifications].join(" · ");
}
