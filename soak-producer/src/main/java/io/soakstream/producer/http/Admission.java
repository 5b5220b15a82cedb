package io.soakstream.producer.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets requests in: by name, rate and token, and none after the server has begun to stop. */
final class Admission {
    /** So many seconds' worth may come at once. */
    private static final int BURST_SECONDS = 2;

    private static final int RETRY_SECONDS = 5;

    private final IngestConfig config;
    private final ClientRates rates;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private int underWay;

    Admission(IngestConfig config) {
        this.config = config;
        this.rates = new ClientRates(config.requestsPerSecond(), BURST_SECONDS * config.requestsPerSecond());
    }

    /** Every request, whether there is a route for it or not. */
    void enter(Context context) {
        count(1);
        ServerParts.whenGone(context, () -> count(-1));
        if (stopping.get()) {
            throw Problem.unavailable("the server is stopping", RETRY_SECONDS);
        }
        if (config.isLoopback() && !LoopbackHosts.contain(context.header("Host"))) {
            throw Problem.of(421, "Host", "a server on the loopback address is called localhost or 127.0.0.1");
        }
        rates.take(context.ip());
    }

    /** A request that has a route. */
    void authorise(Context context) {
        boolean open = context.routeRoles().contains(Access.PUBLIC);
        if (!open && !config.tokens().accept(context.header("Authorization"))) {
            throw Problem.of(401, "Authorization", "must be a bearer token that is known here")
                    .with("WWW-Authenticate", "Bearer");
        }
    }

    /** Lets nobody in any more, and waits for those who are; false: the time was too short. */
    boolean drain(Duration patience) throws InterruptedException {
        stopping.set(true);
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (this) {
            while (underWay > 0) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                wait(left / 1_000_000 + 1);
            }
        }
        return true;
    }

    private synchronized void count(int change) {
        underWay += change;
        notifyAll();
    }
}
