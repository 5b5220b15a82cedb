package io.soakstream.deploy.proof;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A change of an app's instances, and what its group made of it.
 *
 * @param number from 1
 * @param before members, by the ids that the coordinator gave them
 * @param after members when they had agreed again
 * @param tookMs until they had (ms)
 * @param left the transaction that the broker held open when a killed instance was gone
 */
record GroupChange(
        int number,
        Kind kind,
        App app,
        Set<String> before,
        Set<String> after,
        long tookMs,
        Optional<OpenTransaction> left) {
    /** The last group of a member's UUID (characters). */
    private static final int MEMBER_TAIL = 12;

    enum Kind {
        ADD,
        STOP,
        KILL
    }

    /** Whether it can count: the members have changed by construction, and a kill must have left a transaction too. */
    boolean isCandidate() {
        return kind != Kind.KILL || left.isPresent();
    }

    String text(int aborted) {
        return "change " + number + ": " + kind + " of " + app.word() + ", members " + before.size() + " -> "
                + after.size() + ", in agreement after " + tookMs + " ms; left " + without(before, after) + ", came "
                + without(after, before) + evidence(aborted);
    }

    private String evidence(int aborted) {
        if (kind != Kind.KILL) {
            return "";
        }
        return left.map(found -> "; " + found.text() + "; " + aborted + " aborted records")
                .orElse("; does not count: no transaction was left open");
    }

    /** The coordinator's own part of each id is enough to tell members apart. */
    private static List<String> without(Set<String> members, Set<String> others) {
        return members.stream()
                .filter(member -> !others.contains(member))
                .map(member -> member.substring(member.length() - MEMBER_TAIL))
                .toList();
    }
}
