package io.soakstream.notifier.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a verdict leads to: detect, mute, dedupe. */
final class VerdictSteps {
    private final TellingRules rules;
    private final MuteRules mute;

    VerdictSteps(TellingRules rules, MuteRules mute) {
        this.rules = rules;
        this.mute = mute;
    }

    Step on(RunState run, VerdictFacts verdict, long nowMs) {
        Optional<PolicyState> before = Optional.ofNullable(run.policies().get(verdict.policy()));
        Looked looked = before.map(known -> again(known, run, verdict, nowMs)).orElseGet(() -> first(run, verdict));
        List<Candidate> candidates = new ArrayList<>();
        PolicyState told = tell(looked, run, verdict, nowMs, candidates);
        PolicyState next = tellLine(told, run, verdict, nowMs, candidates);
        run.held().forEach(held -> candidates.add(candidate(held, run, false, nowMs)));
        boolean changed = before.map(known -> known.level() != verdict.level()).orElse(false);
        RunState after = (changed ? run.unacknowledged() : run).with(verdict.policy(), next);
        return new Step(Optional.of(after), candidates, Optional.of(progress(before, run, verdict)));
    }

    /** What was found, what it is compared with, and the state before anything is told. */
    private record Looked(List<Event> events, Optional<PolicyState> before, PolicyState state) {}

    private static Looked first(RunState run, VerdictFacts verdict) {
        return new Looked(Transitions.first(verdict, !run.known()), Optional.empty(), PolicyState.first(verdict));
    }

    private Looked again(PolicyState known, RunState run, VerdictFacts verdict, long nowMs) {
        FlapState flap = FlapState.after(known, known.level() != verdict.level(), verdict.eventTimeMs(), rules);
        List<Event> events = Transitions.between(known, verdict, flap);
        PolicyState seen = known.seen(verdict, flap);
        if (!events.isEmpty()) {
            return new Looked(events, Optional.of(known), seen);
        }
        List<Event> owed =
                seen.untold() ? Transitions.owed(seen.asTold(), seen.lastTold().isPresent(), verdict) : List.of();
        if (!owed.isEmpty()) {
            boolean muted = isMuted(owed, seen.asTold(), run, verdict, nowMs);
            return new Looked(muted ? List.of() : owed, Optional.of(seen.asTold()), seen);
        }
        return new Looked(standing(seen, run, verdict, nowMs), Optional.of(known), seen);
    }

    /** Nothing has changed: what was told may be told again. */
    private List<Event> standing(PolicyState state, RunState run, VerdictFacts verdict, long nowMs) {
        boolean due = run.acknowledgement().isEmpty()
                && Dedupe.ofStanding(state, verdict, rules).tells();
        List<Event> events = List.of(Event.REMINDER);
        return due && !isMuted(events, state, run, verdict, nowMs) ? events : List.of();
    }

    private boolean isMuted(List<Event> events, PolicyState state, RunState run, VerdictFacts verdict, long nowMs) {
        Notice notice = Notices.of(events, verdict, Optional.of(state), run, rules);
        return mute.of(notice, run, state.flapping(), nowMs).isPresent();
    }

    private PolicyState tell(
            Looked looked, RunState run, VerdictFacts verdict, long nowMs, List<Candidate> candidates) {
        if (looked.events().isEmpty()) {
            return looked.state();
        }
        Notice notice = Notices.of(looked.events(), verdict, looked.before(), run, rules);
        Candidate candidate = candidate(notice, run, looked.state().flapping(), nowMs);
        candidates.add(candidate);
        return candidate.muted().isPresent()
                ? looked.state().muted(looked.before())
                : looked.state().told(verdict.eventTimeMs());
    }

    private Candidate candidate(Notice notice, RunState run, boolean flapping, long nowMs) {
        return new Candidate(notice, Profile.TRANSITIONS, mute.of(notice, run, flapping, nowMs));
    }

    /** The published line is for whoever does not want more. */
    private PolicyState tellLine(
            PolicyState state, RunState run, VerdictFacts verdict, long nowMs, List<Candidate> candidates) {
        if (!verdict.level().isBad()) {
            return state.lineForgotten();
        }
        if (!Dedupe.ofLine(state, verdict, rules).tells()) {
            return state;
        }
        Notice notice = Notices.of(List.of(Event.LINE), verdict, Optional.of(state), run, rules);
        Optional<SkipReason> muted = mute.of(notice, run, false, nowMs);
        if (muted.isPresent() && state.lineMuted().equals(Optional.of(verdict.fingerprint()))) {
            return state;
        }
        candidates.add(new Candidate(notice, Profile.FAIL_WARN_ONLY, muted));
        return muted.isPresent()
                ? state.lineMuted(verdict.fingerprint())
                : state.lineTold(verdict.fingerprint(), verdict.eventTimeMs());
    }

    private Notice progress(Optional<PolicyState> before, RunState run, VerdictFacts verdict) {
        return Notices.of(List.of(Event.PROGRESS), verdict, before, run, rules);
    }
}
