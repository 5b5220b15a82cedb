package io.soakstream.notifier.http;

import io.soakstream.notifier.delivery.Delivery;
import io.soakstream.notifier.secret.Redaction;
import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/**
 * The client of one receiver, for its one thread. It never follows a redirect, never sends twice by itself, and knows
 * whether a request that failed may have been taken.
 */
public final class OutboundHttp {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration TOTAL = Duration.ofSeconds(10);

    private final AtomicBoolean sending = new AtomicBoolean();
    private final OkHttpClient client;
    private final Redaction redaction;

    public OutboundHttp(NetworkRules rules, Redaction redaction) {
        this.redaction = redaction;
        this.client = new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .callTimeout(TOTAL)
                .readTimeout(TOTAL)
                .writeTimeout(TOTAL)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .proxy(Proxy.NO_PROXY)
                // A kept connection that the other side has closed looks like a message of unknown outcome.
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .dns(new CheckedDns(rules))
                .addInterceptor(new TargetGuard(rules))
                .addInterceptor(new BodyLimit())
                // Runs when there is a connection, just before the request goes out.
                .addNetworkInterceptor(chain -> {
                    sending.set(true);
                    return chain.proceed(chain.request());
                })
                .build();
    }

    /** For the platforms' own libraries. */
    public OkHttpClient client() {
        return client;
    }

    public Redaction redaction() {
        return redaction;
    }

    /** A request by whatever means, over {@link #client}. */
    @FunctionalInterface
    public interface Exchange {
        Delivery run() throws IOException;
    }

    /**
     * What came of a request. A failure before it went out is one; after that nobody knows what became of it, whatever
     * the answer looked like.
     */
    public Delivery attempt(Exchange exchange) {
        sending.set(false);
        try {
            return exchange.run();
        } catch (RefusedTargetException refused) {
            return Delivery.dropped(redaction.of(refused.getMessage()));
        } catch (IOException failed) {
            return lost(failed);
        } catch (RuntimeException failed) {
            return failed.getCause() instanceof RefusedTargetException refused
                    ? Delivery.dropped(redaction.of(refused.getMessage()))
                    : lost(failed.getCause() instanceof IOException cause ? cause : failed);
        }
    }

    private Delivery lost(Exception failed) {
        String reason = redaction.of(failed.getClass().getSimpleName() + ": " + failed.getMessage());
        return sending.get() ? Delivery.unsure(reason) : Delivery.failed(reason);
    }
}
