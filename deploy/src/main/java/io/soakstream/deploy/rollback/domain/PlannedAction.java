package io.soakstream.deploy.rollback.domain;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** An action of a policy with its parameters. */
public record PlannedAction(Kind kind, SortedMap<String, String> params) {
    public PlannedAction {
        params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    }

    /** What can be done. */
    public enum Kind {
        SCALE_STRATEGY("scale_strategy", true),
        CIRCUIT_STATE("circuit_state", true),
        FREEZE_ORDERS("freeze_orders", true),
        AUTO_TUNE("auto_tune", false),
        ROLLBACK_OVERRIDES("rollback_overrides", false),
        NOTIFY("notify", true);

        private final String word;
        private final boolean outside;

        Kind(String word, boolean outside) {
            this.word = word;
            this.outside = outside;
        }

        /** Its name in a policy. */
        public String word() {
            return word;
        }

        /** Done by a hook; else by a command to the run. */
        public boolean isOutside() {
            return outside;
        }

        /** @throws IllegalArgumentException there is no such action */
        public static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("there is no action " + word);
        }
    }
}
