// Questions that must be answered before anything happens.

import { Refusal } from "./client.js";
import { el } from "./dom.js";

/** A labelled control. */
export function field(label, control, hint) {
  const id = `field-${label.replaceAll(/\W+/g, "-")}`;
  control.setAttribute("id", id);
  if (hint) control.setAttribute("aria-describedby", `${id}-hint`);
  return el("div", { class: "field" }, el("label", { for: id }, label), control, hint ? el("small", { id: `${id}-hint` }, hint) : null);
}

/**
 * Asks, and closes when what was asked for is done; gives the dialog.
 *
 * @param question {title, content: elements, confirm: word of the button, done(say) -> promise; a failure is shown, true closes}
 */
export function ask(question) {
  const outcome = el("p", { class: "outcome-line", role: "alert" });
  const confirm = el("button", { type: "submit", class: "confirm" }, question.confirm);
  const cancel = el("button", { type: "button", onclick: () => dialog.close() }, "Cancel");
  const form = el("form", { method: "dialog", novalidate: false }, el("h2", { id: "ask-title" }, question.title), question.content, outcome, el("div", { class: "dialog-buttons" }, cancel, confirm));
  const dialog = el("dialog", { class: "ask", "aria-labelledby": "ask-title", onclose: () => dialog.remove() }, form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    confirm.disabled = true;
    outcome.replaceChildren("…");
    try {
      if (await question.done((...text) => outcome.replaceChildren(...text))) dialog.close();
    } catch (failure) {
      outcome.replaceChildren(failure.message);
    } finally {
      confirm.disabled = false;
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/**
 * Asks for a token, and keeps it only if it may do what it is wanted for.
 *
 * @param role read or control
 */
export function askForToken(app, why, role) {
  if (document.querySelector("dialog.ask")) return;
  const input = el("input", { type: "password", autocomplete: "off", required: true, minlength: 32, spellcheck: "false" });
  ask({
    title: "Token",
    confirm: "Use it",
    content: [
      el("p", {}, why),
      field("token", input, "Kept in this tab until it is closed, and sent to this server alone."),
      app.session.token() === "" ? null : el("button", { type: "button", class: "link", onclick: (event) => (app.use(""), event.target.closest("dialog").close()) }, "Forget the token of this tab"),
    ],
    async done() {
      const token = input.value.trim();
      const access = await app.client.access(token);
      if (role === "control" && access.role !== role) throw new Refusal(403, "This token may not command here.");
      app.use(token);
      return true;
    },
  });
}
