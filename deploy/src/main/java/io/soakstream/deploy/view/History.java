package io.soakstream.deploy.view;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;

/** The latest records of one kind of one run, in the order of their topic. For one thread at a time. */
final class History<T> {
    private final int limit;
    private final ArrayDeque<Kept<T>> records = new ArrayDeque<>();

    History(int limit) {
        this.limit = limit;
    }

    /** False: it was there already, as after a reader began anew. */
    boolean add(Kept<T> record) {
        if (!records.isEmpty() && record.offset() <= records.getLast().offset()) {
            return false;
        }
        records.addLast(record);
        return true;
    }

    /** Lets go of one record if there are too many; gives how many it let go (count). */
    int trim() {
        if (records.size() <= limit) {
            return 0;
        }
        records.removeFirst();
        return 1;
    }

    int size() {
        return records.size();
    }

    List<Kept<T>> all() {
        return List.copyOf(records);
    }

    /** Those after an offset of the topic, in order. */
    List<Kept<T>> after(long offset) {
        ArrayDeque<Kept<T>> later = new ArrayDeque<>();
        Iterator<Kept<T>> latest = records.descendingIterator();
        while (latest.hasNext()) {
            Kept<T> record = latest.next();
            if (record.offset() <= offset) {
                break;
            }
            later.addFirst(record);
        }
        return List.copyOf(later);
    }
}
