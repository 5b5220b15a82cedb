package io.soakstream.producer.recording;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Records of one partition that lie side by side.
 *
 * @param from first offset
 * @param to last offset, which belongs to it
 */
public record TopicRange(String topic, int partition, long from, long to) {
    private static final Pattern TEXT = Pattern.compile("([A-Za-z0-9._-]+):(\\d{1,9}):(\\d{1,18})-(\\d{1,18})");

    public TopicRange {
        if (to < from) {
            throw new IllegalArgumentException("the last offset, " + to + ", lies before the first, " + from);
        }
    }

    /**
     * Reads {@code TOPIC:PARTITION:FROM-TO}.
     *
     * @throws IllegalArgumentException it is none
     */
    public static TopicRange parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no range: expected TOPIC:PARTITION:FROM-TO");
        }
        return new TopicRange(
                parts.group(1),
                Integer.parseInt(parts.group(2)),
                Long.parseLong(parts.group(3)),
                Long.parseLong(parts.group(4)));
    }

    @Override
    public String toString() {
        return topic + ":" + partition + ":" + from + "-" + to;
    }
}
