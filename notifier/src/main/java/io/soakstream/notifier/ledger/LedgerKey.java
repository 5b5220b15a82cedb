package io.soakstream.notifier.ledger;

/**
 * Keys of the ledger. Names of bots, runs and receivers have no bar in them.
 *
 * @param text {@code <bot>:<run>} for what is known of the run, {@code <bot>:<run>|<receiver>|<id>} for a message
 */
record LedgerKey(String text) {
    private static final String BAR = "|";

    static LedgerKey ofRun(String runKey) {
        return new LedgerKey(runKey);
    }

    static LedgerKey ofMessage(String runKey, String receiver, String id) {
        return new LedgerKey(runKey + BAR + receiver + BAR + id);
    }

    boolean isOfRun() {
        return !text.contains(BAR);
    }
}
