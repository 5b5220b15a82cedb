// What this tab keeps of whoever looks: the token and the name for commands. Never in an address; gone with the tab.

const TOKEN = "soak-token";
const ACTOR = "soak-actor";

/** {token, setToken, actor, setActor}; where the browser forbids storage, until the page is loaded anew. */
export function createSession() {
  const memory = new Map();
  const storage = storageOf();
  const get = (name) => memory.get(name) ?? storage?.getItem(name) ?? "";
  const set = (name, value) => {
    memory.set(name, value);
    if (value === "") storage?.removeItem(name);
    else storage?.setItem(name, value);
  };
  return {
    token: () => get(TOKEN),
    setToken: (token) => set(TOKEN, token),
    actor: () => get(ACTOR),
    setActor: (actor) => set(ACTOR, actor),
  };
}

/** Merely to look for it fails where it is forbidden. */
function storageOf() {
  try {
    return globalThis.sessionStorage;
  } catch {
    return null;
  }
}
