package io.soakstream.deploy.run;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.runtime.KafkaAccess;

/** Brings a run onto the stream, from its start to its end. */
public interface RunFeed {
    RunKey key();

    /** How many iterations there will be (count). */
    int iterations();

    /** Runs until the last iteration, or until it is stopped. */
    void run(KafkaAccess access) throws Exception;

    /** Ends the run before its time, as aborted; from any thread, and does not wait. */
    void stop();
}
