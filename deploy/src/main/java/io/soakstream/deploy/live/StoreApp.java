package io.soakstream.deploy.live;

import java.util.Arrays;
import java.util.Optional;

/** A stream whose stores can be asked. */
public enum StoreApp {
    TUNER("tuner"),
    GATE("gate");

    private final String word;

    StoreApp(String word) {
        this.word = word;
    }

    /** As it stands in a path. */
    public String word() {
        return word;
    }

    public static Optional<StoreApp> byWord(String word) {
        return Arrays.stream(values()).filter(app -> app.word.equals(word)).findFirst();
    }
}
