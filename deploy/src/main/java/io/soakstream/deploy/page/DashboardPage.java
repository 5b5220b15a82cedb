package io.soakstream.deploy.page;

import io.soakstream.gate.report.html.ModuleBundle;
import io.soakstream.gate.report.html.PageParts;
import io.soakstream.schemas.canonical.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files of the page. The same parts are the same files under the same address. */
public final class DashboardPage {
    static final String INDEX = "index.html";
    static final String SCRIPT = "dashboard.js";
    static final String STYLE = "dashboard.css";
    static final String LIBRARY = "charts.js";
    static final String ICON = "icon.svg";

    private static final String VERSION = "{{version}}";
    private static final int DIGITS = 16;

    private final Map<String, File> files = new LinkedHashMap<>();
    private final String version;
    private final File index;

    /** @param contentType what a browser takes it for */
    record File(String contentType, String text) {}

    private DashboardPage() {
        files.put(SCRIPT, new File("text/javascript; charset=utf-8", ModuleBundle.of(SCRIPT, DashboardPage::part)));
        files.put(STYLE, new File("text/css; charset=utf-8", PageParts.styles() + "\n" + own(STYLE)));
        files.put(LIBRARY, new File("text/javascript; charset=utf-8", PageParts.read(PageParts.CHART_LIBRARY)));
        files.put(ICON, new File("image/svg+xml", own(ICON)));
        version = Sha256.hex(String.join(
                        "\0", files.values().stream().map(File::text).toList()))
                .substring(0, DIGITS);
        index = new File("text/html; charset=utf-8", own(INDEX).replace(VERSION, version));
    }

    /** Reads and joins the parts. */
    public static DashboardPage read() {
        return new DashboardPage();
    }

    /** What stands in the addresses of its files: other parts, another address. */
    String version() {
        return version;
    }

    File index() {
        return index;
    }

    /** Empty: there is none of that name. */
    Optional<File> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** All of them together (bytes). */
    long bytes() {
        return files.values().stream().mapToLong(DashboardPage::bytes).sum() + bytes(index);
    }

    private static long bytes(File file) {
        return file.text().getBytes(StandardCharsets.UTF_8).length;
    }

    /** A module of the page, or else a component of the report. */
    private static String part(String name) {
        return DashboardPage.class.getResource(name) == null ? PageParts.read(name) : own(name);
    }

    private static String own(String name) {
        try (InputStream file = DashboardPage.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}
