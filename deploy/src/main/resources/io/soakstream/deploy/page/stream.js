// Server-sent events over fetch: the browser's own reader of them cannot send a token.

import { Refusal, rest } from "./client.js";

/** The server says how old things are every two seconds: silence for longer is a connection that is gone. */
const SILENCE_MS = 8000;
const AGAIN_MS = 1000;

/**
 * Follows a stream while somebody looks, and goes on where it was when the connection is lost or somebody looks again: a
 * browser has six connections to a server for all of its tabs together, and those that nobody sees are to leave them.
 *
 * @param from id of the last event that is known
 * @param listener {event(type, data), open(), lost(refusal) -> whether to try again}
 */
export function follow(client, path, from, listener, signal) {
  const place = { id: from };
  let connection;
  const look = () => {
    connection?.abort();
    if (document.hidden || signal.aborted) return;
    connection = new AbortController();
    keepOn(client, path, place, listener, connection.signal);
  };
  document.addEventListener("visibilitychange", look);
  signal.addEventListener("abort", () => (document.removeEventListener("visibilitychange", look), connection?.abort()), { once: true });
  look();
}

async function keepOn(client, path, place, listener, signal) {
  while (!signal.aborted) {
    const refusal = await once(client, path, place, listener, signal);
    if (signal.aborted || !listener.lost(refusal)) return;
    await rest(refusal.retryMs, signal);
  }
}

/** One connection, until it ends; gives why. */
async function once(client, path, place, listener, signal) {
  const connection = new AbortController();
  const stop = () => connection.abort();
  signal.addEventListener("abort", stop, { once: true });
  let watchdog = setTimeout(stop, SILENCE_MS);
  try {
    const answer = await client.raw(path, { Accept: "text/event-stream", "Last-Event-ID": place.id }, connection.signal);
    listener.open();
    const parser = createParser(place, listener.event);
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(watchdog);
      watchdog = setTimeout(stop, SILENCE_MS);
      parser(part.value);
    }
    return new Refusal(0, "the server has ended the events", AGAIN_MS);
  } catch (failure) {
    return failure instanceof Refusal ? failure : new Refusal(0, "the connection to the server is lost", AGAIN_MS);
  } finally {
    clearTimeout(watchdog);
    signal.removeEventListener("abort", stop);
  }
}

/** Takes text as it comes, in pieces of any length. */
function createParser(place, event) {
  let left = "";
  return (text) => {
    const blocks = (left + text).split("\n\n");
    left = blocks.pop();
    for (const block of blocks) {
      const fields = Object.fromEntries(block.split("\n").map((line) => line.split(/: (.*)/s, 2)));
      if (fields.id) place.id = fields.id;
      if (fields.event) event(fields.event, JSON.parse(fields.data ?? "{}"));
    }
  };
}
