package io.soakstream.deploy.interop;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Confluent's own serializers, unpacked beside our class path and loaded over it: Kafka and Avro are ours. */
final class OfficialSerdes implements AutoCloseable {
    private static final Path CLASSES = Path.of("target/confluent");
    private static final String PACKAGE = "io.confluent.kafka.serializers.";

    private final URLClassLoader loader;
    private final String registryUrl;

    OfficialSerdes(String registryUrl) throws MalformedURLException {
        URL classes = CLASSES.toUri().toURL();
        this.loader = new URLClassLoader(new URL[] {classes}, OfficialSerdes.class.getClassLoader());
        this.registryUrl = registryUrl;
    }

    static boolean areThere() {
        return Files.isDirectory(CLASSES.resolve("io/confluent"));
    }

    /** As the artifact names it. */
    String version() throws IOException {
        Properties properties = new Properties();
        properties.load(loader.getResourceAsStream("META-INF/maven/io.confluent/kafka-avro-serializer/pom.properties"));
        return properties.getProperty("version");
    }

    /** Registers what it writes, as is its default. */
    @SuppressWarnings("unchecked") // It takes whatever Avro can write.
    Serializer<Object> serializer() {
        return inside(() -> {
            Serializer<Object> serializer = (Serializer<Object>) newInstance("KafkaAvroSerializer");
            serializer.configure(Map.of("schema.registry.url", registryUrl), false);
            return serializer;
        });
    }

    /** @param specific whether it makes instances of our generated classes, or generic records */
    @SuppressWarnings("unchecked") // It gives whatever Avro can read.
    Deserializer<Object> deserializer(boolean specific) {
        return inside(() -> {
            Deserializer<Object> deserializer = (Deserializer<Object>) newInstance("KafkaAvroDeserializer");
            deserializer.configure(Map.of("schema.registry.url", registryUrl, "specific.avro.reader", specific), false);
            return deserializer;
        });
    }

    private Object newInstance(String type) {
        try {
            return loader.loadClass(PACKAGE + type).getConstructor().newInstance();
        } catch (ReflectiveOperationException notThere) {
            throw new IllegalStateException("no usable " + PACKAGE + type + " in " + CLASSES, notThere);
        }
    }

    /** Its configuration names classes, which Kafka looks up with the thread's class loader. */
    private <T> T inside(Supplier<T> action) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return action.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
