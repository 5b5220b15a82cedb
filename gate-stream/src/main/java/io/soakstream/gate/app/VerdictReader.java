package io.soakstream.gate.app;

import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.runtime.TopicFollower;
import java.time.Duration;
import java.util.List;

/** Reads the verdict topic from its beginning, committed verdicts only, without a consumer group. */
public final class VerdictReader implements AutoCloseable {
    private final TopicFollower<Verdict> verdicts;

    /** @throws org.apache.kafka.common.KafkaException the topic cannot be found */
    public VerdictReader(KafkaAccess access) {
        this.verdicts = TopicFollower.fromBeginning(access, access.topics().verdicts());
    }

    /** The verdicts that have come since the last call, waiting for the first at most so long. */
    public List<Verdict> poll(Duration wait) {
        return verdicts.poll(wait);
    }

    /** Whether everything up to the mark has been read; the first is the end of the topic when it was opened. */
    public boolean isPastMark() {
        return verdicts.isPastMark();
    }

    /** Marks the end of the topic as it is now. */
    public void mark() {
        verdicts.mark();
    }

    @Override
    public void close() {
        verdicts.close();
    }
}
