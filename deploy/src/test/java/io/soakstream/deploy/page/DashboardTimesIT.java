package io.soakstream.deploy.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.contract.NotificationState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How times are written, and when a run is said to end. */
class DashboardTimesIT extends BrowsedDashboard {
    private static final String EVERYWHERE = "2025-10-12 11:56:20 UTC";
    private static final String LOCAL = "UTC, [-\\d: ]+ here";
    private static final String HERE = EVERYWHERE + ", 17:26:20 here";
    /** Number of an iteration whose time, a minute after that of the one before, is in January. */
    private static final int WINTER = 128_833;

    @AfterEach
    void goByUtc() {
        clock("");
    }

    @Test
    void shouldWriteTimesByTheReadersClockToo() {
        // Given
        clock("Asia/Kolkata");
        live.telling(3, "verdict_changed", NotificationState.SENT);

        // When
        screen.open(api.url() + LIVE_PAGE, Screen.PHONE, "light").await("#notifications", HERE);

        // Then
        assertThat(browser.script("return document.documentElement.scrollWidth"))
                .isEqualTo((long) Screen.PHONE);
        assertThat(browser.accessibilityFaults()).isEmpty();
    }

    @Test
    void shouldKeepThatSomebodyWantsUtcAlone() {
        // Given
        clock("Asia/Kolkata");
        live.telling(3, "verdict_changed", NotificationState.SENT);
        screen.open(api.url() + LIVE_PAGE).await("#notifications", HERE);
        assertThat(screen.text(".facts")).containsPattern(LOCAL);

        // When
        screen.press("local times").await("[aria-pressed=false]", "local times");

        // Then
        assertThat(screen.text("#view")).contains(EVERYWHERE).doesNotContainPattern(LOCAL);
        screen.open(api.url() + LIVE_PAGE).await("#notifications", EVERYWHERE);
        assertThat(screen.text("#view")).doesNotContainPattern(LOCAL);
        screen.press("local times").await("#notifications", HERE);
        assertThat(browser.script("return localStorage.length")).isEqualTo(0L);
    }

    @Test
    void shouldOfferNothingWhereTheReadersClockGoesByUtc() {
        // Given
        clock("UTC");

        // When
        screen.open(api.url() + LIVE_PAGE).await(".facts", "5 of 40");

        // Then
        assertThat(screen.all("[aria-pressed]")).isEmpty();
    }

    /** In London it is UTC in winter alone. */
    @Test
    void shouldWriteALocalTimeOnlyWhereItIsAnother() {
        // Given
        clock("Europe/London");
        live.telling(3, "verdict_changed", NotificationState.SENT);
        live.telling(WINTER, "reminder", NotificationState.SENT);

        // When
        screen.open(api.url() + LIVE_PAGE).await("#notifications", EVERYWHERE + ", 12:56:20 here");

        // Then
        assertThat(screen.text("#notifications"))
                .contains("2026-01-09 23:06:20 UTC")
                .doesNotContain("23:06:20 here");
        assertThat(screen.all("[aria-pressed=true]")).hasSize(1);
    }

    @Test
    void shouldNotSayWhenARunEndsOfWhichTheServerKnowsNothingMore() {
        // Given
        FedRun.inRealTime(api.view(), new RunKey("mm", "real"), 40, CALM).until(5);
        screen.open(api.url() + "/#/bots/mm/runs/real").await(".ends", "about");

        // When
        api.silenced(Optional.of("no Kafka broker answers the view"));

        // Then
        screen.await(".stale-line", "no Kafka broker").await(".ends", "not known now");
        api.silenced(Optional.empty());
        screen.await(".ends", "about");
    }

    /** It decides nothing. */
    @Test
    void shouldSayAboutWhenALiveRunEnds() {
        // Given
        clock("UTC");
        FedRun.inRealTime(api.view(), new RunKey("mm", "real"), 40, CALM).until(5);

        // When
        screen.open(api.url() + "/#/bots/mm/runs/real").await(".ends", "about");

        // Then
        String written = screen.text(".ends");
        assertThat(written).matches("about \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC");
        Instant end = Instant.parse(
                written.replace("about ", "").replace(" UTC", ":00Z").replace(' ', 'T'));
        assertThat(end).isCloseTo(Instant.now().plus(Duration.ofMinutes(35 * 5)), within(2, ChronoUnit.MINUTES));
    }

    @Test
    void shouldNotSayWhenARunInSimulatedTimeEnds() {
        // When
        screen.open(api.url() + LIVE_PAGE).await(".facts", "5 of 40").await(".facts", "data age");

        // Then
        assertThat(screen.all(".ends")).isEmpty();
    }

    /** The reader's zone; empty: that of the machine. */
    private static void clock(String zone) {
        browser.driver().executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
    }
}
