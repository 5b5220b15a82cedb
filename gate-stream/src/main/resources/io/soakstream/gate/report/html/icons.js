// A shape for each verdict and each result, so that colour is never the only sign.

import { svg } from "./dom.js";

const SHAPES = {
  PASS: ["M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z", "M7.5 12.4l3 3 6-6.6"],
  WARN: ["M12 2.6 22.6 21H1.4z", "M12 9.2v5.2M12 17.2v.8"],
  FAIL: ["M8 2h8l6 6v8l-6 6H8l-6-6V8z", "M8.6 8.6l6.8 6.8M15.4 8.6l-6.8 6.8"],
  INCONCLUSIVE: ["M12 1.6 22.4 12 12 22.4 1.6 12z", "M7.6 12h.01M12 12h.01M16.4 12h.01"],
};

const OF_STATUS = { ok: "PASS", failed: "FAIL", nodata: "INCONCLUSIVE", insufficient: "INCONCLUSIVE", unknown: "INCONCLUSIVE" };

/** The sign of a verdict; the word beside it says the same, so readers skip it. */
export function verdictIcon(level) {
  const [outline, sign] = SHAPES[level] ?? SHAPES.INCONCLUSIVE;
  return svg(
    "svg",
    { class: `icon icon-${level.toLowerCase()}`, viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" },
    svg("path", { class: "icon-body", d: outline }),
    svg("path", { class: "icon-sign", d: sign }),
  );
}

/** The sign of a criterion's result. A soft criterion that is missed warns. */
export function statusIcon(status, severity) {
  return verdictIcon(status === "failed" && severity !== "hard" ? "WARN" : (OF_STATUS[status] ?? "INCONCLUSIVE"));
}

/** The word for a criterion's result. */
export function statusWord(criterion) {
  if (criterion.status === "failed") return criterion.severity === "hard" ? "missed" : "missed (soft)";
  if (criterion.status === "insufficient") return criterion.margin !== null && criterion.margin < 0 ? "open" : "ok so far";
  return { ok: "met", nodata: "no data" }[criterion.status] ?? "unknown";
}
