package io.soakstream.notifier.app;

import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.notifier.domain.Candidate;
import io.soakstream.notifier.domain.Planned;
import io.soakstream.notifier.domain.RunRules;
import io.soakstream.notifier.domain.RunState;
import io.soakstream.notifier.domain.Step;
import io.soakstream.notifier.domain.VerdictFacts;
import io.soakstream.notifier.mapping.VerdictMapper;
import io.soakstream.schemas.contract.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What would be told of a run, without telling anybody: by the rules and routes that hold, of any run. */
public final class Rehearsal {
    private final NotifierConfig config;
    private final RunRules rules;
    private final VerdictMapper mapper;

    /** @param sentences from a reason code of the gate to a sentence */
    public Rehearsal(NotifierConfig config, UnaryOperator<String> sentences) {
        this.config = config;
        this.rules = new RunRules(config.telling(), config.maintenance());
        this.mapper = VerdictMapper.ofAnyRun(sentences);
    }

    /** The messages to every receiver that one run's verdicts lead to, in order; those that are skipped too. */
    public List<Planned> of(List<Verdict> verdicts) {
        List<Planned> planned = new ArrayList<>();
        Optional<RunState> state = Optional.empty();
        for (Verdict verdict : verdicts) {
            Optional<VerdictFacts> facts = mapper.toDomain(verdict);
            if (facts.isPresent()) {
                // Silences need a clock and commands, of which a rehearsal has none.
                Step step = rules.on(state, facts.get(), verdict.getEventTimeMs());
                state = step.next();
                for (Candidate candidate : step.candidates()) {
                    planned.addAll(config.routes().plan(candidate));
                }
            }
        }
        return planned;
    }
}
