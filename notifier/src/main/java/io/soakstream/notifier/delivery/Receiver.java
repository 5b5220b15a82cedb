package io.soakstream.notifier.delivery;

import io.soakstream.notifier.domain.Notice;

/** Something that takes notices: a channel, a chat, a URL. Called by one thread at a time. */
public interface Receiver {
    /** As configured. */
    String name();

    /** Sends a message; never throws for what the platform or the network does. */
    Delivery send(Outgoing message);

    /** Whether a run has one message here that shows its present state. */
    default boolean keepsLivingMessage() {
        return false;
    }

    /**
     * Gives the living message of a run another content.
     *
     * @param thread reference that its first sending gave
     */
    default Delivery update(String thread, Notice progress) {
        throw new UnsupportedOperationException(name() + " keeps no living message");
    }
}
