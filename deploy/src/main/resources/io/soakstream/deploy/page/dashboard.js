// The dashboard: which page is shown, whose token is used, and whether what is shown still lives.

import { createClient } from "./client.js";
import { askForToken } from "./dialogs.js";
import { data, el } from "./dom.js";
import { time } from "./format.js";
import { localTimesSwitch } from "./local-times.js";
import { createSession } from "./session.js";
import { runView } from "./run-view.js";
import { runsView } from "./runs-view.js";

const RUN = /^#\/bots\/([\w.-]+)\/runs\/([\w.-]+)$/;
/** Of whom nothing is known, until the server has said it. */
const UNKNOWN = { role: "read", signs_commands: false, unknown: true };
const ASK_AGAIN_MS = 5000;
const MOST_TOLD = 5;

function start(place) {
  const session = createSession();
  const trail = el("span", { class: "trail" });
  const role = el("button", { type: "button", class: "role", onclick: () => askForToken(app, "Whoever has a token with the role control may command.", session.token() === "" && !app.access.unknown ? "control" : "read") });
  const broken = el("p", { class: "broken", role: "alert" });
  const told = el("ul", { class: "told", role: "status", "aria-label": "What became of earlier commands" });
  const body = el("div", { id: "view" });
  const troubles = new Map();
  let view;
  let turn = 0;
  let goodAt = Date.now();

  const app = {
    session,
    client: createClient(session),
    access: UNKNOWN,
    isBroken: () => troubles.size > 0,
    /** Something could not be had, or (null) can be had again. */
    connection(what, refusal) {
      if (refusal) troubles.set(what, refusal);
      else troubles.delete(what);
      if (troubles.size === 0) goodAt = Date.now();
      tell();
    },
    /** Begins anew, as somebody else or with another run. */
    use(token) {
      session.setToken(token);
      app.reload();
    },
    reload() {
      app.access = UNKNOWN;
      show(false);
    },
    /** What became of what somebody did at a place that he has left. */
    tell(line) {
      told.prepend(line);
      while (told.children.length > MOST_TOLD) told.lastElementChild.remove();
    },
    /** The same for a view: once it is left, nothing that it has asked for comes to anything. */
    until(signal) {
      return { ...app, signal, client: createClient(session, signal), connection: (what, refusal) => signal.aborted || app.connection(what, refusal) };
    },
  };

  function tell() {
    const [trouble] = troubles.values();
    broken.textContent = trouble ? `Not live: ${trouble.message}. What stands here is of ${time(goodAt)}; it is asked for again.` : "";
    document.body.classList.toggle("is-broken", trouble !== undefined);
  }

  /** What is known, as times are written now. */
  function redraw() {
    tell();
    view?.redraw?.();
  }

  async function show(moved) {
    const mine = ++turn;
    if (moved) view?.stop();
    // What this tab may do does not change with the place that it looks at.
    const access = moved && !app.access.unknown ? app.access : await app.client.json("api/v1/access").catch(() => UNKNOWN);
    // Somebody may have gone elsewhere meanwhile.
    if (mine !== turn) return;
    view?.stop();
    troubles.clear();
    app.connection("page", null);
    app.access = access;
    role.textContent = access.role === "control" ? "may command" : "read-only";
    role.setAttribute("aria-label", `${role.textContent}: token of this tab`);
    const run = RUN.exec(location.hash);
    view = run ? runView(app, run[1], run[2]) : runsView(app);
    trail.replaceChildren(...(run ? ["› ", data(`${run[1]} : ${run[2]}`)] : []));
    body.replaceChildren(view.element);
    if (access.unknown) setTimeout(() => mine === turn && app.reload(), ASK_AGAIN_MS);
    if (moved) document.querySelector("#content")?.focus();
  }

  place.replaceChildren(el("nav", { class: "top", "aria-label": "Dashboard" }, el("a", { class: "brand", href: "#/" }, "soakstream"), trail, el("span", { class: "switches" }, localTimesSwitch(redraw), role)), broken, told, body);
  addEventListener("hashchange", () => show(true));
  return show(false);
}

start(document.getElementById("app"));
