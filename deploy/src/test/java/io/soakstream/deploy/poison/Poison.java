package io.soakstream.deploy.poison;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.soakstream.schemas.contract.ControlCommand;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Everything bad that can stand between two good events of a run. */
final class Poison {
    private static final int UNKNOWN_ID = 1 << 30;
    private static final Instant YEAR_1970 = Instant.EPOCH;
    private static final Instant YEAR_2099 = Instant.parse("2099-01-01T00:00:00Z");

    private final AvroSerdes serdes;
    private final Topics topics;
    private final Random random = new Random(20_261_121);

    Poison(AvroSerdes serdes, Topics topics) {
        this.serdes = serdes;
        this.topics = topics;
    }

    /**
     * One bad record.
     *
     * @param code reason that must be found on the dead-letter topic
     */
    @SuppressWarnings("ArrayRecordComponent") // Test data, compared by nobody.
    record Dose(byte[] key, byte[] value, String code) {}

    /**
     * What can be made of a run's iterations.
     *
     * @param good one that is still to come
     * @param earlier one that has come
     */
    List<Dose> madeOf(SoakEvent good, SoakEvent earlier) {
        byte[] key = key(good);
        byte[] bytes = bytes(good);
        return List.of(
                new Dose(key, randomBytes(200, (byte) 7), "bad_magic"),
                new Dose(key, randomBytes(400_000, (byte) 1), "bad_magic"),
                new Dose(key, new byte[0], "truncated"),
                new Dose(key, new byte[] {0, 0, 0}, "truncated"),
                new Dose(key, Arrays.copyOf(bytes, 5), "bad_avro"),
                new Dose(key, Arrays.copyOf(bytes, bytes.length - 3), "bad_avro"),
                new Dose(key, Arrays.copyOf(bytes, bytes.length + 3), "bad_avro"),
                new Dose(key, hugeString(bytes), "bad_avro"),
                new Dose(key, withId(bytes, UNKNOWN_ID), "unknown_schema"),
                new Dose(key, verdict(), "incompatible_schema"),
                new Dose(null, bytes, "null_key"),
                new Dose(key, null, "null_value"),
                new Dose(new byte[] {(byte) 0xff, (byte) 0xfe}, bytes, "key_mismatch"),
                new Dose(key, bytes(changed(good, body -> body.setNetBps(Double.NaN))), "invalid_value"),
                new Dose(
                        key,
                        bytes(changed(good, body -> body.setP95LatencyMs(Double.POSITIVE_INFINITY))),
                        "invalid_value"),
                new Dose(key, bytes(changed(good, body -> body.setRiskRatio(40.0))), "invalid_value"),
                new Dose(key, bytes(changed(good, body -> body.setIteration(0))), "invalid_iteration"),
                new Dose(key, bytes(changed(good, body -> body.setIteration(Integer.MAX_VALUE))), "implausible_jump"),
                new Dose(key, bytes(changed(earlier, body -> body.setNetBps(99.0))), "conflicting_iteration"),
                new Dose(key, bytes(at(good, YEAR_2099)), "implausible_jump"),
                new Dose(key("poison:young"), bytes(named(at(good, YEAR_1970), "young")), "implausible_jump"),
                new Dose(key, bytes(startedAgain(good)), "run_already_started"),
                new Dose(key, bytes(command(good)), "unauthorised_control"),
                new Dose(key, bytes(nameless(command(good))), "invalid_value"));
    }

    byte[] bytes(SoakEvent event) {
        return serdes.of(SoakEvent.class).serializer().serialize(topics.events().name(), event);
    }

    static byte[] key(SoakEvent event) {
        return key(event.getBot() + ":" + event.getRun());
    }

    static byte[] key(String text) {
        return text.getBytes(UTF_8);
    }

    byte[] randomBytes(int length, byte first) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        bytes[0] = first;
        return bytes;
    }

    static byte[] withId(byte[] bytes, int id) {
        return ByteBuffer.wrap(bytes.clone()).putInt(1, id).array();
    }

    /** The first field is a string: one that says it is two gigabytes long. */
    private static byte[] hugeString(byte[] bytes) {
        byte[] length = {(byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f};
        System.arraycopy(length, 0, bytes = bytes.clone(), 5, length.length);
        return bytes;
    }

    private byte[] verdict() {
        return serdes.of(Verdict.class)
                .serializer()
                .serialize(
                        topics.verdicts().name(),
                        Verdict.newBuilder().setBot("poison").build());
    }

    private static SoakEvent changed(SoakEvent event, UnaryOperator<IterationSummary.Builder> change) {
        IterationSummary body = change.apply(IterationSummary.newBuilder(event.getIterationSummary()))
                .build();
        return SoakEvent.newBuilder(event).setIterationSummary(body).build();
    }

    private static SoakEvent at(SoakEvent event, Instant time) {
        return SoakEvent.newBuilder(event).setEventTimeMs(time.toEpochMilli()).build();
    }

    private static SoakEvent named(SoakEvent event, String run) {
        return SoakEvent.newBuilder(event).setBot("poison").setRun(run).build();
    }

    private static SoakEvent startedAgain(SoakEvent event) {
        return SoakEvent.newBuilder(event)
                .setIterationSummary(null)
                .setRunStarted(RunStarted.newBuilder().build())
                .build();
    }

    private static SoakEvent nameless(SoakEvent command) {
        return SoakEvent.newBuilder(command)
                .setControlCommand(ControlCommand.newBuilder().build())
                .build();
    }

    private static SoakEvent command(SoakEvent event) {
        return SoakEvent.newBuilder(event)
                .setIterationSummary(null)
                .setControlCommand(ControlCommand.newBuilder().setId("c1").build())
                .build();
    }
}
