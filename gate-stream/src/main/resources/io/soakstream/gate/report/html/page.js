// Puts the report in the place of what the page shows without it. Should that fail, what was there stays.

import { report } from "./report.js";

const still = document.getElementById("still");
still.before(report(JSON.parse(document.getElementById("soak-model").textContent)));
still.remove();
addEventListener("beforeprint", () => {
  document.documentElement.dataset.theme = "light";
  document.querySelectorAll("details").forEach((details) => (details.open = true));
});
addEventListener("afterprint", () => delete document.documentElement.dataset.theme);
