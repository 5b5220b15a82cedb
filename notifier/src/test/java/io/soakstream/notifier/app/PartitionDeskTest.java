package io.soakstream.notifier.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.notifier.delivery.Deliveries;
import io.soakstream.notifier.delivery.Pending;
import io.soakstream.notifier.delivery.QueueLimits;
import io.soakstream.notifier.delivery.RateLimit;
import io.soakstream.notifier.delivery.ReceiverSettings;
import io.soakstream.notifier.domain.Level;
import io.soakstream.notifier.domain.Notice;
import io.soakstream.notifier.domain.Route;
import io.soakstream.notifier.domain.Routes;
import io.soakstream.notifier.domain.RunRules;
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
        NotifierConfig usual = NotifierConfig.defaults();
        return new NotifierConfig(
                false,
                usual.telling(),
                usual.limits(),
                List.of(),
                usual.network(),
                usual.links(),
                usual.receivers(),
                new Routes(List.of(routed).stream().map(Route::everything).toList()));
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
