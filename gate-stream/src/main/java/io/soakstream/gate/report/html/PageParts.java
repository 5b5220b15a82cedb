package io.soakstream.gate.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The files that a page of components is made of, as text. */
public final class PageParts {
    /** Style sheets, in order. */
    public static final List<String> STYLES =
            List.of("vendor/uPlot.min.css", "tokens.css", "page.css", "panels.css", "drawer.css", "tracks.css");
    /** What draws the series; a plain script that the components expect to be there. */
    public static final String CHART_LIBRARY = "vendor/uPlot.iife.min.js";
    /** The module that puts the report into a page. */
    public static final String PAGE_MODULE = "page.js";

    private PageParts() {}

    /**
     * A file beside this class.
     *
     * @throws IllegalArgumentException there is none of that name
     */
    public static String read(String name) {
        try (InputStream file = PageParts.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException(name + ": no such part of a page");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    /** All style sheets as one. */
    public static String styles() {
        return STYLES.stream().map(PageParts::read).collect(Collectors.joining("\n"));
    }
}
