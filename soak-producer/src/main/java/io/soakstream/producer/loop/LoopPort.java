package io.soakstream.producer.loop;

import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.parameter.Overrides;
import java.util.List;
import java.util.Optional;

/** How a closed loop reaches the tuner and the gate. */
public interface LoopPort {

    void start(SimulatedRun run);

    /**
     * Waits until a period has passed.
     *
     * @return false: the run is to end before that
     */
    boolean await(int iteration);

    /**
     * Sends what a period came to and waits until the gate has answered.
     *
     * @return what the bot must run with from here on; empty: nothing new
     */
    Optional<Overrides> exchange(int iteration, List<Sent> sent);

    /**
     * @param last the last iteration that the tuner could take; its echo is the run's last
     * @param complete false: the run was ended before its time
     */
    void end(Optional<IterationSummary> last, boolean complete);
}
