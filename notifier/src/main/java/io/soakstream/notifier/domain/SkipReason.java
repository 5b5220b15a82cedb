package io.soakstream.notifier.domain;

import java.util.Locale;

/** Why something is not sent, as the ledger has it. */
public enum SkipReason {
    /** A person has silenced the run. */
    SILENCED,
    /** A maintenance window of the configuration. */
    MAINTENANCE,
    /** Another policy of the run says FAIL: its warnings say nothing new. */
    INHIBITED_BY_FAIL,
    /** The run stands still: that there is no data says nothing new. */
    INHIBITED_BY_STALL,
    /** The verdict goes to and fro, which has been told. */
    FLAPPING,
    /** The route's configuration turns this off. */
    TURNED_OFF,
    /** Less severe than the route asks for. */
    BELOW_SEVERITY,
    /** A later state of the run is told instead. */
    SUPERSEDED,
    /** The receiver is not configured any more. */
    UNKNOWN_RECEIVER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
