package io.soakstream.producer.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.OptionalLong;

/** The time that an iteration states, ISO-8601; without an offset it is UTC. */
final class IterationInstant {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private IterationInstant() {}

    /** The first that can be used; a time that cannot is as good as none. */
    static OptionalLong first(JsonNode... candidates) {
        for (JsonNode stated : candidates) {
            OptionalLong time = stated.isTextual() ? parse(stated.textValue()) : OptionalLong.empty();
            if (time.isPresent()) {
                return time;
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong parse(String text) {
        try {
            TemporalAccessor stated =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            OffsetDateTime time = stated instanceof LocalDateTime local
                    ? local.atOffset(ZoneOffset.UTC)
                    : ((OffsetDateTime) stated).withOffsetSameInstant(ZoneOffset.UTC);
            return time.getYear() < FIRST_YEAR || time.getYear() >= LAST_YEAR
                    ? OptionalLong.empty()
                    : OptionalLong.of(time.toInstant().toEpochMilli());
        } catch (DateTimeException unusable) {
            return OptionalLong.empty();
        }
    }
}
