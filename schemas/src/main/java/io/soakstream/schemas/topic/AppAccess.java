package io.soakstream.schemas.topic;

import java.util.List;

/**
 * The least rights with which an app does its work.
 *
 * @param app its name, such as {@code tuner}
 * @param doc what works with these rights
 * @param rules one for each right
 */
public record AppAccess(String app, String doc, List<AccessRule> rules) {
    public AppAccess {
        rules = List.copyOf(rules);
    }

    /** Those without which it does not work. */
    public List<AccessRule> needed() {
        return rules.stream()
                .filter(rule -> rule.need() == AccessRule.Need.WORK)
                .toList();
    }

    /** Those without which it leaves out a check. */
    public List<AccessRule> checks() {
        return rules.stream()
                .filter(rule -> rule.need() == AccessRule.Need.CHECK)
                .toList();
    }
}
