package io.soakstream.producer.sidecar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the bot's file held, and when. Between two spans it is not known which of the two it was.
 *
 * @param spans ascending, without overlap
 */
record InForceLog(List<InForceSpan> spans) {
    InForceLog {
        spans = List.copyOf(spans);
    }

    static InForceLog empty() {
        return new InForceLog(List.of());
    }

    /**
     * The file was looked at.
     *
     * @param hash state hash of its values; {@code null}: it could not be read
     * @param values its values, if the catalogue allows them
     * @param writtenMs when it was written, as the file system says
     * @param nowMs when it was looked at
     */
    InForceLog seen(String hash, Map<String, String> values, long writtenMs, long nowMs) {
        List<InForceSpan> next = new ArrayList<>(spans);
        InForceSpan last = next.isEmpty() ? null : next.get(next.size() - 1);
        if (last == null) {
            next.add(new InForceSpan(writtenMs, nowMs, hash, values));
        } else if (Objects.equals(last.hash(), hash)) {
            next.set(next.size() - 1, last.seenAt(nowMs));
        } else {
            // A file that was moved here keeps the time it was written elsewhere: it came after we last looked.
            next.add(new InForceSpan(Math.max(writtenMs, last.untilMs()), nowMs, hash, values));
        }
        return new InForceLog(next);
    }

    /** The values that were in the file from before the one time until after the other; empty: it changed, or nobody knows. */
    Optional<InForceSpan> throughout(long fromMs, long toMs) {
        return fromMs >= toMs
                ? Optional.empty()
                : spans.stream()
                        .filter(span -> span.hash() != null && span.covers(fromMs, toMs))
                        .findFirst();
    }

    /** Without what is over before the time. */
    InForceLog since(long ms) {
        return new InForceLog(
                spans.stream().filter(span -> span.untilMs() >= ms).toList());
    }

    /** The newest hash; empty: the file could not be read. */
    Optional<String> hash() {
        return spans.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(spans.get(spans.size() - 1).hash());
    }
}
