package io.soakstream.producer.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Splits a file into lines as bytes, so that a line with broken UTF-8 is that line's fault alone. */
final class JsonLines {
    private static final int CHUNK = 64 * 1024;

    private JsonLines() {}

    /** Takes one line. */
    @FunctionalInterface
    interface Visitor {
        /**
         * @param number from 1
         * @param line without its end; of a line that is too long as much as shows that it is
         */
        void line(int number, byte[] line);
    }

    /** Calls the visitor for every line, blank ones too; an end of line at the end of the file begins none. */
    static void forEach(InputStream in, Visitor visitor) throws IOException {
        byte[] chunk = new byte[CHUNK];
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int number = 0;
        boolean open = false;
        for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
            int from = 0;
            for (int to = 0; to < length; to++) {
                if (chunk[to] == '\n') {
                    append(line, chunk, from, to);
                    visitor.line(++number, line.toByteArray());
                    line.reset();
                    from = to + 1;
                }
            }
            append(line, chunk, from, length);
            open = from < length;
        }
        if (open) {
            visitor.line(++number, line.toByteArray());
        }
    }

    static boolean isBlank(byte[] line) {
        for (byte one : line) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }

    /** Keeps one byte more than is allowed: the reader of the line refuses it by its length. */
    private static void append(ByteArrayOutputStream line, byte[] chunk, int from, int to) {
        int room = IterationJson.MAX_BYTES + 1 - line.size();
        line.write(chunk, from, Math.min(to - from, room));
    }
}
