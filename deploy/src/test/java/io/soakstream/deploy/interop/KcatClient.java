package io.soakstream.deploy.interop;

import io.soakstream.deploy.fixture.Line;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.serde.AvroSerdes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** kcat, which moves bytes: values are encoded and decoded by our serdes, everything else is librdkafka's. */
final class KcatClient implements ForeignClient {
    /** Sizes of key and value in bytes as text, then both. */
    private static final String FORMAT = "%K,%S\\n%k%s";

    private final Path directory;
    private final OtherProgram program;

    /** @param directory for the values that it reads from files */
    KcatClient(Path directory) {
        this.directory = directory;
        this.program = new OtherProgram(directory);
    }

    @Override
    public Optional<String> missing() {
        return OtherProgram.isInstalled("kcat") ? Optional.empty() : Optional.of("kcat is not installed");
    }

    /** With Java's partitioner: librdkafka's own would put the run elsewhere. */
    @Override
    public void publish(Line pipeline, String key, List<SoakEvent> events) throws Exception {
        String topic = pipeline.topics().events().name();
        Serializer<SoakEvent> values =
                new AvroSerdes(pipeline.registry()).of(SoakEvent.class).serializer();
        List<String> command = new ArrayList<>(List.of("kcat", "-P", "-b", pipeline.bootstrapServers(), "-t", topic));
        command.addAll(List.of("-X", "enable.idempotence=true", "-X", "partitioner=murmur2_random", "-k", key));
        for (SoakEvent event : events) {
            Path file = directory.resolve("event-" + command.size());
            command.add(Files.write(file, values.serialize(topic, event)).toString());
        }
        program.run("", command);
    }

    @Override
    public List<String> verdicts(Line pipeline, String key, int count) throws Exception {
        String topic = pipeline.topics().verdicts().name();
        Deserializer<Verdict> values =
                new AvroSerdes(pipeline.registry()).of(Verdict.class).deserializer();
        ByteBuffer out = ByteBuffer.wrap(consume(pipeline));
        List<String> verdicts = new ArrayList<>();
        while (out.hasRemaining()) {
            String[] sizes = line(out).split(",");
            String foundKey = new String(bytes(out, Integer.parseInt(sizes[0])), StandardCharsets.UTF_8);
            byte[] value = bytes(out, Integer.parseInt(sizes[1]));
            if (foundKey.equals(key)) {
                verdicts.add(Canonical.of(values.deserialize(topic, value)));
            }
        }
        return verdicts;
    }

    private byte[] consume(Line pipeline) throws Exception {
        List<String> command = new ArrayList<>(List.of("kcat", "-C", "-q", "-e", "-o", "beginning", "-f", FORMAT));
        command.addAll(List.of("-X", "isolation.level=read_committed", "-b", pipeline.bootstrapServers()));
        command.addAll(List.of("-t", pipeline.topics().verdicts().name()));
        return program.run("", command);
    }

    private static String line(ByteBuffer out) {
        StringBuilder line = new StringBuilder();
        for (char next = (char) out.get(); next != '\n'; next = (char) out.get()) {
            line.append(next);
        }
        return line.toString();
    }

    private static byte[] bytes(ByteBuffer out, int count) {
        byte[] bytes = new byte[count];
        out.get(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "kcat";
    }
}
