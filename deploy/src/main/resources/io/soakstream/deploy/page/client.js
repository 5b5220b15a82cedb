// Asks the server, with the token of whoever looks; what is not done comes back as a refusal in the server's words.

const USUAL_RETRY_MS = 2000;
const LONGEST_RETRY_MS = 30000;
const PATIENCE_MS = 15000;

/**
 * What the server did not do: its status (0: it was not reached), how long to wait before it is asked again, and what had become
 * of the same command before (null: nothing is known of it).
 */
export class Refusal extends Error {
  constructor(status, detail, retryMs = USUAL_RETRY_MS, outcome = null) {
    super(detail);
    this.status = status;
    this.retryMs = retryMs;
    this.outcome = outcome;
  }
}

/** Waits; returns early when the signal stops everything. */
export function rest(milliseconds, signal) {
  return new Promise((done) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      done();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end);
    if (signal.aborted) end();
  });
}

/** @param left of whoever asks: from then on nothing is answered but commands and what a token may do; none: never */
export function createClient(session, left) {
  const patience = () => AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), ...(left ? [left] : [])]);

  /** The answer, whole or not at all. */
  async function ask(path, options, token = session.token()) {
    let answer;
    try {
      answer = await fetch(path, {
        cache: "no-store",
        credentials: "omit",
        redirect: "error",
        ...options,
        headers: { ...(token === "" ? {} : { Authorization: `Bearer ${token}` }), ...options.headers },
      });
    } catch (failure) {
      throw new Refusal(0, failure.name === "TimeoutError" ? "the server does not answer" : "the server cannot be reached");
    }
    if (answer.ok || answer.status === 304) return answer;
    throw await refusal(answer);
  }

  return {
    /** An answer as it is, such as a stream. */
    raw: (path, headers, signal) => ask(path, { headers, signal }),

    /** {json, answer}; json is undefined where what was known is still the same. */
    async changed(path, tag) {
      const answer = await ask(path, { headers: tag ? { "If-None-Match": tag } : {}, signal: patience() });
      return { answer, json: answer.status === 304 ? undefined : await parsed(answer) };
    },

    async json(path) {
      return parsed(await ask(path, { headers: {}, signal: patience() }));
    },

    /** What a token may do, which nothing else uses until it is known to be good. */
    async access(token) {
      return parsed(await ask("api/v1/access", { headers: {}, signal: AbortSignal.timeout(PATIENCE_MS) }, token));
    },

    /** {status, json} of something that is to be done; it may take as long as the server allows itself. */
    async post(path, body) {
      const answer = await ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
      return { status: answer.status, json: await parsed(answer) };
    },
  };
}

async function parsed(answer) {
  try {
    return await answer.json();
  } catch (failure) {
    throw new Refusal(0, `the answer did not come whole: ${failure.message}`);
  }
}

/** A problem says in its detail what is wrong; a server in between may answer with anything else. */
async function refusal(answer) {
  const problem = await answer.json().catch(() => ({}));
  const seconds = Number(answer.headers.get("Retry-After"));
  const retryMs = seconds > 0 ? Math.min(LONGEST_RETRY_MS, seconds * 1000) : USUAL_RETRY_MS;
  return new Refusal(answer.status, typeof problem.detail === "string" ? problem.detail : `the server answers ${answer.status}`, retryMs, answer.headers.get("Soak-Outcome"));
}
