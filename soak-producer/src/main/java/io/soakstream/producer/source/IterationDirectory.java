package io.soakstream.producer.source;

import io.soakstream.producer.domain.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A directory of {@code ITER_SUMMARY_<n>.json}: any number of files, in the order of their numbers. */
final class IterationDirectory {
    private static final String GLOB = "ITER_SUMMARY_*.json";
    private static final Pattern NAME = Pattern.compile("ITER_SUMMARY_(\\d{1,10})\\.json");
    /** Where earlier layouts keep the files below a directory. */
    private static final List<String> LAYOUTS = List.of("", "soak/latest", "latest");

    private final IterationJson json = new IterationJson();
    private final IterationParser parser;

    IterationDirectory(IterationParser parser) {
        this.parser = parser;
    }

    /** The directory that holds the files: this one, else the first of the earlier layouts below it. */
    static Optional<Path> locate(Path directory) throws IOException {
        for (String layout : LAYOUTS) {
            Path candidate = layout.isEmpty() ? directory : directory.resolve(layout);
            if (Files.isDirectory(candidate) && hasIterations(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Reads every file; one that is bad is among the rejections and the rest is read. */
    IterationBatch read(Path directory) throws IOException {
        List<ParsedIteration> parsed = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        for (NumberedFile file : files(directory)) {
            RejectionList ofFile = new RejectionList(file.name());
            if (file.number().isEmpty()) {
                ofFile.add("", "the name has no iteration number from 1 on");
            } else {
                read(file, ofFile).ifPresent(parsed::add);
            }
            rejections.addAll(ofFile.all());
        }
        return IterationBatch.of(parsed, rejections);
    }

    private Optional<ParsedIteration> read(NumberedFile file, RejectionList rejections) {
        try (InputStream in = Files.newInputStream(file.path())) {
            byte[] bytes = in.readNBytes(IterationJson.MAX_BYTES + 1);
            return parser.parse(json.read(bytes, 0, bytes.length), file.number(), rejections);
        } catch (MalformedJsonException malformed) {
            rejections.add("", malformed.getMessage());
        } catch (IOException unreadable) {
            rejections.add("", "cannot be read: " + unreadable.getMessage());
        }
        return Optional.empty();
    }

    private static boolean hasIterations(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, GLOB)) {
            return files.iterator().hasNext();
        }
    }

    private static List<NumberedFile> files(Path directory) throws IOException {
        List<NumberedFile> files = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory, GLOB)) {
            paths.forEach(path -> files.add(NumberedFile.of(path)));
        }
        files.sort(Comparator.comparingInt((NumberedFile file) -> file.number().orElse(0))
                .thenComparing(NumberedFile::name));
        return files;
    }

    private record NumberedFile(Path path, String name, OptionalInt number) {
        static NumberedFile of(Path path) {
            String name = path.getFileName().toString();
            Matcher matcher = NAME.matcher(name);
            long number = matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
            boolean usable = number >= 1 && number <= Integer.MAX_VALUE;
            return new NumberedFile(path, name, usable ? OptionalInt.of((int) number) : OptionalInt.empty());
        }
    }
}
