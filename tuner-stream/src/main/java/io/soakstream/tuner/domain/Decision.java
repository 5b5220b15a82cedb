package io.soakstream.tuner.domain;

import java.util.Optional;

/**
 * What the tuner makes of one accepted event.
 *
 * @param run the run after the event, before an end clears it
 * @param implicitStart the event is an iteration that started a run without a declaration
 * @param reason code of the reason for NO_OP or SKIPPED
 * @param baseHash state hash before
 * @param resultHash state hash after
 */
public record Decision(
        RunState run,
        boolean implicitStart,
        Outcome outcome,
        Optional<String> reason,
        String baseHash,
        String resultHash) {}
