// What people do to a run: each asked for with who and why, signed by the server, answered with the gate's word.

import { askForToken, ask, field } from "./dialogs.js";
import { data, el } from "./dom.js";
import { time, words } from "./format.js";
import { versionChoice } from "./versions.js";

const SUBSYSTEMS = ["rebid", "rescue_taker"];
const SILENCES = [[15, "15 minutes"], [60, "1 hour"], [240, "4 hours"], [0, "until the run ends"]];
const MINUTE_MS = 60000;

/** Who may do what here, as buttons; says why where there are none. */
export function actions(app, run, acknowledge) {
  if (run.over) return el("p", { class: "no-actions" }, "The run is over: it takes no commands.");
  if (app.access.unknown) return el("p", { class: "no-actions" }, "Read-only until the server has said who may command.");
  if (!app.access.signs_commands) return el("p", { class: "no-actions" }, "Read-only: this server has no key to sign commands with.");
  if (app.access.role !== "control") {
    const why = "Commands need a token of the role control.";
    return el("p", { class: "no-actions" }, "Read-only. ", el("button", { type: "button", onclick: () => askForToken(app, why, "control") }, "Command…"));
  }
  return el(
    "div",
    { class: "actions", role: "group", "aria-label": "Commands" },
    Object.entries({ Freeze: freeze, Unfreeze: unfreeze, "Roll back": rollback, Silence: silence }).map(([title, make]) =>
      el("button", { type: "button", onclick: () => open(app, run, { title, ...make(app, run) }, acknowledge) }, `${title}…`)),
  );
}

function freeze() {
  return { word: "freeze", says: "The tuner moves nothing of what is frozen until it is unfrozen. The run goes on.", ...subsystemChoice("everything, if none is chosen") };
}

function unfreeze() {
  return { word: "unfreeze", says: "Ends what people have frozen. What the guards have frozen stays.", ...subsystemChoice("everything, if none is chosen") };
}

function rollback(app, run) {
  return { word: "rollback", says: "The bot is to run with the values of an earlier version.", ...versionChoice(app, run) };
}

/** Its end is meant by the server's clock. */
function silence(app, run) {
  const choice = el("select", {}, SILENCES.map(([minutes, text]) => el("option", { value: minutes }, text)));
  return {
    word: "silence",
    says: "Nobody is told of this run meanwhile, but of a roll back; without a time, a FAIL is told of too. It is judged and tuned as before.",
    content: field("for how long", choice),
    body: () => (Number(choice.value) === 0 ? {} : { expires_at_ms: Date.now() + run.aheadMs + Number(choice.value) * MINUTE_MS }),
  };
}

function subsystemChoice(hint) {
  const boxes = SUBSYSTEMS.map((name) => [name, el("input", { type: "checkbox", value: name })]);
  const chosen = () => boxes.filter(([, box]) => box.checked).map(([name]) => name);
  return {
    content: el("fieldset", {}, el("legend", {}, "what"), boxes.map(([name, box]) => el("label", { class: "check" }, box, words(name))), el("small", {}, hint)),
    body: () => (chosen().length === 0 ? {} : { subsystems: chosen() }),
  };
}

function commandId() {
  return `page-${crypto.randomUUID?.() ?? `${Date.now()}-${Math.floor(Math.random() * 1e9)}`}`;
}

function open(app, run, action, acknowledge) {
  const actor = el("input", { type: "text", required: true, maxlength: 500, autocomplete: "off", value: app.session.actor() });
  const reason = el("input", { type: "text", required: true, maxlength: 500, autocomplete: "off" });
  const choices = el("fieldset", { class: "choices" }, action.content, field("who", actor), field("why", reason, "Stands in the event log, signed."));
  const send = attempts(app, `${run.path}/${action.word}`, choices, () => ({ actor: actor.value, reason: reason.value, ...action.body() }));
  const dialog = ask({
    title: `${action.title} ${run.key}`,
    confirm: `${action.title} ${run.name}`,
    content: [el("p", {}, action.says), choices],
    async done(say) {
      app.session.setActor(actor.value.trim());
      say("Written; waiting for the gate…");
      try {
        tell(acknowledgement(action, run, await send(), reason.value));
        return true;
      } catch (refusal) {
        if (!dialog.open) tell(el("li", { class: "open" }, el("b", {}, `${action.title} ${run.name}`), `: ${refusal.message}`));
        throw refusal;
      }
    },
  });
  // Of a run that was left meanwhile nobody would see the line.
  const tell = (line) => (app.signal.aborted ? app.tell(line) : acknowledge(line));
  app.signal.addEventListener("abort", () => dialog.close(), { once: true });
}

/**
 * Sends one command, and the very same again while nobody knows what became of it: what was written and not answered is not done
 * twice, nor another thing under its name. What was refused has come to nothing, so the next attempt is another command.
 *
 * @param choices controls that cannot be changed while the same is sent again
 */
function attempts(app, path, choices, make) {
  const sent = { body: null, unsure: false };
  return async () => {
    sent.body ??= { id: commandId(), ...make() };
    choices.disabled = true;
    try {
      return await app.client.post(path, sent.body);
    } catch (refusal) {
      if (refusal.outcome && refusal.outcome !== "REFUSED") return { status: 200, json: { ...sent.body, outcome: refusal.outcome } };
      if (refusal.outcome === "REFUSED" || (!sent.unsure && isDefinite(refusal))) Object.assign(sent, { body: null, unsure: false });
      else sent.unsure = true;
      choices.disabled = sent.unsure;
      throw refusal;
    }
  };
}

/** Whether it says that nothing was done, and not merely that nobody knows or that it may be tried again. */
function isDefinite({ status }) {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

/** What came of it, as a line that stays on the page. */
function acknowledgement(action, run, answer, reason) {
  const said = answer.status === 202 ? "written, but not answered yet: look at the commands below" : words(answer.json.outcome);
  return el(
    "li",
    { class: answer.status === 200 && answer.json.outcome === "ACKNOWLEDGED" ? "done" : "open" },
    el("b", {}, `${action.title} ${run.name}: ${said}`),
    " ",
    data(answer.json.actor),
    ", ",
    data(reason),
    answer.json.state_hash ? [" · state ", el("code", { class: "hash" }, answer.json.state_hash.slice(0, 12))] : null,
    ` · ${time(Date.now())}`,
  );
}
