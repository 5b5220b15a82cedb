package io.soakstream.notifier.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.notifier.delivery.Deliveries;
import io.soakstream.notifier.delivery.Pending;
import io.soakstream.notifier.delivery.QueueLimits;
import io.soakstream.notifier.delivery.RateLimit;
import io.soakstream.notifier.delivery.ReceiverSettings;
import io.soakstream.notifier.domain.Glob;
import io.soakstream.notifier.domain.Level;
import io.soakstream.notifier.domain.Notice;
import io.soakstream.notifier.domain.Profile;
import io.soakstream.notifier.domain.Route;
import io.soakstream.notifier.domain.Routes;
import io.soakstream.notifier.domain.RunRules;
import io.soakstream.notifier.domain.Severity;
import io.soakstream.notifier.domain.VerdictFacts;
import io.soakstream.notifier.domain.Verdicts;
import io.soakstream.notifier.ledger.LedgerBatch;
import io.soakstream.notifier.ledger.LedgerContents;
import io.soakstream.notifier.ledger.LedgerRecords;
import io.soakstream.notifier.mapping.VerdictMapper;
import io.soakstream.notifier.metrics.NotifierMetrics;
import io.soakstream.notifier.receiver.log.LogReceiver;
import io.soakstream.schemas.contract.NotificationRecord;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PartitionDeskTest {
    private static final VerdictFacts FAILURE = Verdicts.of(1, Level.FAIL);

    private final RecordedLedger ledger = new RecordedLedger();

    @BeforeAll
    static void know() {
        new AvroSerdes(new InMemorySchemaRegistry()).of(NotificationRecord.class);
    }

    private static NotifierConfig config(String... routed) {
        return config(Stream.of(routed).map(Route::everything).toArray(Route[]::new));
    }

    private static NotifierConfig config(Route... routes) {
        NotifierConfig usual = NotifierConfig.defaults();
        return new NotifierConfig(
                false,
                usual.telling(),
                usual.limits(),
                List.of(),
                usual.network(),
                usual.links(),
                usual.receivers(),
                new Routes(List.of(routes)));
    }

    /** Its receivers are not started: what is for them waits. */
    private static DeskParts parts(NotifierConfig config) {
        NotifierMetrics metrics = new NotifierMetrics(new SimpleMeterRegistry());
        ReceiverSettings settings = new ReceiverSettings(RateLimit.WIDE, Optional.empty());
        Deliveries deliveries = new Deliveries(
                List.of(new LogReceiver("ops", line -> {}), new LogReceiver("chat", line -> {})),
                Map.of("ops", settings, "chat", settings),
                QueueLimits.defaults(),
                metrics,
                InstantSource.system());
        return new DeskParts(
                config,
                rules(config),
                new VerdictMapper(UnaryOperator.identity(), false),
                new LedgerRecords(InstantSource.system()),
                deliveries,
                metrics,
                InstantSource.system());
    }

    private static RunRules rules(NotifierConfig config) {
        return new RunRules(config.telling(), List.of());
    }

    private PartitionDesk desk(NotifierConfig config) {
        return new PartitionDesk(parts(config), ledger, new LedgerContents(), Map.of(), Map.of());
    }

    private Optional<Pending> failed(PartitionDesk desk, NotifierConfig config) {
        Notice notice = rules(config)
                .on(Optional.empty(), FAILURE, 0)
                .candidates()
                .get(0)
                .notice();
        desk.accept(List.of(new Received(FAILURE.runKey(), 0, Optional.of(FAILURE), Optional.empty())), Map.of());
        return desk.failed(Pending.fresh("ops", notice, false, 0, desk), "channel_not_found", Optional.of("chat"));
    }

    @Test
    void shouldNotTellAFallbackTwiceThatHasARouteOfItsOwn() {
        // Given
        NotifierConfig config = config("ops", "chat");

        // When
        Optional<Pending> diverted = failed(desk(config), config);

        // Then
        assertThat(diverted).isEmpty();
        assertThat(ledger.messages()).containsExactly("ops INTENT", "chat INTENT", "ops FAILED");
    }

    @Test
    void shouldCommitWhereItBeginsForTheFirstTime() {
        // Given
        Map<TopicPartition, OffsetAndMetadata> begun =
                Map.of(new TopicPartition("soak.verdicts.v1", 0), new OffsetAndMetadata(42));

        // When
        new PartitionDesk(parts(config("ops")), ledger, new LedgerContents(), Map.of(), begun);

        // Then
        assertThat(ledger.batches).extracting(LedgerBatch::offsets).containsExactly(begun);
    }

    @Test
    void shouldShowTheWorstOfThePoliciesThatAReceiverIsToldOf() {
        // Given
        DeskState state = new DeskState(new LedgerContents());
        NotifierConfig config = config(
                Route.everything("ops"),
                new Route(
                        "chat",
                        Profile.TRANSITIONS,
                        Glob.ANY,
                        Glob.ANY,
                        new Glob("snapshot"),
                        Severity.INFO,
                        Map.of()));
        DeskBatch batch = new DeskBatch(parts(config), state, desk(config));

        // When
        for (VerdictFacts verdict : List.of(
                Verdicts.of("release", 1, Level.FAIL),
                Verdicts.of("snapshot", 1, Level.PASS),
                Verdicts.of("snapshot", 2, Level.WARN))) {
            batch.add(new Received(verdict.runKey(), 0, Optional.of(verdict), Optional.empty()));
        }
        batch.apply();

        // Then
        Map<String, Notice> shown = config.routes().shown(state.progress(FAILURE.runKey()));
        assertThat(shown.get("ops").level()).contains(Level.FAIL);
        assertThat(shown.get("chat").level()).contains(Level.WARN);
        assertThat(shown.get("chat").policy()).contains("snapshot");
    }

    @Test
    void shouldTellAFallbackThatHasNotGotIt() {
        // Given
        NotifierConfig config = config("ops");

        // When
        Optional<Pending> diverted = failed(desk(config), config);

        // Then
        assertThat(diverted).map(Pending::receiver).contains("chat");
        assertThat(ledger.messages()).containsExactly("ops INTENT", "ops FAILED", "chat INTENT");
    }
}
