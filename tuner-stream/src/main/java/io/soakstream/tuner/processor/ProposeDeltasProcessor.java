package io.soakstream.tuner.processor;

import io.soakstream.tuner.domain.Accepted;
import io.soakstream.tuner.domain.DeltaProposing;
import io.soakstream.tuner.mapping.InFlight;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Asks the rules what they want to move. */
public final class ProposeDeltasProcessor
        extends ContextualProcessor<String, InFlight<Accepted>, String, InFlight<DeltaProposing.Proposed>> {
    private final DeltaProposing rules;

    public ProposeDeltasProcessor(DeltaProposing rules) {
        this.rules = rules;
    }

    @Override
    public void process(Record<String, InFlight<Accepted>> record) {
        InFlight<Accepted> accepted = record.value();
        context().forward(record.withValue(accepted.with(rules.propose(accepted.value()))));
    }
}
