package io.soakstream.deploy.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.api.ApiBench;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.simulator.Regime;
import io.soakstream.producer.simulator.RegimePlan;
import io.soakstream.schemas.contract.NotificationState;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The dashboard in a real browser, over a view that records come into one by one; there is no broker behind it. */
class DashboardPageIT extends BrowsedDashboard {
    @Test
    void shouldShowEveryRunAndLeadToIt() {
        // Given
        screen.open(api.url()).await(".runs", "mm : nightly");
        assertThat(screen.all(".run")).hasSize(2);
        assertThat(screen.text(".run-fail")).contains("FAIL", "iteration 5 of 40", "not freeze-ready");
        assertThat(screen.text(".run-pass")).contains("PASS", "completed", "bot : mock36");

        // When
        screen.click(".run-fail .run-name");

        // Then
        screen.await("h1", "FAIL");
        assertThat(browser.driver().getCurrentUrl()).endsWith(LIVE_PAGE);
        assertThat(browser.driver().getTitle()).isEqualTo("FAIL · mm:nightly · soakstream");
        assertThat(screen.text(".missing")).contains("missing for freeze-ready");
        assertThat(screen.text("main")).contains("Read-only.");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void shouldShowWhatComesWithoutBeingAsked() {
        // Given
        screen.open(api.url() + LIVE_PAGE).await(".facts", "5 of 40");

        // When
        live.until(20).telling(20, "recovered", NotificationState.SENT);

        // Then
        screen.await(".facts", "20 of 40").await("h1", "PASS").await("#notifications", "recovered");
        assertThat(screen.text("#lanes .tracks")).contains("notifications");
        live.until(41);
        screen.await(".facts", "completed").await(".no-actions", "it takes no commands");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void shouldGoOnToTheNextRunOfTheBot() {
        // Given
        screen.open(api.url() + "/#/bots/mm/runs/latest").await(".strip-run", "mm : nightly");

        // When
        FedRun.simulated(api.view(), new RunKey("mm", "nightly-2"), 4, CALM).until(3);

        // Then
        screen.await(".strip-run", "mm : nightly-2").await(".facts", "3 of 4");
    }

    @Test
    void shouldExplainAnIterationByKeyboardAlone() {
        // Given
        screen.open(api.url() + LIVE_PAGE).await(".facts", "5 of 40");
        WebElement heatmap = screen.one("#heatmap [role=slider]");

        // When
        heatmap.sendKeys(Keys.HOME, Keys.ARROW_RIGHT, Keys.ENTER);

        // Then
        screen.await("dialog[open] h2", "Iteration 2");
        screen.await("dialog[open]", "soak.verdicts.v1").await("dialog[open]", "soak explain mm:nightly 2");

        // Then: what comes meanwhile does not take the reader's place away
        live.until(6);
        screen.await(".facts", "6 of 40");
        screen.focused().sendKeys(Keys.ESCAPE);
        screen.awaitNone("dialog[open]").await("#heatmap .readout", "iteration 2");
        screen.awaitFocus("#heatmap [role=slider]");
    }

    @Test
    void shouldNotTakeAVerdictForNewBecauseTheTunerGoesOn() {
        // Given
        screen.open(api.url() + LIVE_PAGE).await(".facts", "5 of 40");

        // When
        live.decidedUntil(12);

        // Then
        screen.await(".stale-line", "no verdict since iteration 5, the run is at 12");
        assertThat(browser.driver().getTitle()).startsWith("stale: FAIL");
        screen.open(api.url()).await(".run.stale", "no verdict since iteration 5");
    }

    /** Whoever is content with a run does not speak for whoever is not. */
    @Test
    void shouldSayTheGravestOfPoliciesThatDisagree() {
        // Given
        live.until(20);
        Verdict content = live.latest("release");
        assertThat(content.getVerdict()).isEqualTo(VerdictLevel.PASS);
        Verdict grave = Verdict.newBuilder(live.latest("snapshot"))
                .setVerdict(VerdictLevel.FAIL)
                .setFreezeReady(false)
                .setReasons(List.of("nobody_bought"))
                .build();
        api.view().add(grave, 0, 1_000);

        // When
        screen.open(api.url() + LIVE_PAGE).await("h1", "FAIL");

        // Then
        assertThat(screen.text(".why")).contains("nobody_bought");
        assertThat(screen.text(".standings")).contains("PASS by release", "FAIL by snapshot");
        assertThat(browser.driver().getTitle()).startsWith("FAIL");
        assertThat(screen.text(".card-pass")).contains("release");
        assertThat(screen.text(".card-fail")).contains("snapshot");
        screen.open(api.url()).await(".run-fail", "mm : nightly");
    }

    @Test
    void shouldGreyOutWhatIsOld() {
        // Given
        screen.open(api.url() + LIVE_PAGE).await(".facts", "5 of 40");
        assertThat(screen.all(".stale")).isEmpty();

        // When
        api.now().updateAndGet(now -> now.plus(Duration.ofMinutes(8)));

        // Then
        screen.await(".stale .stale-line", "stale: no iteration for 8 min");
        screen.open(api.url()).await(".run.stale", "no iteration for 8 min");
    }

    @Test
    void shouldKeepTheLastStateWhileThereIsNoAnswer() {
        // Given
        screen.open(api.url() + LIVE_PAGE).await(".facts", "5 of 40");

        // When
        api.obstructed(Optional.of("the view is still reading the topics"));
        live.until(6);

        // Then
        screen.await(".broken", "Not live: the view is still reading the topics");
        assertThat(screen.text(".facts")).contains("5 of 40");
        api.obstructed(Optional.empty());
        screen.await(".facts", "6 of 40").awaitBlank(".broken").awaitNone(".is-broken");
    }

    @Test
    void shouldGoOnWhenTheServerIsBack() throws Exception {
        // Given
        screen.open(api.url() + LIVE_PAGE).await(".facts", "5 of 40");
        int port = api.port();

        // When
        api.close();

        // Then
        screen.await(".broken", "Not live");
        assertThat(screen.text("h1")).isEqualTo("FAIL");
        api = ApiBench.open(port);
        FedRun.simulated(api.view(), LIVE, 40, CALM).until(20);
        screen.await(".facts", "20 of 40").await("h1", "PASS");
    }

    /** A busy run must not take away what somebody presses. */
    @Test
    void shouldNotTakeAwayWhatIsBeingPressed() {
        // Given
        screen.open(api.url() + LIVE_PAGE).await(".facts", "5 of 40").await(".no-actions", "Command");
        // It comes later and moves what is below it: the button would not be where it is pressed.
        screen.await(".facts", "no Kafka broker answers");
        Actions mouse = new Actions(browser.driver());
        WebElement pressed = screen.one(".no-actions button");
        mouse.clickAndHold(pressed).perform();

        // When
        live.until(8);
        screen.await(".facts", "8 of 40");
        // What is above it may have grown meanwhile.
        mouse.moveToElement(pressed).release().perform();

        // Then
        screen.await("dialog[open]", "Commands need a token");
    }

    @Test
    void shouldShowMarkupAsText() {
        // Given
        String hostile = "</script><img src=x onerror='window.ran = true'>";
        live.telling(3, hostile, NotificationState.FAILED);
        Verdict verdict = Verdict.newBuilder(live.records().verdicts().get(12))
                .setPolicy("release")
                .setReasons(List.of(hostile))
                .setMissing(List.of(hostile))
                .build();
        api.view().add(verdict, 0, 1_000);

        // When
        screen.open(api.url() + LIVE_PAGE).await(".why", hostile);

        // Then
        assertThat(screen.text("#notifications")).contains("img src=x");
        screen.open(api.url()).await(".run-why", hostile);
        assertThat(screen.all("img")).isEmpty();
        assertThat(browser.script("return window.ran === undefined")).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
    void shouldBeUsableByEverybody(int width, String scheme) {
        // Given
        live.telling(3, "verdict_changed", NotificationState.SENT);

        // When
        screen.open(api.url() + LIVE_PAGE, width, scheme).await(".facts", "5 of 40");

        // Then
        assertThat(browser.accessibilityFaults()).isEmpty();
        assertThat(browser.script("return document.documentElement.scrollWidth"))
                .isEqualTo((long) width);
        screen.open(api.url(), width, scheme).await(".runs", "mm : nightly");
        assertThat(browser.accessibilityFaults()).isEmpty();
        assertThat(browser.script("return document.documentElement.scrollWidth"))
                .isEqualTo((long) width);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void shouldDrawThreeDaysAtOnce() {
        // Given
        FedRun.repeated(api.view(), new RunKey("mm", "three-days"), 360, 12, RegimePlan.of(Regime.FLAPPING))
                .until(4_320);

        // When
        double scriptMs = browser.scriptMsOf(
                () -> screen.open(api.url() + "/#/bots/mm/runs/three-days").await(".facts", "4320 of 4320"));

        // Then
        System.out.println("dashboard, 4,320 iterations: scripts took " + Math.round(scriptMs) + " ms");
        assertThat(scriptMs).isLessThan(200);
    }
}
