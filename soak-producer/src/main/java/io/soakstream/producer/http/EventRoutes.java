package io.soakstream.producer.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.sink.Delivery;
import io.soakstream.producer.source.BodyReading;
import io.soakstream.producer.source.EndBody;
import io.soakstream.producer.source.IterationBody;
import io.soakstream.producer.source.MalformedJsonException;
import io.soakstream.producer.source.StartBody;
import io.soakstream.producer.source.StatedIteration;
import io.soakstream.schemas.canonical.Sha256;
import io.soakstream.schemas.contract.SoakEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The routes that write: start, iterations, end. Each answers when the broker has acknowledged. */
final class EventRoutes {
    private static final int MAX_KEY = 255;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final IngestConfig config;
    private final EventGateway gateway;
    private final InstantSource clock;
    private final IdempotentAnswers answers = new IdempotentAnswers();

    EventRoutes(IngestConfig config, EventGateway gateway, InstantSource clock) {
        this.config = config;
        this.gateway = gateway;
        this.clock = clock;
    }

    CompletableFuture<Answer> iterations(Context context) throws IOException {
        byte[] body = RequestBody.json(context);
        IterationBody reader = new IterationBody(
                riskUnit(context), config.names(), declaredNumber(context), IngestConfig.MAX_ITERATIONS);
        return write(context, body, key -> taken(reader::read, body).stream()
                .map(stated -> event(key, stated))
                .toList());
    }

    CompletableFuture<Answer> start(Context context) throws IOException {
        byte[] body = RequestBody.optionalJson(context);
        return write(
                context,
                body,
                key -> List.of(event(key, clock.millis())
                        .setRunStarted(taken(new StartBody(config.names())::read, body))
                        .build()));
    }

    CompletableFuture<Answer> end(Context context) throws IOException {
        byte[] body = RequestBody.optionalJson(context);
        return write(
                context,
                body,
                key -> List.of(event(key, clock.millis())
                        .setRunEnded(taken(new EndBody()::read, body))
                        .build()));
    }

    private static <T> T taken(Function<byte[], BodyReading<T>> reader, byte[] body) {
        try {
            BodyReading<T> reading = reader.apply(body);
            return reading.value().orElseThrow(() -> Problem.unprocessable(reading.rejections()));
        } catch (MalformedJsonException malformed) {
            throw Problem.of(400, "the body " + malformed.getMessage());
        }
    }

    private CompletableFuture<Answer> write(Context context, byte[] body, Function<RunKey, List<SoakEvent>> events) {
        List<SoakEvent> toWrite = events.apply(PathKey.of(context));
        Supplier<CompletableFuture<Answer>> work =
                () -> gateway.deliver(toWrite).thenApply(written -> created(toWrite, written));
        return idempotencyKey(context)
                .map(key -> answers.once(context.path(), key, fingerprint(context, body), work))
                .orElseGet(work);
    }

    private SoakEvent event(RunKey key, StatedIteration stated) {
        return event(key, stated.epochMs().orElseGet(clock::millis))
                .setIterationSummary(stated.summary())
                .build();
    }

    private static SoakEvent.Builder event(RunKey key, long epochMs) {
        return SoakEvent.newBuilder().setBot(key.bot()).setRun(key.run()).setEventTimeMs(epochMs);
    }

    private RiskUnit riskUnit(Context context) {
        String stated = Optional.ofNullable(context.queryParam("risk-unit")).orElse(context.header("Risk-Unit"));
        if (stated == null) {
            return config.riskUnit();
        }
        return Arrays.stream(RiskUnit.values())
                .filter(unit -> unit.word().equals(stated))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        400,
                        "risk-unit",
                        "must be one of "
                                + Arrays.stream(RiskUnit.values())
                                        .map(RiskUnit::word)
                                        .collect(Collectors.joining(", "))));
    }

    /** For shapes that do not number themselves. */
    private static OptionalInt declaredNumber(Context context) {
        String stated = context.queryParam("iteration");
        if (stated == null) {
            return OptionalInt.empty();
        }
        if (!NUMBER.matcher(stated).matches()) {
            throw Problem.of(400, "iteration", "must be a whole number from 1 on");
        }
        return OptionalInt.of(Integer.parseInt(stated));
    }

    private static Optional<String> idempotencyKey(Context context) {
        String key = context.header("Idempotency-Key");
        if (key != null && (key.isBlank() || key.length() > MAX_KEY)) {
            throw Problem.of(400, "Idempotency-Key", "must have from 1 to " + MAX_KEY + " characters");
        }
        return Optional.ofNullable(key);
    }

    /** What makes two requests the same: where they go, what they declare, and every byte of the body. */
    private static String fingerprint(Context context, byte[] body) {
        String head = context.path() + "\n" + context.queryString() + "\n" + context.header("Risk-Unit") + "\n";
        return Sha256.hex(Sha256.hex(head.getBytes(StandardCharsets.UTF_8)) + Sha256.hex(body));
    }

    private static Answer created(List<SoakEvent> events, List<Delivery> deliveries) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode written = body.putArray("written");
        for (int index = 0; index < events.size(); index++) {
            ObjectNode one = written.addObject();
            if (events.get(index).getIterationSummary() != null) {
                one.put("iteration", events.get(index).getIterationSummary().getIteration());
            }
            Delivery delivery = deliveries.get(index);
            one.put("topic", delivery.topic())
                    .put("partition", delivery.partition())
                    .put("offset", delivery.offset());
        }
        return Answer.json(201, body);
    }
}
