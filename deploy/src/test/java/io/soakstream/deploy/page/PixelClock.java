package io.soakstream.deploy.page;

import io.soakstream.deploy.report.Browser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;

/** When an iteration was sent, and when a page that follows its run had drawn it; both by this machine's clock. */
public final class PixelClock {
    /** Notes each text that the page shows of the run's iterations, and each verdict, when it has been drawn. */
    private static final String WATCH = """
            window.drawn = {};
            window.verdicts = [];
            const look = () => {
              const count = document.querySelector('.facts dd')?.textContent.split(' ')[0];
              const verdict = document.querySelector('h1')?.textContent;
              if (verdict && window.verdicts.at(-1) !== verdict) window.verdicts.push(verdict);
              if (count && !(count in window.drawn)) {
                window.drawn[count] = 0;
                requestAnimationFrame(() => requestAnimationFrame(() => (window.drawn[count] = Date.now())));
              }
            };
            new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
            look();
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<Integer, Long> sentMs = new ConcurrentHashMap<>();

    /** From now on the page notes what it draws. */
    public void watch(Browser browser) {
        browser.script(WATCH);
    }

    /** What was sent so far does not count. */
    public void forget() {
        sentMs.clear();
    }

    /** An iteration is about to be sent. */
    public void sent(int iteration) {
        sentMs.put(iteration, System.currentTimeMillis());
    }

    /** Returns when the page has drawn this iteration: its text stands there some frames earlier. */
    public void awaitDrawn(Browser browser, int iteration) {
        Awaitility.await("iteration " + iteration + " drawn")
                .atMost(PATIENCE)
                .until(() -> browser.script("return window.drawn[arguments[0]] > 0", iteration), Boolean.TRUE::equals);
    }

    /** Verdicts that the page has shown, one after the other. */
    public List<String> verdicts(Browser browser) {
        return ((List<?>) browser.script("return window.verdicts"))
                .stream().map(String::valueOf).toList();
    }

    /**
     * How long each iteration took from its sending to the page (ms), the shortest first. One that was drawn together with
     * a later one has been drawn when that was.
     */
    public List<Long> latenciesMs(Browser browser) {
        Map<Integer, Long> drawn = new HashMap<>();
        ((Map<?, ?>) browser.script("return window.drawn"))
                .forEach((count, at) -> drawn.put(Integer.parseInt(String.valueOf(count)), ((Number) at).longValue()));
        List<Long> latencies = new ArrayList<>();
        sentMs.forEach((iteration, sent) -> drawn.entrySet().stream()
                .filter(entry -> entry.getKey() >= iteration && entry.getValue() > 0)
                .mapToLong(Map.Entry::getValue)
                .min()
                .ifPresent(at -> latencies.add(at - sent)));
        latencies.sort(null);
        return latencies;
    }

    /** The p-th percentile of sorted values. */
    public static long percentile(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    /** As it is printed. */
    public static String text(List<Long> sorted) {
        return String.format(
                Locale.ROOT,
                "event to pixel: %d iterations, p50 %d ms, p95 %d ms, max %d ms",
                sorted.size(),
                percentile(sorted, 0.5),
                percentile(sorted, 0.95),
                sorted.get(sorted.size() - 1));
    }
}
