package io.soakstream.notifier.delivery;

/** The ledger's partition belongs to another instance by now, or cannot be written: nothing may be sent for it here. */
public final class LostPartitionException extends RuntimeException {
    public LostPartitionException(String message) {
        super(message);
    }

    public LostPartitionException(String message, Throwable cause) {
        super(message, cause);
    }
}
