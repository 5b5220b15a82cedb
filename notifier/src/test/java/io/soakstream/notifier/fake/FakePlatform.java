package io.soakstream.notifier.fake;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** A platform on the loopback address. */
public abstract class FakePlatform implements AutoCloseable {
    private static final Duration SLOWNESS = Duration.ofMillis(400);
    private static final int RETRY_SECONDS = 1;
    /** What clients may come too early: they wait by a clock of milliseconds, and this one is another. */
    private static final Duration CLOCKS_APART = Duration.ofMillis(50);

    private final Javalin server;
    private final List<Accepted> accepted = new ArrayList<>();
    private final List<String> rejections = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    /** Until when who is at the other end of a connection was told to wait (by its port; time of the JVM, ns). */
    private final Map<Integer, Long> closedUntilNanos = new ConcurrentHashMap<>();

    private final Map<Fault, AtomicInteger> answers = new EnumMap<>(Fault.class);
    private volatile Fault fault = Fault.NONE;

    protected FakePlatform() {
        List.of(Fault.values()).forEach(kind -> answers.put(kind, new AtomicInteger()));
        this.server = Javalin.create(this::configure).start();
    }

    private void configure(JavalinConfig javalin) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.jetty.host = "127.0.0.1";
        javalin.jetty.port = 0;
        routes(javalin);
    }

    /** Adds what the platform answers to. */
    abstract void routes(JavalinConfig javalin);

    /** What it says to whoever asks too often. */
    abstract FakeAnswer throttled(int retrySeconds);

    /** Without a slash at its end. */
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    public void fail(Fault next) {
        fault = next;
    }

    /** Requests that were answered with a fault, or in peace (count). */
    public int answered(Fault with) {
        return answers.get(with).get();
    }

    /** Requests so far (count). */
    public int requests() {
        return answers.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    public synchronized List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    /** New messages, without updates of older ones. */
    public List<Accepted> messages() {
        return accepted().stream().filter(message -> !message.update()).toList();
    }

    /** Why requests were refused that broke a rule. */
    public synchronized List<String> rejections() {
        return List.copyOf(rejections);
    }

    synchronized void accept(Accepted message) {
        accepted.add(message);
    }

    synchronized void reject(String why) {
        rejections.add(why);
    }

    /** Answers by the rule, unless there is a fault. */
    void answer(Context context, Function<Context, FakeAnswer> rule) {
        Fault now = fault;
        answers.get(now).incrementAndGet();
        if (closedUntilNanos.getOrDefault(context.req().getRemotePort(), Long.MIN_VALUE) > System.nanoTime()) {
            reject("a request within its Retry-After");
            write(context, throttled(RETRY_SECONDS));
            return;
        }
        switch (now) {
            case NONE -> write(context, rule.apply(context));
            case SLOW -> {
                dawdle();
                write(context, rule.apply(context));
            }
            case DOWN -> write(context, FakeAnswer.text(503, "<h1>Service Unavailable</h1>"));
            case ERROR -> write(context, FakeAnswer.text(500, "oops"));
            case THROTTLED -> {
                closedUntilNanos.put(
                        context.req().getRemotePort(),
                        System.nanoTime()
                                + Duration.ofSeconds(RETRY_SECONDS)
                                        .minus(CLOCKS_APART)
                                        .toNanos());
                write(context, throttled(RETRY_SECONDS));
            }
            case GARBAGE -> write(context, FakeAnswer.text(200, "<!doctype html><p>a proxy's page"));
            case TAKE_AND_DROP -> {
                write(context, rule.apply(context));
                // Before the answer goes out.
                ServletContextRequest.getServletContextRequest(context.req())
                        .getConnectionMetaData()
                        .getConnection()
                        .getEndPoint()
                        .close();
            }
        }
    }

    private void dawdle() {
        try {
            if (closing.await(SLOWNESS.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("closed meanwhile");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(Context context, FakeAnswer answer) {
        context.status(answer.status()).contentType(answer.contentType()).result(answer.body());
        answer.headers().forEach(context::header);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop();
    }
}
