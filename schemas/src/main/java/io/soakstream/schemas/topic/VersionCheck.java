package io.soakstream.schemas.topic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Whether Kafka's libraries on the class path are one version, and none that loses results. The build sees to both; a
 * class path that somebody put together does not have to.
 */
final class VersionCheck {
    private static final String STREAMS_VERSION = "/kafka/kafka-streams-version.properties";
    /** A leak on range scans, aborted writes that stay in a store after a crash, a native leak. */
    private static final Pattern KNOWN_BAD_STREAMS = Pattern.compile("4\\.1\\.0|4\\.2\\..*|4\\.3\\.0");

    List<PreflightFinding> findings() {
        return findings(AppInfoParser.getVersion(), streamsVersion());
    }

    static List<PreflightFinding> findings(String clients, String streams) {
        if (KNOWN_BAD_STREAMS.matcher(streams).matches()) {
            return List.of(
                    PreflightFinding.refuse("kafka-streams " + streams + " on the class path has a known defect"));
        }
        return streams.equals(clients)
                ? List.of()
                : List.of(PreflightFinding.refuse("the class path has kafka-clients " + clients + " and kafka-streams "
                        + streams + ": they belong together"));
    }

    private static String streamsVersion() {
        Properties properties = new Properties();
        try (InputStream file = KafkaStreams.class.getResourceAsStream(STREAMS_VERSION)) {
            properties.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(STREAMS_VERSION, unreadable);
        }
        return properties.getProperty("version", "unknown").trim();
    }
}
