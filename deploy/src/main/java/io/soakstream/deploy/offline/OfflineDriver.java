package io.soakstream.deploy.offline;

import io.soakstream.schemas.runtime.DeadLetters;
import io.soakstream.schemas.runtime.StreamsProperties;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** What every driver of a topology without a broker needs. */
final class OfflineDriver {
    private OfflineDriver() {}

    static TopologyTestDriver of(String name, Topology topology, Path directory, Topics topics) {
        Properties properties = new Properties();
        properties.putAll(StreamsProperties.withoutBroker(name, directory, topics));
        return new TopologyTestDriver(topology, properties, Instant.EPOCH);
    }

    /** Why a letter was set aside, in words. */
    static String reason(TestRecord<String, byte[]> letter) {
        return text(letter.headers(), DeadLetters.CODE_HEADER) + ": "
                + text(letter.headers(), DeadLetters.MESSAGE_HEADER);
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("soak-offline-");
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot create a temporary directory", failed);
        }
    }

    static void delete(Path directory) {
        try {
            Files.deleteIfExists(directory);
        } catch (IOException leftOver) {
            throw new UncheckedIOException("cannot delete " + directory, leftOver);
        }
    }
}
