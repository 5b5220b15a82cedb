package io.soakstream.notifier.app;

import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.notifier.domain.Notices;
import io.soakstream.notifier.domain.VerdictFacts;
import io.soakstream.notifier.mapping.VerdictMapper;
import io.soakstream.schemas.contract.Verdict;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A message of what {@code soak gate} came to, for whoever waits for a release. */
public final class GateMessage {
    private final NotifierConfig config;
    private final DirectMessage message;
    private final VerdictMapper mapper;

    /**
     * @param sentences from a reason code of the gate to a sentence
     * @param lines takes what a receiver of type {@code log} says
     */
    public GateMessage(
            NotifierConfig config, UnaryOperator<String> sentences, Consumer<String> lines, InstantSource clock) {
        this.config = config;
        this.message = new DirectMessage(config, lines, clock);
        this.mapper = new VerdictMapper(sentences, config.simulated());
    }

    /**
     * Sends it once to each of the receivers.
     *
     * @param receivers their names
     * @return what came of each; empty: people are not told of such a run, which is a recording, a replay or simulated
     */
    public Optional<List<DirectResult>> send(Verdict verdict, Collection<String> receivers) {
        return mapper.toDomain(verdict)
                .filter(VerdictFacts::tellable)
                .map(facts -> message.send(Notices.ofGate(facts, config.telling()), receivers::contains));
    }
}
