package io.soakstream.notifier.delivery;

import java.util.List;

/** What a receiver's thread does next. */
sealed interface Work {

    /**
     * A message.
     *
     * @param older those that it stands for, the oldest first
     */
    record Send(Pending pending, List<Pending> older) implements Work {}

    /** The living message of a run. */
    record Update(Progress progress) implements Work {}

    /** Nothing is due before then; something new may come first. */
    record Wait(long milliseconds) implements Work {}
}
