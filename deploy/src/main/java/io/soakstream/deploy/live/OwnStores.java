package io.soakstream.deploy.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.schemas.canonical.CanonicalJson;
import io.soakstream.schemas.runtime.KeyHolders;
import io.soakstream.schemas.runtime.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The stores of the streams of this process; a run of another instance is asked for there. */
public final class OwnStores implements LiveStores {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<StoreApp, StoreReader> readers = new ConcurrentHashMap<>();
    private final Peers peers;
    private volatile String self = "";

    public OwnStores(Peers peers) {
        this.peers = peers;
    }

    /** @param address {@code host:port} by which the other instances know this one */
    public void at(String address) {
        self = address;
    }

    public void add(StoreApp app, StoreReader reader) {
        readers.put(app, reader);
    }

    @Override
    public boolean canAsk(StoreApp app) {
        return readers.containsKey(app);
    }

    @Override
    public CompletableFuture<Optional<ObjectNode>> ask(StoreQuestion question) {
        StoreReader reader = readers.get(question.app());
        if (reader == null) {
            return CompletableFuture.failedFuture(
                    new StoreUnavailableException("no " + question.app().word() + " runs in this process"));
        }
        try {
            return ask(reader, question);
        } catch (StoreUnavailableException moving) {
            return CompletableFuture.failedFuture(moving);
        }
    }

    private CompletableFuture<Optional<ObjectNode>> ask(StoreReader reader, StoreQuestion question) {
        String key = question.run().text();
        KeyHolders holders = reader.holders(key);
        boolean copyHere = question.orStale() && holders.standbys().contains(self);
        if (holders.active().equals(self) || copyHere) {
            return CompletableFuture.completedFuture(
                    reader.read(key, question.orStale()).map(OwnStores::tree));
        }
        if (question.hops() >= StoreQuestion.MAX_HOPS) {
            throw new StoreUnavailableException("the run is on its way to another instance");
        }
        List<String> others = new ArrayList<>(List.of(holders.active()));
        if (question.orStale()) {
            others.addAll(holders.standbys());
        }
        return askInTurn(others, question.handedOn());
    }

    private CompletableFuture<Optional<ObjectNode>> askInTurn(List<String> others, StoreQuestion question) {
        CompletableFuture<Optional<ObjectNode>> first = peers.ask(others.get(0), question);
        return others.size() == 1
                ? first
                : first.exceptionallyCompose(failed -> askInTurn(others.subList(1, others.size()), question));
    }

    private static ObjectNode tree(Map<String, Object> run) {
        try {
            return (ObjectNode) JSON.readTree(CanonicalJson.write(run));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was written cannot be read", impossible);
        }
    }
}
