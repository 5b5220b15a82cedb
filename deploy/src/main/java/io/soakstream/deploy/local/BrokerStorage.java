package io.soakstream.deploy.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** Prepares a directory for the broker's logs, as {@code kafka-storage format} does; a used one stays as it is. */
final class BrokerStorage {
    private static final String META = "meta.properties";
    private static final String CLUSTER_ID = "cluster.id";

    private BrokerStorage() {}

    /** @throws LocalStartException the directory cannot be written, or holds something else */
    static void format(Path logDir) {
        String directory = logDir.toString();
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setNodeId(BrokerProperties.NODE_ID)
                    .setClusterId(clusterId(logDir))
                    .addDirectory(directory)
                    .setMetadataLogDirectory(directory)
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
                    .setHasDynamicQuorum(false)
                    .setIgnoreFormatted(true)
                    .setPrintStream(silent)
                    .run();
        } catch (Exception failed) {
            throw new LocalStartException("cannot prepare " + logDir + " for the broker: " + failed, failed);
        }
    }

    private static String clusterId(Path logDir) throws IOException {
        Path meta = logDir.resolve(META);
        if (!Files.exists(meta)) {
            return Uuid.randomUuid().toString();
        }
        Properties written = new Properties();
        try (InputStream in = Files.newInputStream(meta)) {
            written.load(in);
        }
        return written.getProperty(CLUSTER_ID);
    }
}
