package io.soakstream.producer.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** A body in the form for clients that take gzip: compressed once, sent to any number of them. */
public final class Gzipped {
    /** As it stands in headers. */
    static final String ENCODING = "gzip";

    private final byte[] bytes;

    private Gzipped(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @param body as {@link Answer#body} has it */
    public static Gzipped of(String body) {
        byte[] plain = Replies.bytes(body);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4);
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot be written", impossible);
        }
        return new Gzipped(bytes.toByteArray());
    }

    /** How long it is (bytes). */
    public int length() {
        return bytes.length;
    }

    byte[] bytes() {
        return bytes;
    }
}
