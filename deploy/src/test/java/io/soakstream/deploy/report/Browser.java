package io.soakstream.deploy.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Headless Chromium with a profile of its own, and without a network but this machine. */
public final class Browser implements AutoCloseable {
    private static final List<Path> BROWSERS = List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/google-chrome"));
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private static final int MS_PER_S = 1_000;

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Empty: there is none on this machine. */
    private static Optional<Path> executable() {
        return BROWSERS.stream()
                .filter(Files::isExecutable)
                .filter(browser -> Files.isExecutable(DRIVER))
                .findFirst();
    }

    private static Browser start(Path executable, Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(executable.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    /** Of the build, which cleans up: its last process may still write when the driver has gone. */
    private static Path profile() {
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(Path.of("target")).toAbsolutePath(), "chromium-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public ChromeDriver driver() {
        return driver;
    }

    /**
     * The one of this machine.
     *
     * @param test what is skipped, with a line that says so, where there is none
     */
    public static Browser orSkip(Class<?> test) {
        Optional<Path> executable = executable();
        if (executable.isEmpty()) {
            System.out.println("skipped: " + test.getSimpleName() + ", chromium or its driver is not installed");
            Assumptions.abort("chromium or its driver is not installed");
        }
        return start(executable.orElseThrow(), profile());
    }

    /** Opens a file in a viewport of this size (CSS pixels), by a system that wants light or dark. */
    public void open(Path page, int width, int height, String scheme) {
        open(page.toUri().toString(), width, height, scheme);
    }

    /** The same of any address. */
    public void open(String url, int width, int height, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        driver.get(url);
    }

    /** What is taken back at the end of a block. */
    public interface Undo extends AutoCloseable {
        @Override
        void close();
    }

    /** From the next page on this is done before its own scripts. */
    public Undo beforeEachPage(String script) {
        Object added = driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script))
                .get("identifier");
        return () -> driver.executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", added));
    }

    /** Time of the processor that scripts took until the page had drawn itself (ms): a busy machine does not count. */
    public double scriptMsOf(Runnable opening) {
        driver.executeCdpCommand("Performance.enable", Map.of("timeDomain", "threadTicks"));
        opening.run();
        driver.executeAsyncScript(
                "const done = arguments[0];" + " requestAnimationFrame(() => requestAnimationFrame(() => done()));");
        Object metrics =
                driver.executeCdpCommand("Performance.getMetrics", Map.of()).get("metrics");
        return ((List<?>) metrics)
                .stream()
                        .map(metric -> (Map<?, ?>) metric)
                        .filter(metric -> metric.get("name").equals("ScriptDuration"))
                        .mapToDouble(metric -> ((Number) metric.get("value")).doubleValue() * MS_PER_S)
                        .findFirst()
                        .orElseThrow();
    }

    /** What the page complained about. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    public Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Serious and critical faults that axe-core finds, each with its elements. */
    public List<String> accessibilityFaults() {
        driver.executeScript(axe());
        Object faults = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, { resultTypes: ["violations"] }).then((found) => done(found.violations
                  .filter((fault) => fault.impact === "serious" || fault.impact === "critical")
                  .map((fault) => fault.id + ": " + fault.nodes.map((node) => node.target.join(" ")).join(", "))));
                """);
        return ((List<?>) faults).stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The viewport as a PNG. */
    public void screenshot(Path file) {
        try {
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
