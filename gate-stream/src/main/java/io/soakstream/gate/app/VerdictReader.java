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

    /** Whether everything that was on the topic at the time of the call has been read. */
    public boolean isAtEnd() {
        return verdicts.isAtEnd();
    }

    /** Whether everything that was there when it was opened has been read. */
    public boolean isPastOpening() {
        return verdicts.isPastOpening();
    }

    @Override
    public void close() {
        verdicts.close();
    }
}
