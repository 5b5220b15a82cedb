package io.soakstream.producer.http;

import io.soakstream.schemas.canonical.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The bearer tokens that let a client in; several, so that one can be replaced by another without a gap. Only their hashes
 * are kept, and comparing takes the same time whatever is wrong.
 */
public final class Tokens {
    private static final String SCHEME = "bearer ";
    /** Fewer characters cannot hold the 128 bits that guessing should cost at the least. */
    private static final int MIN_LENGTH = 32;

    private final List<byte[]> hashes;

    private Tokens(List<byte[]> hashes) {
        this.hashes = List.copyOf(hashes);
    }

    /** Nobody is asked. */
    public static Tokens none() {
        return new Tokens(List.of());
    }

    /**
     * Reads a file of tokens, one a line; blank lines and lines after {@code #} do not count.
     *
     * @throws IOException it cannot be read
     * @throws IllegalArgumentException there is none in it, or one is too short; the message names file and line, never
     *     the token
     */
    public static Tokens read(Path file) throws IOException {
        List<byte[]> hashes = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            String token = line.strip();
            if (token.isEmpty() || token.startsWith("#")) {
                continue;
            }
            if (token.length() < MIN_LENGTH) {
                throw new IllegalArgumentException(
                        file + " line " + number + ": a token has at least " + MIN_LENGTH + " characters");
            }
            hashes.add(hash(token));
        }
        if (hashes.isEmpty()) {
            throw new IllegalArgumentException(file + ": there is no token in it");
        }
        return new Tokens(hashes);
    }

    public boolean isEmpty() {
        return hashes.isEmpty();
    }

    /** Whether the value of an {@code Authorization} header ({@code null}: none) lets its client in. */
    boolean accept(String authorization) {
        return isEmpty() || knows(authorization);
    }

    /** Whether the value of an {@code Authorization} header ({@code null}: none) is one of these tokens. */
    public boolean knows(String authorization) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return false;
        }
        byte[] given = hash(authorization.substring(SCHEME.length()).strip());
        boolean accepted = false;
        for (byte[] known : hashes) {
            accepted |= MessageDigest.isEqual(known, given);
        }
        return accepted;
    }

    private static byte[] hash(String token) {
        return Sha256.digest(token.getBytes(StandardCharsets.UTF_8));
    }
}
