package io.soakstream.deploy.http;

import io.javalin.http.Context;
import io.soakstream.producer.http.ClientRates;
import io.soakstream.producer.http.Problem;
import io.soakstream.producer.http.ServerParts;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets requests in by rate, name, role and token, and none after the server has begun to stop. */
final class Gatekeeper {
    private static final int BURST_SECONDS = 2;
    private static final int RETRY_SECONDS = 5;
    private static final String AUTHORIZATION = "Authorization";
    private static final String PROBES = "/health/";

    private final ApiConfig config;
    private final ClientRates rates;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private int underWay;

    Gatekeeper(ApiConfig config) {
        this.config = config;
        this.rates = new ClientRates(config.requestsPerSecond(), BURST_SECONDS * config.requestsPerSecond());
    }

    /** Every request, whether there is a route for it or not. */
    void enter(Context context) {
        protect(context);
        count(1);
        ServerParts.whenGone(context, () -> count(-1));
        if (stopping.get()) {
            throw Problem.unavailable("the server is stopping", RETRY_SECONDS);
        }
        rates.take(context.ip());
    }

    /** What a browser or a cache must not do with an answer, whatever it is. */
    private static void protect(Context context) {
        context.header(
                "Content-Security-Policy",
                "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Cache-Control", "no-store");
        // A cache in between, where one may keep an answer, keeps one of each form.
        context.header("Vary", "Accept-Encoding");
    }

    /** A request that has a route. Probes of an orchestrator call a process by its address. */
    void authorise(Context context) {
        boolean open = context.routeRoles().contains(Role.PUBLIC);
        if (open && context.path().startsWith(PROBES)) {
            return;
        }
        if (!config.isCalled(context.header("Host"))) {
            throw Problem.of(421, "Host", "is not a name of this server");
        }
        if (open) {
            return;
        }
        String authorization = context.header(AUTHORIZATION);
        // Both are compared, or the time would tell which kind of token comes close.
        boolean reads = config.readers().knows(authorization);
        boolean controls = config.controllers().knows(authorization);
        if (controls) {
            Role.CONTROL.grant(context);
            return;
        }
        boolean reading = context.routeRoles().contains(Role.READ);
        if (reading && (reads || config.isOpenToRead())) {
            Role.READ.grant(context);
            return;
        }
        if (!reads) {
            throw Problem.of(401, AUTHORIZATION, "must be a bearer token that is known here")
                    .with("WWW-Authenticate", "Bearer");
        }
        throw Problem.of(403, AUTHORIZATION, "is a token that may read, not one that may command");
    }

    /** Lets nobody in any more, and waits for those who are. */
    void drain(Duration patience) throws InterruptedException {
        stopping.set(true);
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (this) {
            for (long left = patience.toNanos(); underWay > 0 && left > 0; left = deadline - System.nanoTime()) {
                wait(left / 1_000_000 + 1);
            }
        }
    }

    private synchronized void count(int change) {
        underWay += change;
        notifyAll();
    }
}
