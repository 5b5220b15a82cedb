package io.soakstream.deploy.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Asks this process where its own streams can be asked, and others where not. */
public final class RoutedStores implements LiveStores {
    private final LiveStores own;
    private final LiveStores others;

    public RoutedStores(LiveStores own, LiveStores others) {
        this.own = own;
        this.others = others;
    }

    @Override
    public boolean canAsk(StoreApp app) {
        return own.canAsk(app) || others.canAsk(app);
    }

    @Override
    public CompletableFuture<Optional<ObjectNode>> ask(StoreQuestion question) {
        return (own.canAsk(question.app()) || !others.canAsk(question.app()) ? own : others).ask(question);
    }
}
