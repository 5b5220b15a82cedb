package io.soakstream.notifier.delivery;

import java.util.List;
import java.util.Optional;

/**
 * Whoever answers for a partition's messages. Each method returns when the ledger has it.
 *
 * <p>All of them throw {@link LostPartitionException} when the partition is another's.
 */
public interface Owner {
    /** Whether everything that was on the topics when the partition was taken over has been looked at. */
    boolean isCaughtUp();

    /** Reference to the living message of a run at a receiver. */
    Optional<String> thread(String runKey, String receiver);

    /** An attempt begins: after this a crash leaves it open whether the message was delivered. */
    void attempting(Pending pending);

    /** It is delivered. */
    void sent(Pending pending, Optional<String> reference);

    /** Nobody knows whether it is. */
    void unsure(Pending pending, String reason);

    /**
     * It never will be: a dead letter, and to another receiver if there is one.
     *
     * @return what goes to the other receiver
     */
    Optional<Pending> failed(Pending pending, String reason, Optional<String> fallback);

    /** Older ones are not sent: the newest, which now tells of them too, is. */
    void superseded(List<Pending> older, Pending newest);
}
