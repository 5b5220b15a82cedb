package io.soakstream.producer.source;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Soaks for tests: the recorded ones and small ones that are written on the spot. */
public final class SoakFiles {
    private SoakFiles() {}

    /** A recorded soak of the test resources. */
    public static Path recorded(String name) {
        try {
            return Path.of(SoakFiles.class.getResource("/recorded/" + name).toURI());
        } catch (URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Writes {@code ITER_SUMMARY_<name>.json}. */
    public static void write(Path directory, String name, String json) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("ITER_SUMMARY_" + name + ".json"), json);
    }

    /** Writes a plain iteration with the given number. */
    public static void iteration(Path directory, int number) throws IOException {
        write(directory, Integer.toString(number), json(number));
    }

    /** A plain iteration; its net_bps is its number. */
    public static String json(int number) {
        return "{\"iteration\": %d, \"summary\": {\"net_bps\": %d, \"risk_ratio\": 0.3}}".formatted(number, number);
    }

    public static List<Integer> numbers(RecordedSoak soak) {
        return soak.events().stream()
                .filter(event -> event.getIterationSummary() != null)
                .map(event -> event.getIterationSummary().getIteration())
                .toList();
    }
}
