package io.soakstream.deploy.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.api.ApiBench;
import io.soakstream.deploy.report.Browser;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.simulator.Regime;
import io.soakstream.producer.simulator.RegimePlan;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an open page says of a server that has nothing new, and of one that does not know. */
class StaleDashboardIT {
    private static final RunKey LIVE = new RunKey("mm", "nightly");

    private static final String LIVE_PAGE = "/#/bots/mm/runs/nightly";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Optional<String> SILENCE = Optional.of("no Kafka broker answers the view");

    /** From now on the page's clock is an hour ahead, and one route is out of reach. */
    private static final String CUT = """
            const [reach, now] = [window.fetch, Date.now];
            Date.now = () => now() + 3600000;
            window.fetch = (path, options) => path.endsWith('/report') ? Promise.reject(new TypeError('cut')) : reach(path, options);
            window.mend = () => (window.fetch = reach);
            """;

    /** As behind another tab, which a browser without a screen does not tell of. */
    private static final String HIDE = """
            Object.defineProperty(document, 'hidden', { value: true });
            document.dispatchEvent(new Event('visibilitychange'));
            """;

    /** What comes every so often comes twenty times as often. */
    private static final String HASTE = """
            const real = setInterval;
            window.setInterval = (work, milliseconds) => real(work, milliseconds / 20);
            """;

    private static Browser browser;

    private ApiBench api;
    private FedRun live;
    private Screen screen;

    @BeforeAll
    static void open() {
        browser = Browser.orSkip(StaleDashboardIT.class);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start() throws IOException {
        api = ApiBench.open();
        live = FedRun.simulated(api.view(), LIVE, 40, RegimePlan.of(Regime.CALM))
                .until(5);
        screen = new Screen(browser);
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    /** The list is answered as unchanged; its ages are not. */
    @Test
    void shouldLetAListGrowOldThatHasNotChanged() {
        // Given
        screen.open(api.url()).await(".run-fail .run-age", "ago").awaitNone(".run.stale");

        // When
        api.now().updateAndGet(now -> now.plus(Duration.ofMinutes(8)));

        // Then
        screen.await(".run.stale", "no iteration for 8 min");
        api.now().updateAndGet(now -> now.minus(Duration.ofMinutes(8)));
        screen.awaitNone(".run.stale");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldSayThatTheServerDoesNotKnowHowTheRunGoesOn() {
        // Given
        screen.open(api.url() + LIVE_PAGE).await(".facts", "5 of 40").awaitNone(".stale");

        // When
        api.silenced(SILENCE);

        // Then
        screen.await(".stale .stale-line", "stale: no Kafka broker answers the view");
        assertThat(browser.driver().getTitle()).startsWith("stale: FAIL");
        api.silenced(Optional.empty());
        screen.awaitNone(".stale");
    }

    @Test
    void shouldSayInTheListThatTheServerDoesNotKnow() {
        // Given
        screen.open(api.url()).await(".run-fail .run-age", "ago").awaitNone(".run.stale");

        // When
        api.silenced(SILENCE);

        // Then: of the run that goes on, not of the one that is over
        screen.await(".run.stale", "stale: no Kafka broker answers the view");
        assertThat(screen.all(".run.stale")).hasSize(1);
    }

    @Test
    void shouldShowThePartsWithoutABroker() {
        // Given
        api.health().add("gate", Optional::empty, () -> Optional.of("gate is REBALANCING"));

        // When
        screen.open(api.url() + LIVE_PAGE).await(".facts", "5 of 40");

        // Then
        screen.await("#pipeline", "gate is REBALANCING").await("#pipeline", "is not known: no Kafka broker answers");
        screen.await(".facts", "gate: not ready");
        assertThat(browser.complaints()).isEmpty();
    }

    /** The events go on; what the page shows of the run does not. */
    @Test
    void shouldSayOfWhenItIsWhileOneOfTwoConnectionsIsBroken() {
        // Given
        screen.open(api.url() + LIVE_PAGE).await(".facts", "5 of 40");
        browser.script(CUT);

        // When
        live.until(6);

        // Then
        screen.await(".broken", "Not live: the server cannot be reached");
        String said = screen.text(".broken");
        api.silenced(SILENCE);
        screen.await(".stale-line", "stale: no Kafka broker answers the view");
        assertThat(screen.text(".broken")).isEqualTo(said);
        browser.script("window.mend()");
        screen.awaitBlank(".broken").await(".facts", "6 of 40");
    }

    @Test
    void shouldTellInTheTitleOfATabThatNobodySeesHowTheRunIs() {
        // Given
        try (Browser.Undo unhurried = browser.beforeEachPage(HASTE)) {
            screen.open(api.url() + LIVE_PAGE).await(".facts", "5 of 40");
            browser.script(HIDE);

            // When
            api.silenced(SILENCE);

            // Then
            await().atMost(PATIENCE).until(() -> browser.driver().getTitle().startsWith("stale: FAIL"));
            live.until(6);
            screen.await(".facts", "6 of 40");
            assertThat(browser.script("return document.hidden")).isEqualTo(true);
        }
    }
}
