package io.soakstream.deploy.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.api.ApiBench;
import io.soakstream.deploy.report.Browser;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.simulator.Regime;
import io.soakstream.producer.simulator.RegimePlan;
import io.soakstream.schemas.contract.NotificationState;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Writes the pictures of the dashboard that the documents show: -Ddashboard.images=docs/images, from the top. */
@EnabledIfSystemProperty(named = "dashboard.images", matches = ".+")
class DashboardImagesIT {
    private static final Path IMAGES = Path.of("..", System.getProperty("dashboard.images", ""));
    private static final String NIGHTLY = "/#/bots/mm/runs/nightly";

    @TempDir
    Path directory;

    @Test
    void shouldDrawThePicturesOfTheDocuments() throws Exception {
        try (Browser browser = Browser.orSkip(DashboardImagesIT.class, directory.resolve("profile"));
                ApiBench api = ApiBench.guarded(directory)) {
            // Given
            feed(api);
            Screen screen = new Screen(browser);
            screen.open(api.url() + "/").await("dialog[open]", "asks for a token");
            screen.type("token", ApiBench.CONTROLLER).press("Use it").await(".runs", "mm : nightly");

            // When
            for (String scheme : new String[] {"light", "dark"}) {
                draw(screen, api.url() + NIGHTLY, Screen.DESKTOP, scheme, "dashboard-desktop-" + scheme + ".png");
                draw(screen, api.url() + NIGHTLY, Screen.PHONE, scheme, "dashboard-phone-" + scheme + ".png");
            }
            screen.open(api.url(), Screen.DESKTOP, "light").await(".runs", "mm : nightly");
            browser.screenshot(IMAGES.resolve("dashboard-runs.png"));

            // Then
            assertThat(IMAGES.resolve("dashboard-runs.png")).isNotEmptyFile();
        }
    }

    private static void draw(Screen screen, String url, int width, String scheme, String file) {
        screen.open(url, width, scheme).await(".facts", "iterations").await("#pipeline", "No answer");
        screen.browser().screenshot(IMAGES.resolve(file));
    }

    private static void feed(ApiBench api) {
        RegimePlan troubled =
                RegimePlan.of(Regime.CALM).then(15, Regime.VOLATILE).then(25, Regime.LATENCY_SPIKE);
        FedRun.simulated(api.view(), new RunKey("mm", "nightly"), 60, troubled)
                .until(29)
                .telling(3, "verdict_changed", NotificationState.SENT)
                .telling(13, "recovered", NotificationState.SENT)
                .telling(27, "verdict_changed", NotificationState.SENT);
        FedRun.simulated(api.view(), new RunKey("mm", "weekend"), 40, RegimePlan.of(Regime.CALM))
                .until(41);
        FedRun.simulated(api.view(), new RunKey("taker", "canary"), 60, RegimePlan.of(Regime.VOLATILE))
                .until(2);
        FedRun.simulated(api.view(), new RunKey("mm-eu", "nightly"), 60, RegimePlan.of(Regime.ADVERSE_SELECTION))
                .until(24);
    }
}
