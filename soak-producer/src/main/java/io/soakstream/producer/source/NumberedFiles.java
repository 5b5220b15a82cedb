package io.soakstream.producer.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files {@code <prefix>_<n>.json} of a directory, in the order of their numbers. */
public final class NumberedFiles {
    public static final NumberedFiles ITERATIONS = new NumberedFiles("ITER_SUMMARY");
    static final NumberedFiles EDGE_REPORTS = new NumberedFiles("EDGE_REPORT");

    private final String glob;
    private final Pattern name;

    private NumberedFiles(String prefix) {
        this.glob = prefix + "_*.json";
        this.name = Pattern.compile(prefix + "_(\\d{1,10})\\.json");
    }

    boolean anyIn(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, glob)) {
            return files.iterator().hasNext();
        }
    }

    /** Every file with the prefix; one without a number that an iteration can have comes first, without it. */
    public List<NumberedFile> in(Path directory) throws IOException {
        List<NumberedFile> files = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory, glob)) {
            paths.forEach(path -> files.add(numbered(path)));
        }
        files.sort(Comparator.comparingInt((NumberedFile file) -> file.number().orElse(0))
                .thenComparing(NumberedFile::name));
        return files;
    }

    private NumberedFile numbered(Path path) {
        Matcher matcher = name.matcher(path.getFileName().toString());
        long number = matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
        boolean usable = number >= 1 && number <= Integer.MAX_VALUE;
        return new NumberedFile(path, usable ? OptionalInt.of((int) number) : OptionalInt.empty());
    }

    /**
     * A file and the iteration that its name states.
     *
     * @param path of the file
     * @param number from 1; empty: the name has none that an iteration can have
     */
    public record NumberedFile(Path path, OptionalInt number) {
        public String name() {
            return path.getFileName().toString();
        }
    }
}
