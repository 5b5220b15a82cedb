package io.soakstream.deploy.view;

import io.soakstream.schemas.contract.VerdictLevel;
import java.util.Optional;

/**
 * Which runs are wanted; what is empty does not matter.
 *
 * @param verdict latest verdict of any policy
 */
public record RunFilter(Optional<String> bot, Optional<RunPhase> phase, Optional<VerdictLevel> verdict) {

    boolean accepts(RunSummary run) {
        return bot.filter(wanted -> !wanted.equals(run.bot())).isEmpty()
                && phase.filter(wanted -> wanted != run.phase()).isEmpty()
                && verdict.filter(wanted -> run.lasts().stream().noneMatch(last -> last.getVerdict() == wanted))
                        .isEmpty();
    }
}
