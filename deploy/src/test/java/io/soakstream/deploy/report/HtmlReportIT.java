package io.soakstream.deploy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.producer.simulator.Regime;
import io.soakstream.producer.simulator.RegimePlan;
import io.soakstream.schemas.contract.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The HTML report as a person meets it: opened from a file in a real browser. */
class HtmlReportIT {
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;
    private static final RegimePlan TROUBLED = RegimePlan.of(Regime.CALM)
            .then(15, Regime.VOLATILE)
            .then(25, Regime.LATENCY_SPIKE)
            .then(40, Regime.CALM);

    @TempDir
    static Path directory;

    private static Browser browser;
    private static Path recorded;
    private static Path simulated;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.orSkip(HtmlReportIT.class);
        recorded = RenderedSoak.recorded("mock36").in(directory, "recorded.html");
        simulated = RenderedSoak.simulated(60, TROUBLED).in(directory, "simulated.html");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void shouldShowTheRunWithoutAComplaint() {
        // When
        browser.open(recorded, DESKTOP, 900, "light");

        // Then
        assertThat(text("h1")).isEqualTo("PASS");
        assertThat(all(".tile"))
                .hasSize(4)
                .first()
                .extracting(WebElement::getText)
                .asString()
                .contains("0.850");
        assertThat(all("#heatmap .track-cells svg")).hasSize(7);
        assertThat(all("#heatmap .cell-fail")).isNotEmpty();
        assertThat(all("#still")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldDrawTheSeriesWhenTheReaderComesToThem() {
        // Given
        browser.open(simulated, DESKTOP, 900, "light");
        assertThat(all("#parameters canvas")).isEmpty();

        // When
        browser.script("document.getElementById('parameters').scrollIntoView()");

        // Then
        await().untilAsserted(() -> assertThat(all("#parameters canvas")).isNotEmpty());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldExplainAnIterationByKeyboardAlone() {
        // Given
        browser.open(simulated, DESKTOP, 900, "light");
        WebElement heatmap = browser.driver().findElement(By.cssSelector("#heatmap [role=slider]"));

        // When
        heatmap.sendKeys(Keys.HOME, Keys.ARROW_RIGHT, Keys.ENTER);

        // Then
        assertThat(heatmap.getAttribute("aria-valuenow")).isEqualTo("2");
        assertThat(text("dialog[open] h2")).isEqualTo("Iteration 2");
        assertThat(text("dialog[open]")).contains("Verdicts", "KPIs", "soak explain simulated:soak-60 2");

        // Then: on to the next, and out again to where the reader was
        browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
        assertThat(text("dialog[open] h2")).isEqualTo("Iteration 3");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        assertThat(all("dialog[open]")).isEmpty();
        assertThat(browser.driver().switchTo().activeElement()).isEqualTo(heatmap);
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
    void shouldBeUsableByEverybody(int width, String scheme) {
        // When
        browser.open(simulated, width, 900, scheme);

        // Then
        assertThat(browser.accessibilityFaults()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldBeUsableByEverybodyWhileItExplains() {
        // Given
        browser.open(simulated, DESKTOP, 900, "light");

        // When
        browser.driver().findElement(By.cssSelector("#heatmap [role=slider]")).sendKeys(Keys.HOME, Keys.ENTER);

        // Then
        assertThat(browser.accessibilityFaults()).isEmpty();
    }

    @Test
    void shouldShowMarkupAsText() throws IOException {
        // Given
        String hostile = "</script><img src=x onerror='window.ran = true'>";
        RenderedSoak soak = RenderedSoak.recorded("mock8");
        List<Verdict> renamed = soak.verdicts().stream()
                .map(verdict -> Verdict.newBuilder(verdict)
                        .setPolicy(hostile)
                        .setReasons(List.of(hostile))
                        .build())
                .toList();
        Path page = soak.judged(renamed).in(directory, "hostile.html");

        // When
        browser.open(page, DESKTOP, 900, "light");

        // Then
        assertThat(text(".why")).isEqualTo(hostile);
        assertThat(text(".card .reasons")).isEqualTo(hostile);
        assertThat(all("img")).isEmpty();
        assertThat(browser.script("return window.ran === undefined")).isEqualTo(true);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldSayThatNothingCouldBeJudged() throws IOException {
        // Given
        Path page = RenderedSoak.recorded("mock8").withoutIterations().in(directory, "nothing.html");

        // When
        browser.open(page, DESKTOP, 900, "light");

        // Then
        assertThat(text("h1")).isEqualTo("INCONCLUSIVE");
        assertThat(text(".why")).isEqualTo("not one iteration could be judged");
        assertThat(all("#still")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldFitAPhone() {
        // When
        browser.open(simulated, PHONE, 844, "light");

        // Then
        assertThat(browser.script("return document.documentElement.scrollWidth"))
                .isEqualTo((long) PHONE);
    }

    @Test
    void shouldSaySomethingWithoutScripts() {
        // Given
        browser.driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            // When
            browser.open(recorded, DESKTOP, 900, "light");

            // Then
            assertThat(text("h1")).isEqualTo("PASS");
            assertThat(text("#still")).contains("every goal is met", "maker share", "0.850", "freeze-ready", "digest");
        } finally {
            browser.driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    @Test
    void shouldDrawThreeDaysAtOnce() throws IOException {
        // Given
        RenderedSoak threeDays = RenderedSoak.simulated(4_320, RegimePlan.of(Regime.FLAPPING));
        Path page = threeDays.in(directory, "three-days.html");

        // When
        double scriptMs = browser.scriptMsOf(() -> browser.open(page, DESKTOP, 900, "light"));

        // Then
        assertThat(threeDays.html().length()).isLessThan(2_500_000);
        System.out.println("4,320 iterations: scripts took " + Math.round(scriptMs) + " ms");
        assertThat(scriptMs).isLessThan(200);
        assertThat(browser.complaints()).isEmpty();
    }

    private static String text(String selector) {
        return browser.driver().findElement(By.cssSelector(selector)).getText();
    }

    private static List<WebElement> all(String selector) {
        return browser.driver().findElements(By.cssSelector(selector));
    }
}
