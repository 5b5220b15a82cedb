// Numbers, times and names as people read them. The locale of the reader decides nothing: a report is the same everywhere.

const UNSAID = new Set(["", "ratio", "count"]);
const DASH = "–";
const TO_THE_SECOND = 19;
const MINUTE_MS = 60000;

/** Characters of a time that stops at the minute. */
export const TO_THE_MINUTE = 16;

const shown = { localTimes: false };

/** Rounded to a number of decimals; a dash where there is no value. */
export function number(value, decimals) {
  if (value === null || value === undefined) return DASH;
  return minus(value.toFixed(decimals));
}

/** As number, with the sign in front. */
export function signed(value, decimals) {
  if (value === null || value === undefined) return DASH;
  const text = value.toFixed(decimals);
  return value > 0 ? `+${text}` : minus(text);
}

/** As many decimals as the number has. */
export function plain(value) {
  return value === null || value === undefined ? DASH : minus(String(value));
}

/** As plain, with the sign in front. */
export function signedPlain(value) {
  return value > 0 ? `+${value}` : plain(value);
}

function minus(text) {
  return text.startsWith("-") ? `−${text.slice(1)}` : text;
}

/** The unit after a number, where it says something. */
export function unit(name) {
  return UNSAID.has(name) ? "" : ` ${name}`;
}

/** From now on times stand as the reader's own clock has them too; a report, which is the same everywhere, never asks for it. */
export function showLocalTimes(on) {
  shown.localTimes = on;
}

/**
 * Milliseconds since 1970 as UTC.
 *
 * @param length characters: to the second or to the minute
 */
export function time(milliseconds, length = TO_THE_SECOND) {
  if (milliseconds === null || milliseconds === undefined) return DASH;
  const minutes = new Date(milliseconds).getTimezoneOffset();
  const everywhere = written(milliseconds, length);
  if (!shown.localTimes || minutes === 0) return `${everywhere} UTC`;
  const here = written(milliseconds - minutes * MINUTE_MS, length);
  return `${everywhere} UTC, ${here.slice(0, 10) === everywhere.slice(0, 10) ? here.slice(11) : here} here`;
}

function written(milliseconds, length) {
  return new Date(milliseconds).toISOString().slice(0, length).replace("T", " ");
}

/** Milliseconds as days, hours, minutes, seconds: the two largest that are not zero. */
export function duration(milliseconds) {
  if (milliseconds === null || milliseconds === undefined) return DASH;
  const seconds = Math.round(milliseconds / 1000);
  const parts = [
    [Math.floor(seconds / 86400), "d"],
    [Math.floor((seconds % 86400) / 3600), "h"],
    [Math.floor((seconds % 3600) / 60), "min"],
    [seconds % 60, "s"],
  ].filter(([count]) => count > 0);
  return parts.length === 0 ? "0 s" : parts.slice(0, 2).map(([count, name]) => `${count} ${name}`).join(" ");
}

/** Hours that were declared, which may be any fraction. */
export function hours(value) {
  return `${plain(Number(value.toFixed(2)))} h`;
}

/** Codes and names of constants in words: no_change, NO_OP. */
export function words(code) {
  return code.replaceAll("_", " ").toLowerCase();
}

/** "1 iteration", "2 iterations". */
export function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The signs that a person reads faster than <= and >=. */
export function comparator(sign) {
  return { "<=": "≤", ">=": "≥" }[sign] ?? sign;
}

/** A statistic with the iterations that it is of. */
export function statistic(name, capacity) {
  if (name === "last") return "latest iteration";
  if (name === "count") return `of the last ${capacity}`;
  return `${words(name)} of the last ${capacity}`;
}
