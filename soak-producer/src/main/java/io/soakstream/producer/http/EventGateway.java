package io.soakstream.producer.http;

import io.soakstream.producer.sink.Delivery;
import io.soakstream.producer.sink.DeliveryFailedException;
import io.soakstream.producer.sink.EventLane;
import io.soakstream.producer.sink.EventSender;
import io.soakstream.producer.sink.LaneHaltedException;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.registry.RegistryUnavailableException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Brings the events of a request onto the topic: in order, and all acknowledged or a problem. */
final class EventGateway {
    private static final int RETRY_SECONDS = 5;

    private final EventSender sender;

    EventGateway(EventSender sender) {
        this.sender = sender;
    }

    /**
     * Hands the events over.
     *
     * @return where each of them is, or a {@link Problem}: 503 when the broker did not take them
     * @throws Problem 503: too much waits already, or the registry is away; 413: an event is too large
     */
    CompletableFuture<List<Delivery>> deliver(List<SoakEvent> events) {
        EventLane lane = sender.lane();
        List<CompletableFuture<Delivery>> deliveries = offer(lane, events);
        return CompletableFuture.allOf(deliveries.toArray(CompletableFuture<?>[]::new))
                .thenApply(
                        all -> deliveries.stream().map(CompletableFuture::join).toList())
                .exceptionally(failed -> {
                    long written = deliveries.stream()
                            .filter(one -> !one.isCompletedExceptionally())
                            .count();
                    lane.giveUpLost();
                    throw undelivered(failed, written, events.size());
                });
    }

    static List<CompletableFuture<Delivery>> offer(EventLane lane, List<SoakEvent> events) {
        try {
            return lane.offerAll(events)
                    .orElseThrow(() ->
                            Problem.unavailable("as much as may wait for the broker does already", RETRY_SECONDS));
        } catch (IllegalArgumentException tooLarge) {
            throw Problem.of(413, tooLarge.getMessage());
        } catch (LaneHaltedException halted) {
            // Nobody is there to decide: the next request must find the way free.
            lane.giveUpLost();
            throw Problem.unavailable(halted.getMessage(), RETRY_SECONDS);
        } catch (RegistryUnavailableException away) {
            throw Problem.unavailable(away.getMessage() + ". " + Replies.SENT_AGAIN, RETRY_SECONDS);
        } catch (IllegalStateException closed) {
            throw Problem.unavailable("the server is stopping", RETRY_SECONDS);
        }
    }

    private static Problem undelivered(Throwable failed, long written, int of) {
        Throwable cause = failed instanceof CompletionException ? failed.getCause() : failed;
        String why = cause instanceof DeliveryFailedException lost ? lost.getMessage() : "the broker did not answer";
        return Problem.unavailable(
                why + "; " + written + " of " + of + " events were written. " + Replies.SENT_AGAIN, RETRY_SECONDS);
    }
}
