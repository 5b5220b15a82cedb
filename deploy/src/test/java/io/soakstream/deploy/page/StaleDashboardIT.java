package io.soakstream.deploy.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.api.ApiBench;
import io.soakstream.deploy.report.Browser;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.simulator.Regime;
import io.soakstream.producer.simulator.RegimePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an open page says of a server that has nothing new, and of one that does not know. */
class StaleDashboardIT {
    private static final RunKey LIVE = new RunKey("mm", "nightly");

    private static final String LIVE_PAGE = "/#/bots/mm/runs/nightly";

    @TempDir
    static Path directory;

    private static Browser browser;

    private ApiBench api;
    private Screen screen;

    @BeforeAll
    static void open() {
        browser = Browser.orSkip(StaleDashboardIT.class, directory.resolve("profile"));
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
        FedRun.simulated(api.view(), LIVE, 40, RegimePlan.of(Regime.CALM)).until(5);
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
        api.silenced(Optional.of("no Kafka broker answers the view"));

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
        api.silenced(Optional.of("no Kafka broker answers the view"));

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
}
