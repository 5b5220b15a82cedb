package io.soakstream.producer.source;

import io.soakstream.producer.domain.Rejection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong or odd in one file or line; the same thing said twice is kept once. */
final class RejectionList {
    private final String where;
    private final Set<Rejection> rejections = new LinkedHashSet<>();
    private final Set<Rejection> notes = new LinkedHashSet<>();

    RejectionList(String where) {
        this.where = where;
    }

    void add(String field, String message) {
        rejections.add(new Rejection(where, field, message));
    }

    /** Something odd that costs no more than the field itself: it is told, and the rest is taken. */
    void note(String field, String message) {
        notes.add(new Rejection(where, field, message));
    }

    String where() {
        return where;
    }

    boolean isEmpty() {
        return rejections.isEmpty();
    }

    List<Rejection> all() {
        return List.copyOf(rejections);
    }

    /** What was noted, a sentence each. */
    List<String> notes() {
        return notes.stream().map(Rejection::toString).toList();
    }
}
