package io.soakstream.producer.sink;

/**
 * What was written, all of it acknowledged.
 *
 * @param published number of events (count)
 * @param partition partition of the run; -1 if nothing was written
 * @param firstOffset offset of the first event; -1 if nothing was written
 * @param lastOffset offset of the last event; -1 if nothing was written
 */
public record PublishReport(int published, int partition, long firstOffset, long lastOffset) {
    static final PublishReport NOTHING = new PublishReport(0, -1, -1, -1);

    /** What both say: this one came first. */
    PublishReport plus(PublishReport later) {
        return published == 0
                ? later
                : new PublishReport(published + later.published, later.partition, firstOffset, later.lastOffset);
    }

    PublishReport plus(int ofPartition, long offset) {
        return new PublishReport(published + 1, ofPartition, firstOffset < 0 ? offset : firstOffset, offset);
    }
}
