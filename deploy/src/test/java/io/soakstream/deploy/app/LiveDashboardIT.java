package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.api.ControlKey;
import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.page.PixelClock;
import io.soakstream.deploy.page.Screen;
import io.soakstream.deploy.report.Browser;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.http.Tokens;
import io.soakstream.schemas.command.CommandKeys;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.config.TunerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The dashboard over a whole line: a closed loop through Kafka goes from FAIL to PASS, and a person steps in. */
class LiveDashboardIT {
    private static final RunKey RUN = new RunKey("looped", "soak");
    private static final String PAGE = "/#/bots/looped/runs/latest";
    private static final String TOKEN = "a-control-token-of-at-least-32-characters";
    private static final int HELD_AT = 20;
    private static final int FAILED_AT = 5;

    @TempDir
    static Path directory;

    private static Browser browser;
    private static Line line;
    private static QueriedInstance instance;
    private static FollowedLoop loop;
    private static List<String> verdicts;
    private static List<Long> latenciesMs;
    private static List<String> complaints;

    private final Screen screen = new Screen(browser);

    @BeforeAll
    static void followTheRun() throws IOException {
        browser = Browser.orSkip(LiveDashboardIT.class);
        KeyPair keys = CommandKeys.generate();
        line = Line.on(new Topics("dashboard."));
        instance = QueriedInstance.start(
                line,
                directory.resolve("state"),
                TunerConfig.parse("{\"control\": {\"public_keys\": {\"ops\": \"" + CommandKeys.base64(keys.getPublic())
                        + "\"}}}"),
                Tokens.read(Files.writeString(directory.resolve("tokens"), TOKEN + "\n")),
                Optional.of(new ControlKey("ops", keys.getPrivate())));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(instance::isReady);
        loop = FollowedLoop.start(line, RUN, 40);
        loop.advance(1);
        Screen first = new Screen(browser);
        first.open(instance.url() + "/").await(".runs", "looped : soak");
        first.open(instance.url() + PAGE).await(".facts", "1 of 40");
        loop.clock().forget();
        loop.clock().watch(browser);
        loop.advance(FAILED_AT - 1);
        first.await(".facts", FAILED_AT + " of 40");
        loop.advance(HELD_AT - FAILED_AT);
        first.await(".facts", HELD_AT + " of 40");
        loop.clock().awaitDrawn(browser, HELD_AT);
        verdicts = loop.clock().verdicts(browser);
        latenciesMs = loop.clock().latenciesMs(browser);
        complaints = browser.complaints();
    }

    @AfterAll
    static void stop() {
        if (loop != null) {
            loop.close();
            instance.close();
            line.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void shouldHaveShownFailBecomePass() {
        assertThat(verdicts).containsSubsequence("FAIL", "PASS").last().isEqualTo("PASS");
        assertThat(complaints).isEmpty();
    }

    /** How soon is printed; the proof has the bound. */
    @Test
    void shouldHaveShownEachIterationAfterItWasSent() {
        System.out.println(PixelClock.text(latenciesMs));
        assertThat(latenciesMs).hasSize(HELD_AT - 1).allMatch(latency -> latency >= 0);
    }

    @Test
    void shouldShowLiveStateMarkedAsProvisional() {
        // When
        look();
        screen.await("#now", "provisional").await("#now", "auto-tuning");

        // Then
        screen.await("#pipeline", "tuner").await("#pipeline", "no dead letters");
        assertThat(screen.text("#now")).contains("state stores");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldExplainByKeyboardWhereTheRecordsLie() {
        // Given
        look();

        // When
        screen.one("#heatmap [role=slider]").sendKeys(Keys.HOME, Keys.ENTER);

        // Then
        screen.await("dialog[open] h2", "Iteration 1").await("dialog[open]", "dashboard.decisions.v1");
        assertThat(browser.accessibilityFaults()).isEmpty();
        screen.focused().sendKeys(Keys.ESCAPE);
        screen.awaitNone("dialog[open]");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldRefuseWhoeverHasNoTokenAndFreezeForWhoeverHas() {
        // Given
        look();
        screen.press("Command").type("token", "x".repeat(40)).press("Use it");
        screen.await("dialog[open]", "may not command");
        assertThat(screen.all(".actions")).isEmpty();

        // When
        screen.type("token", TOKEN).press("Use it").await(".actions", "Freeze");
        screen.press("Freeze").type("who", "ann").type("why", "spread looks wrong");
        screen.one("dialog[open] input[value=rebid]").click();
        assertThat(browser.accessibilityFaults()).isEmpty();
        screen.press("Freeze soak");

        // Then
        screen.await(".acknowledgements", "Freeze soak: acknowledged").await(".facts", "frozen by command");
        screen.await("#deltas", "spread looks wrong").await("#deltas", "obeyed");
        assertThat(screen.text(".facts .frozen")).isEqualTo("rebid");
        loop.advance(2);
        screen.await(".facts", HELD_AT + 2 + " of 40").await("#lanes", "commands");

        // When
        screen.press("Unfreeze").type("why", "looks well again").press("Unfreeze soak");

        // Then
        screen.await(".acknowledgements", "Unfreeze soak: acknowledged").awaitNone(".frozen");
        assertThat(browser.complaints()).isEmpty();
        screen.press("may command").press("Forget the token");
        screen.await(".no-actions", "Read-only");
    }

    private void look() {
        screen.open(instance.url() + PAGE).await(".facts", " of 40");
    }
}
