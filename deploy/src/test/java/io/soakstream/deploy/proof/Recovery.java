package io.soakstream.deploy.proof;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Watches how an app comes back; times from the moment that it was made, to the grain of polling. */
final class Recovery {
    private final long beginNanos = System.nanoTime();
    private final Stage running;
    private final Stage committed;
    private final Stage settled;

    /**
     * @param running the new process says that its stream runs
     * @param committed the group has committed more input than before
     * @param settled the broker has ended the transaction that was left open
     */
    Recovery(BooleanSupplier running, BooleanSupplier committed, BooleanSupplier settled) {
        this.running = new Stage(running);
        this.committed = new Stage(committed);
        this.settled = new Stage(settled);
    }

    /** Looks once; whether all of it has come about. */
    boolean isComplete() {
        boolean runs = running.isReached();
        boolean commits = committed.isReached();
        return settled.isReached() && runs && commits;
    }

    long runningMs() {
        return running.afterMs;
    }

    long committedMs() {
        return committed.afterMs;
    }

    long settledMs() {
        return settled.afterMs;
    }

    String text() {
        return "running after " + running.afterMs + " ms, committed after " + committed.afterMs
                + " ms, transaction ended after " + settled.afterMs + " ms";
    }

    private final class Stage {
        private static final long NOT_YET = -1;

        private final BooleanSupplier condition;
        private long afterMs = NOT_YET;

        Stage(BooleanSupplier condition) {
            this.condition = condition;
        }

        boolean isReached() {
            if (afterMs == NOT_YET && condition.getAsBoolean()) {
                afterMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beginNanos);
            }
            return afterMs != NOT_YET;
        }
    }
}
