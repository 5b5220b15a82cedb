package io.soakstream.deploy.view;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far somebody has read of a run: the last offset of each topic, -1 where nothing was read. The topics are the same
 * for every process and after every start, so anybody can go on from here.
 *
 * @param notifications by partition: those of one run lie on several, as channels have keys of their own
 */
public record RunCursor(
        long decisions, long applications, long overrides, long verdicts, SortedMap<Integer, Long> notifications) {
    private static final String OFFSET = "(-1|[0-9]{1,18})";
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,6}-[0-9]{1,18}");
    private static final Pattern TEXT =
            Pattern.compile("d" + OFFSET + "\\.a" + OFFSET + "\\.o" + OFFSET + "\\.v" + OFFSET + "(?:\\.n([0-9_-]*))?");

    public RunCursor {
        notifications = Collections.unmodifiableSortedMap(new TreeMap<>(notifications));
    }

    public static RunCursor beginning() {
        return new RunCursor(-1, -1, -1, -1, new TreeMap<>());
    }

    /** Reads {@link #text} back; empty: it is none. */
    public static Optional<RunCursor> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches() && arePlaces(parts.group(5))
                ? Optional.of(new RunCursor(
                        Long.parseLong(parts.group(1)),
                        Long.parseLong(parts.group(2)),
                        Long.parseLong(parts.group(3)),
                        Long.parseLong(parts.group(4)),
                        places(Optional.ofNullable(parts.group(5)).orElse(""))))
                : Optional.empty();
    }

    /** One by one: a pattern of all of them would go one call deeper with each. */
    private static boolean arePlaces(String text) {
        return text == null
                || text.isEmpty()
                || Stream.of(text.split("_", -1))
                        .allMatch(place -> PLACE.matcher(place).matches());
    }

    private static SortedMap<Integer, Long> places(String text) {
        SortedMap<Integer, Long> places = new TreeMap<>();
        for (String place : text.isEmpty() ? new String[0] : text.split("_")) {
            int dash = place.indexOf('-');
            places.put(Integer.parseInt(place.substring(0, dash)), Long.parseLong(place.substring(dash + 1)));
        }
        return places;
    }

    public String text() {
        return "d" + decisions + ".a" + applications + ".o" + overrides + ".v" + verdicts + ".n"
                + notifications.entrySet().stream()
                        .map(place -> place.getKey() + "-" + place.getValue())
                        .collect(Collectors.joining("_"));
    }

    /** One record further. */
    public RunCursor after(RecordKind kind, int partition, long offset) {
        return switch (kind) {
            case DECISION -> new RunCursor(offset, applications, overrides, verdicts, notifications);
            case APPLICATION -> new RunCursor(decisions, offset, overrides, verdicts, notifications);
            case OVERRIDES -> new RunCursor(decisions, applications, offset, verdicts, notifications);
            case VERDICT -> new RunCursor(decisions, applications, overrides, offset, notifications);
            case NOTIFICATION -> {
                SortedMap<Integer, Long> further = new TreeMap<>(notifications);
                further.merge(partition, offset, Math::max);
                yield new RunCursor(decisions, applications, overrides, verdicts, further);
            }
        };
    }

    /** Whether a notification lies behind what was read. */
    boolean isBefore(Kept<?> notification) {
        return notification.offset() > notifications.getOrDefault(notification.partition(), -1L);
    }
}
