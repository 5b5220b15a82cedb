package io.soakstream.schemas.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * Bytes of a state store as a released version wrote them. They must stay readable: when a state's schema changes, the
 * old one is given to its decoder and the file stays. Only a new version adds one, with {@code -Dgolden.update=true}.
 */
public final class StateGolden {
    private StateGolden() {}

    /**
     * The released bytes.
     *
     * @param name base name of the file, with the version
     * @param current what this version writes; becomes the file where there is none yet and an update is asked for
     */
    public static byte[] released(String name, byte[] current) {
        Path file = Path.of("src/test/resources/state", name + ".hex");
        try {
            if (Boolean.getBoolean("golden.update") && !Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, HexFormat.of().formatHex(current) + "\n");
            }
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
