package io.soakstream.deploy.run;

import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;

/** Shows how far a run is. */
public interface RunProgress extends AutoCloseable {

    /** An iteration was tuned and judged. */
    void iteration(TuningDecision decision, Verdict verdict);

    @Override
    void close();
}
