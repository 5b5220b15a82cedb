package io.soakstream.notifier.domain;

import java.util.List;
import java.util.Optional;

/** Why a notice is not told: maintenance, silence, inhibition, flapping; the first that holds. */
final class MuteRules {
    private final List<Maintenance> windows;

    MuteRules(List<Maintenance> windows) {
        this.windows = List.copyOf(windows);
    }

    /**
     * @param run as it was before
     * @param nowMs time of the notifier, which silences and windows go by (ms since 1970-01-01 UTC)
     */
    Optional<SkipReason> of(Notice notice, RunState run, boolean flapping, long nowMs) {
        if (notice.events().contains(Event.ROLLBACK)) {
            return Optional.empty();
        }
        if (windows.stream().anyMatch(window -> window.covers(nowMs))) {
            return Optional.of(SkipReason.MAINTENANCE);
        }
        if (run.silence()
                .filter(silence -> silence.isActive(nowMs) && silence.covers(notice))
                .isPresent()) {
            return Optional.of(SkipReason.SILENCED);
        }
        return inhibition(notice, run).or(() -> flapping(notice, flapping));
    }

    private static Optional<SkipReason> inhibition(Notice notice, RunState run) {
        Optional<Level> level = notice.level();
        boolean ends = notice.events().contains(Event.RUN_ENDED);
        boolean warns =
                level.equals(Optional.of(Level.WARN)) && !notice.events().contains(Event.RECOVERED);
        if (warns && !ends && run.anyOther(notice.policy(), other -> other.level() == Level.FAIL)) {
            return Optional.of(SkipReason.INHIBITED_BY_FAIL);
        }
        boolean nodata = level.equals(Optional.of(Level.INCONCLUSIVE));
        if (nodata && !ends && run.anyOther(notice.policy(), PolicyState::stalled)) {
            return Optional.of(SkipReason.INHIBITED_BY_STALL);
        }
        return Optional.empty();
    }

    /** A move to FAIL is told even then. */
    private static Optional<SkipReason> flapping(Notice notice, boolean flapping) {
        boolean toldAnyway = notice.severity() == Severity.CRITICAL
                || notice.events().contains(Event.FLAPPING)
                || notice.events().contains(Event.RUN_ENDED);
        return flapping && !toldAnyway ? Optional.of(SkipReason.FLAPPING) : Optional.empty();
    }
}
