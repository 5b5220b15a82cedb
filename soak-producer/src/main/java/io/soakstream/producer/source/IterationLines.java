package io.soakstream.producer.source;

import io.soakstream.producer.domain.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A file of JSON lines: one iteration object per line, blank lines ignored. */
final class IterationLines {
    private final IterationJson json = new IterationJson();
    private final IterationParser parser;

    IterationLines(IterationParser parser) {
        this.parser = parser;
    }

    /** Reads every line; one that is bad is among the rejections under its number and the rest is read. */
    IterationBatch read(Path file) throws IOException {
        // Split as bytes, so that a line with broken UTF-8 is that line's fault alone.
        byte[] bytes = Files.readAllBytes(file);
        String name = file.getFileName().toString();
        List<ParsedIteration> parsed = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        int line = 0;
        for (int from = 0; from < bytes.length; ) {
            int to = endOfLine(bytes, from);
            line++;
            if (!isBlank(bytes, from, to)) {
                RejectionList ofLine = new RejectionList(name + " line " + line);
                read(bytes, from, to, ofLine).ifPresent(parsed::add);
                rejections.addAll(ofLine.all());
            }
            from = to + 1;
        }
        return IterationBatch.of(parsed, rejections);
    }

    private Optional<ParsedIteration> read(byte[] bytes, int from, int to, RejectionList rejections) {
        try {
            return parser.parse(json.read(bytes, from, to - from), OptionalInt.empty(), rejections);
        } catch (MalformedJsonException malformed) {
            rejections.add("", malformed.getMessage());
            return Optional.empty();
        }
    }

    private static int endOfLine(byte[] bytes, int from) {
        int to = from;
        while (to < bytes.length && bytes[to] != '\n') {
            to++;
        }
        return to;
    }

    private static boolean isBlank(byte[] bytes, int from, int to) {
        for (int index = from; index < to; index++) {
            if (bytes[index] != ' ' && bytes[index] != '\t' && bytes[index] != '\r') {
                return false;
            }
        }
        return true;
    }
}
