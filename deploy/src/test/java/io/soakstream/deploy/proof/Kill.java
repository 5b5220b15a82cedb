package io.soakstream.deploy.proof;

/**
 * A SIGKILL that found a transaction open, and what came after it.
 *
 * @param number from 1
 * @param pid of the killed process
 * @param home whether the next process began on the same state directory, and so under the same transactional id
 * @param left the transaction that the broker still held open after the process was gone
 * @param recovery of the next process
 */
record Kill(int number, App app, long pid, Home home, OpenTransaction left, Recovery recovery) {
    enum Home {
        SAME,
        FRESH
    }

    String text(int aborted) {
        return String.format(
                "kill %d: %s pid %d, %s; %d aborted records; next on %s home: %s",
                number, app.word(), pid, left.text(), aborted, home, recovery.text());
    }
}
