package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.schemas.topic.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;

/** Asks the broker what it knows about transactions. */
record TransactionProbe(Admin admin) {
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);
    private static final Set<TransactionState> UNFINISHED = Set.of(
            TransactionState.ONGOING,
            TransactionState.PREPARE_ABORT,
            TransactionState.PREPARE_COMMIT,
            TransactionState.PREPARE_EPOCH_FENCE);

    /** Empty: the broker does not know the id. */
    Optional<TransactionDescription> describe(String transactionalId) {
        try {
            return Optional.of(Answer.of(
                    admin.describeTransactions(List.of(transactionalId)).description(transactionalId)));
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof TransactionalIdNotFoundException) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /** The transactional id with this beginning that came last: a broker gives its producer ids in ascending order. */
    Optional<String> newest(String prefix) {
        return Answer.of(admin.listTransactions().all()).stream()
                .filter(listing -> listing.transactionalId().startsWith(prefix))
                .max(Comparator.comparingLong(TransactionListing::producerId))
                .map(TransactionListing::transactionalId);
    }

    /** The transaction that is under way and has written to one of the topics; else empty. */
    Optional<OpenTransaction> open(String transactionalId, Collection<Topic<?>> topics) {
        return describe(transactionalId)
                .filter(found -> found.state() == TransactionState.ONGOING)
                .map(found -> open(transactionalId, found, topics))
                .filter(found -> !found.startOffsets().isEmpty());
    }

    private OpenTransaction open(String id, TransactionDescription found, Collection<Topic<?>> topics) {
        Set<String> names = topics.stream().map(Topic::name).collect(Collectors.toSet());
        List<TopicPartition> partitions = found.topicPartitions().stream()
                .filter(partition -> names.contains(partition.topic()))
                .toList();
        long openMs =
                System.currentTimeMillis() - found.transactionStartTimeMs().orElseThrow();
        return new OpenTransaction(
                id, found.producerId(), found.producerEpoch(), openMs, startOffsets(found.producerId(), partitions));
    }

    private Map<TopicPartition, Long> startOffsets(long producerId, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> starts = new HashMap<>();
        if (!partitions.isEmpty()) {
            Answer.of(admin.describeProducers(partitions).all()).forEach((partition, state) -> start(producerId, state)
                    .ifPresent(offset -> starts.put(partition, offset)));
        }
        return starts;
    }

    private static Optional<Long> start(long producerId, PartitionProducerState state) {
        return state.activeProducers().stream()
                .filter(producer -> producer.producerId() == producerId)
                .map(ProducerState::currentTransactionStartOffset)
                .filter(offset -> offset.isPresent() && offset.getAsLong() >= 0)
                .map(offset -> offset.getAsLong())
                .findFirst();
    }

    /** Whether it is over: Kafka raises the epoch at each end (KIP-890), so what comes after it has another. */
    boolean hasEnded(OpenTransaction transaction) {
        return describe(transaction.transactionalId())
                .filter(now ->
                        now.producerId() == transaction.producerId() && now.producerEpoch() == transaction.epoch())
                .isEmpty();
    }

    /** One that is prepared is about to end: it is only after a while that whoever is still there hangs. */
    void requireNoneUnfinished(String prefix) {
        await().atMost(ENDS_WITHIN).untilAsserted(() -> assertThat(unfinished(prefix))
                .as("unfinished transactions")
                .isEmpty());
    }

    /** Transactional ids with this beginning whose transaction is neither committed nor aborted. */
    private List<String> unfinished(String prefix) {
        return Answer.of(admin.listTransactions(new ListTransactionsOptions().filterStates(UNFINISHED))
                        .all())
                .stream()
                .map(TransactionListing::transactionalId)
                .filter(id -> id.startsWith(prefix))
                .sorted()
                .toList();
    }
}
