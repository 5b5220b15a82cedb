// Reading the report model (docs/html-report.md): columns by iteration, letters to words, buckets for narrow places.

const MODEL = "soakstream.report.v1";

const LEVELS = { P: "PASS", W: "WARN", F: "FAIL", I: "INCONCLUSIVE", ".": null };

/** The gravest first. */
export const VERDICTS = ["FAIL", "WARN", "INCONCLUSIVE", "PASS"];

/** Words for the letters of a lane, and how grave each is: of several in one bucket the gravest is shown. */
const KINDS = {
  verdict: {
    P: ["PASS", 1, "pass"],
    I: ["INCONCLUSIVE", 2, "open"],
    W: ["WARN", 3, "warn"],
    F: ["FAIL", 4, "fail"],
  },
  guard: { p: ["pending", 1, "pending"], o: ["in force", 2, "held"] },
  frozen: { o: ["frozen", 1, "held"] },
  tuning: {
    S: ["skipped", 1, "skipped"],
    A: ["applied", 2, "applied"],
    a: ["applied in part", 3, "applied"],
    M: ["not derivable, not applied", 4, "fail"],
  },
  confirmation: {
    u: ["unverified", 1, "quiet"],
    c: ["confirmed", 2, "pass"],
    p: ["pending", 3, "pending"],
    o: ["off policy", 4, "warn"],
    d: ["drifted", 5, "warn"],
    s: ["stuck", 6, "fail"],
  },
  kpi: { k: ["met", 1, "pass"], m: ["missed", 3, "fail"], n: ["no data", 2, "none"] },
};

/** The model with the position of each iteration; anything but the version that is known here is refused. */
export function read(model) {
  if (model.schema !== MODEL) {
    throw new Error(`schema: ${model.schema} is not ${MODEL}`);
  }
  const numbers = model.iterations.numbers;
  const positions = new Map(numbers.map((iteration, position) => [iteration, position]));
  return { ...model, numbers, positions, first: numbers[0] ?? 0, last: numbers[numbers.length - 1] ?? 0 };
}

export function level(letter) {
  return LEVELS[letter] ?? null;
}

/** [word, gravity, class] of a lane's letter; undefined: nothing happened. */
export function meaning(kind, letter) {
  return KINDS[kind]?.[letter];
}

/** What letters can stand in a lane of this kind, mildest first. */
export function legend(kind) {
  return Object.entries(KINDS[kind] ?? {}).sort(([, a], [, b]) => a[1] - b[1]);
}

/** The policy whose criteria count first: the one that leads the page, where it says so. */
export function primary(model) {
  return model.leading ?? model.policies[0];
}

/**
 * The policy that says the gravest, and of equals one that is not freeze-ready: none may hide it by being content. Undefined:
 * nothing is judged.
 */
export function gravestPolicy(model) {
  return [...model.policies].sort((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) || Number(a.freeze_ready) - Number(b.freeze_ready))[0];
}

/**
 * Columns of equal width over the numbers of the iterations, at most so many: [{from, to, positions}]. A column without
 * positions is a gap.
 */
export function columns(model, most) {
  if (model.numbers.length === 0) return [];
  const span = model.last - model.first + 1;
  const count = Math.max(1, Math.min(most, span));
  const result = Array.from({ length: count }, (_, index) => ({
    from: model.first + Math.ceil((index * span) / count),
    to: model.first + Math.ceil(((index + 1) * span) / count) - 1,
    positions: [],
  }));
  model.numbers.forEach((iteration, position) => {
    result[Math.floor(((iteration - model.first) * count) / span)].positions.push(position);
  });
  return result;
}

/** The gravest letter among those of a column; undefined: nothing happened there. */
export function gravest(kind, letters, column) {
  let found;
  let gravity = 0;
  for (const position of column.positions) {
    const known = meaning(kind, letters[position]);
    if (known && known[1] > gravity) [found, gravity] = [letters[position], known[1]];
  }
  return found;
}

/** Columns that follow each other with the same value, as [{value, from, length}]; what is undefined is left out. */
export function stretches(values) {
  const result = [];
  values.forEach((value, index) => {
    const before = result[result.length - 1];
    if (value === undefined) return;
    if (before && before.value === value && before.from + before.length === index) before.length += 1;
    else result.push({ value, from: index, length: 1 });
  });
  return result;
}

/** Event time of the iteration at a position (ms since 1970-01-01 UTC). */
export function timeAt(model, position) {
  return model.iterations.first_event_time_ms + model.iterations.offsets_ms[position];
}

/** Code and sentence of why nothing, or not all, was applied at a position; undefined: no reason was given. */
export function reasonAt(model, position) {
  return model.iterations.reasons[model.iterations.reason_at[position]];
}
