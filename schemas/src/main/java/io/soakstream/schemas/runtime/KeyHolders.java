package io.soakstream.schemas.runtime;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which instances hold the state of a key, each as {@code host:port}.
 *
 * @param partition that the key is on
 * @param active the one that works on it
 * @param standbys those that keep a copy
 */
public record KeyHolders(int partition, String active, SortedSet<String> standbys) {
    public KeyHolders {
        standbys = new TreeSet<>(standbys);
    }
}
