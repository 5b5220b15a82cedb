package io.soakstream.deploy.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.report.Browser;
import io.soakstream.producer.domain.RunKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a page that a reader leaves for another, however often and however fast. */
class DashboardNavigationIT extends BrowsedDashboard {
    private static final String OVERVIEW = "/#/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int VISITS = 20;
    private static final int SLOW_MS = 400;
    private static final int ANY_RATE = -1;

    /** Of window and document, by type, without those of the charts in the page: what stays there keeps the page that it was made for. */
    private static final String LISTENERS = """
            (() => {
              const counts = Object.fromEntries([window, document].flatMap((target) => Object.entries(getEventListeners(target))
                .map(([type, listeners]) => [`${target.constructor.name} ${type}`, listeners.length])));
              counts['Window dppxchange'] -= document.querySelectorAll('.uplot').length;
              return counts;
            })()
            """;

    private static final String JUDGED = "#series > .charts .chart";

    private static final String ALL_DRAWN = """
            const wanted = [...document.querySelectorAll(arguments[0])];
            return wanted.length > 0 && wanted.every((chart) => chart.querySelector('.uplot') !== null);
            """;

    /** Notes whatever the page says that does not belong to the place which its head names. */
    private static final String WATCH = """
            window.strays = [];
            window.heard = 0;
            const note = (what, text) => {
              const place = document.querySelector('.trail').innerText.replace('› ', '').replace(/ : /, ':');
              const own = place === '' ? what === 'title' && text.startsWith('runs') : text.replace(/ : /, ':').includes(place);
              window.heard++;
              if (!own) window.strays.push(`${what} "${text}" in "${place}"`);
            };
            new MutationObserver(() => note('title', document.title)).observe(document.querySelector('title'), { childList: true });
            new MutationObserver(() => {
              const run = document.querySelector('.strip-run');
              const broken = document.querySelector('.broken').textContent;
              if (run) note('strip', run.innerText);
              if (broken) window.strays.push(broken);
            }).observe(document.querySelector('#app'), { childList: true, subtree: true });
            """;

    /** Counts what watches the size of an element, from the next page on. */
    private static final String COUNT_OBSERVERS = """
            window.observers = new Set();
            const Real = ResizeObserver;
            window.ResizeObserver = class extends Real {
              observe(element) { super.observe(element); window.observers.add(this); this.watched = element; }
              disconnect() { super.disconnect(); window.observers.delete(this); }
            };
            """;

    private static final String OBSERVED_BEFORE =
            "return [...window.observers].filter((one) => !one.watched.isConnected).map((one) => one.watched.className)";

    @AfterEach
    void answerAtOnce() {
        slow(0);
    }

    @Test
    void shouldKeepNothingOfTheChartsOfARunThatWasLeft() {
        // Given
        screen.open(api.url() + LIVE_PAGE).await(".facts", "5 of 40");
        drawCharts(JUDGED);
        Map<?, ?> listeners = listeners();

        // When
        for (int visit = 0; visit < VISITS; visit++) {
            screen.go(OVERVIEW).await(".runs", "mm : nightly");
            screen.go(LIVE_PAGE).await(".facts", "5 of 40");
            drawCharts(JUDGED);
        }

        // Then
        assertThat(plotsBeside()).isEqualTo(0L);
        assertThat(listeners()).isEqualTo(listeners);
        assertThat(complaints()).isEmpty();
    }

    /** A KPI is judged from some iteration on: its chart gets another line. */
    @Test
    void shouldKeepNothingOfAChartThatIsDrawnAnew() {
        // Given
        FedRun judged = FedRun.simulated(api.view(), new RunKey("mm", "judged"), 40, CALM);
        judged.decidedUntil(3);
        screen.open(api.url() + "/#/bots/mm/runs/judged").await(".facts", "3 of 40");
        browser.script("document.querySelector('#series details').open = true");
        drawCharts("#series .chart:first-child");

        // When
        judged.until(4);

        // Then
        screen.await(".facts", "4 of 40").awaitCount("#policies .card", 2);
        drawCharts(JUDGED);
        assertThat(plotsBeside()).isEqualTo(0L);
        assertThat(listeners().get("Window beforeprint"))
                .isEqualTo((long) screen.all("figure.chart").size());
    }

    @Test
    void shouldKeepNothingThatWatchesThePanelsBefore() {
        // Given
        try (Browser.Undo uncounted = browser.beforeEachPage(COUNT_OBSERVERS)) {
            screen.open(api.url() + LIVE_PAGE).await(".facts", "5 of 40");
            drawCharts(JUDGED);

            // When
            for (int iteration = 6; iteration <= 9; iteration++) {
                live.until(iteration);
                screen.await(".facts", iteration + " of 40");
            }

            // Then
            drawCharts(JUDGED);
            assertThat(browser.script("return window.observers.size")).isNotEqualTo(0L);
            assertThat((List<?>) browser.script(OBSERVED_BEFORE)).isEmpty();
        }
    }

    @Test
    void shouldNeverShowWhatARunThatWasLeftIsAnsweredLater() {
        // Given
        screen.open(api.url() + OVERVIEW).await(".runs", "mm : nightly");
        browser.script(WATCH);
        slow(SLOW_MS);

        // When
        for (String place : List.of(LIVE_PAGE, OVER_PAGE, OVERVIEW, OVER_PAGE, LIVE_PAGE, OVERVIEW, LIVE_PAGE)) {
            arrive(place);
        }

        // Then
        screen.await(".strip-run", "mm : nightly").await("#now", "latest iteration");
        live.until(6);
        screen.await(".facts", "6 of 40");
        screen.go(OVERVIEW).await(".run-fail", "mm : nightly");
        assertThat(browser.script("return window.heard")).isNotEqualTo(0L);
        assertThat((List<?>) browser.script("return window.strays")).isEmpty();
        assertThat(complaints()).isEmpty();
    }

    private void arrive(String place) {
        screen.go(place);
        if (place.equals(OVERVIEW)) {
            screen.awaitBlank(".trail");
        } else {
            screen.await(".trail", place.equals(LIVE_PAGE) ? "nightly" : "mock36");
        }
    }

    /** Goes to the charts, and waits until these are drawn. */
    private static void drawCharts(String selector) {
        browser.script("document.querySelector('#series').scrollIntoView()");
        Awaitility.await("charts")
                .atMost(PATIENCE)
                .until(() -> browser.script(ALL_DRAWN, selector), Boolean.TRUE::equals);
    }

    /** Charts that the library keeps beside those in the page. */
    private static Object plotsBeside() {
        return browser.script(
                "return uPlot.sync('iterations').plots.length - document.querySelectorAll('.uplot').length");
    }

    private static Map<?, ?> listeners() {
        Map<?, ?> answer = (Map<?, ?>) browser.driver()
                .executeCdpCommand(
                        "Runtime.evaluate",
                        Map.of("expression", LISTENERS, "includeCommandLineAPI", true, "returnByValue", true))
                .get("result");
        return (Map<?, ?>) answer.get("value");
    }

    /** From now on an answer takes so long (ms). */
    private static void slow(int latencyMs) {
        browser.driver().executeCdpCommand("Network.enable", Map.of());
        browser.driver()
                .executeCdpCommand(
                        "Network.emulateNetworkConditions",
                        Map.of(
                                "offline",
                                false,
                                "latency",
                                latencyMs,
                                "downloadThroughput",
                                ANY_RATE,
                                "uploadThroughput",
                                ANY_RATE));
    }
}
