package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.api.ControlKey;
import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.page.Screen;
import io.soakstream.deploy.report.Browser;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.http.Tokens;
import io.soakstream.schemas.command.CommandKeys;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.config.TunerConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Draws the pictures of the dashboard that the documents show: -Ddashboard.images=docs/images, from the top. */
@EnabledIfSystemProperty(named = "dashboard.images", matches = ".+")
class DashboardImagesIT {
    private static final Path IMAGES = Path.of("..", System.getProperty("dashboard.images", ""));
    private static final String TOKEN = "a-control-token-of-at-least-32-characters";
    private static final int TALL = 1_500;

    @TempDir
    Path directory;

    @Test
    void shouldDrawThePicturesOfTheDocuments() throws Exception {
        try (Browser browser = Browser.orSkip(DashboardImagesIT.class);
                Line line = Line.on(new Topics("pictures."));
                QueriedInstance instance = commanded(line).telling();
                FollowedLoop nightly = FollowedLoop.start(line, new RunKey("mm", "nightly"), 60);
                FollowedLoop canary = FollowedLoop.start(line, new RunKey("taker", "canary"), 60);
                FollowedLoop over = FollowedLoop.start(line, new RunKey("mm", "weekend"), 20)) {
            // Given
            await().atMost(Duration.ofSeconds(60)).until(instance::isReady);
            over.advance(21);
            over.end();
            nightly.advance(29);
            canary.advance(7);
            Screen screen = new Screen(browser);
            screen.open(instance.url() + "/").await(".runs", "taker : canary").await(".runs", "iteration 29 of 60");
            screen.open(instance.url() + "/#/bots/mm/runs/nightly").await(".facts", "29 of 60");
            screen.press("Command").type("token", TOKEN).press("Use it").await(".actions", "Freeze");

            // When
            for (String scheme : List.of("light", "dark")) {
                draw(screen, instance.url() + "/#/bots/mm/runs/nightly", Screen.DESKTOP, "dashboard-desktop", scheme);
                draw(screen, instance.url() + "/#/bots/taker/runs/canary", Screen.PHONE, "dashboard-phone", scheme);
            }
            screen.open(instance.url() + "/", Screen.DESKTOP, "light").await(".overview", "mm : weekend");
            browser.screenshot(IMAGES.resolve("dashboard-runs.png"));

            // Then
            assertThat(IMAGES.resolve("dashboard-runs.png")).isNotEmptyFile();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private QueriedInstance commanded(Line line) throws Exception {
        KeyPair keys = CommandKeys.generate();
        return QueriedInstance.start(
                line,
                directory.resolve("state"),
                TunerConfig.parse("{\"control\": {\"public_keys\": {\"ops\": \"" + CommandKeys.base64(keys.getPublic())
                        + "\"}}}"),
                Tokens.read(Files.writeString(directory.resolve("tokens"), TOKEN + "\n")),
                Optional.of(new ControlKey("ops", keys.getPrivate())));
    }

    private static void draw(Screen screen, String url, int width, String name, String scheme) {
        screen.open(url, width, scheme, TALL).await("#now", "auto-tuning").await("#pipeline", "no dead letters");
        screen.browser().screenshot(IMAGES.resolve(name + "-" + scheme + ".png"));
    }
}
