package io.soakstream.deploy.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.api.ApiBench;
import io.soakstream.deploy.report.Browser;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dashboard that asks who looks at it. */
class DashboardTokensIT {
    private static final String PAGE = "/#/bots/bot/runs/mock36";

    @TempDir
    static Path directory;

    private static Browser browser;

    private ApiBench api;
    private Screen screen;

    @BeforeAll
    static void open() {
        browser = Browser.orSkip(DashboardTokensIT.class, directory.resolve("profile"));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start() throws Exception {
        api = ApiBench.guarded(directory);
        screen = new Screen(browser);
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    @Test
    void shouldShowNothingUntilItIsGivenAToken() {
        // Given
        screen.open(api.url() + PAGE).await("dialog[open]", "asks for a token");
        assertThat(screen.text("#view")).doesNotContain("PASS");

        // When
        screen.type("token", "x".repeat(40)).press("Use it").await("dialog[open]", "must be a bearer token");
        screen.type("token", ApiBench.READER).press("Use it");

        // Then
        screen.await("h1", "PASS").await(".role", "read-only");
        assertThat(browser.driver().getCurrentUrl()).doesNotContain(ApiBench.READER);
        assertThat(browser.script("return localStorage.length")).isEqualTo(0L);
    }

    @Test
    void shouldForgetTheTokenWhenItIsTold() {
        // Given
        screen.open(api.url() + "/").await("dialog[open]", "asks for a token");
        screen.type("token", ApiBench.READER).press("Use it").await(".runs", "bot : mock36");

        // When
        screen.press("read-only").press("Forget the token");

        // Then
        screen.await("dialog[open]", "asks for a token");
        assertThat(browser.script("return sessionStorage.length")).isEqualTo(0L);
    }

    @Test
    void shouldBeUsableByEverybodyWhileItAsks() {
        // When
        screen.open(api.url() + PAGE, Screen.PHONE, "dark").await("dialog[open]", "asks for a token");

        // Then
        assertThat(browser.accessibilityFaults()).isEmpty();
    }
}
