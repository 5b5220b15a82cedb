package io.soakstream.deploy.rollback;

import io.soakstream.deploy.rollback.RollbackWatcher.Done;
import io.soakstream.deploy.rollback.domain.Decision.Kind;
import io.soakstream.producer.telemetry.MetricsEndpoint;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Has every rollback verified, where there is a page to verify it by. */
public final class VerifiedRollbacks implements Consumer<Done>, AutoCloseable {
    private final Optional<Verification> verification;
    private RollbackWatcher watcher;

    private VerifiedRollbacks(Optional<Verification> verification) {
        this.verification = verification;
    }

    /** @param page of the bot; empty: nothing is verified */
    public static VerifiedRollbacks of(Optional<URI> page, PolicyFile file, InstantSource clock) {
        return new VerifiedRollbacks(
                page.map(address -> new Verification(new MetricsEndpoint(address), file.verification(), clock)));
    }

    /** Who writes the outcomes down. */
    public void reportTo(RollbackWatcher keeper) {
        watcher = keeper;
    }

    @Override
    public void accept(Done done) {
        if (done.kind() == Kind.ROLL_BACK) {
            verification.ifPresent(looking -> looking.begin(watcher, done.run()));
        }
    }

    @Override
    public void close() {
        verification.ifPresent(Verification::close);
    }
}
