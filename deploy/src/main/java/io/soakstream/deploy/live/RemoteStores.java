package io.soakstream.deploy.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.schemas.runtime.StoreUnavailableException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The stores of other processes, each of which answers for any run; the next is asked if one does not answer. */
public final class RemoteStores implements LiveStores {
    private final Map<StoreApp, List<URI>> instances;
    private final Peers peers;

    /** @param instances bases of the processes, by stream */
    public RemoteStores(Map<StoreApp, List<URI>> instances, Peers peers) {
        this.instances = Map.copyOf(instances);
        this.peers = peers;
    }

    @Override
    public boolean canAsk(StoreApp app) {
        return !instances.getOrDefault(app, List.of()).isEmpty();
    }

    @Override
    public CompletableFuture<Optional<ObjectNode>> ask(StoreQuestion question) {
        return canAsk(question.app())
                ? askInTurn(instances.get(question.app()), question)
                : CompletableFuture.failedFuture(new StoreUnavailableException(
                        "where the " + question.app().word() + " is has not been said"));
    }

    private CompletableFuture<Optional<ObjectNode>> askInTurn(List<URI> left, StoreQuestion question) {
        CompletableFuture<Optional<ObjectNode>> first = peers.ask(left.get(0), question);
        return left.size() == 1
                ? first
                : first.exceptionallyCompose(failed -> askInTurn(left.subList(1, left.size()), question));
    }
}
