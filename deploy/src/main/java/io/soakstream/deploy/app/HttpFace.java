package io.soakstream.deploy.app;

import io.soakstream.deploy.api.ControlKey;
import io.soakstream.deploy.api.PipelineRoute;
import io.soakstream.deploy.api.ProcessApi;
import io.soakstream.deploy.api.RunApi;
import io.soakstream.deploy.health.Health;
import io.soakstream.deploy.health.PipelineProbe;
import io.soakstream.deploy.http.ApiConfig;
import io.soakstream.deploy.http.ApiRoute;
import io.soakstream.deploy.http.ApiServer;
import io.soakstream.deploy.live.OwnStores;
import io.soakstream.deploy.live.Peers;
import io.soakstream.deploy.live.RemoteStores;
import io.soakstream.deploy.live.RoutedStores;
import io.soakstream.deploy.live.StoreApp;
import io.soakstream.deploy.live.StoreReaders;
import io.soakstream.deploy.metrics.Meters;
import io.soakstream.deploy.metrics.RunsPage;
import io.soakstream.deploy.page.PageRoutes;
import io.soakstream.deploy.view.CommittedView;
import io.soakstream.deploy.view.ViewFeed;
import io.soakstream.deploy.view.ViewLimits;
import io.soakstream.gate.app.GateApp;
import io.soakstream.notifier.app.NotifierApp;
import io.soakstream.producer.app.BrokerProbe;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.runtime.StreamsRunner;
import io.soakstream.tuner.app.TunerApp;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a process shows over HTTP. It is there before the apps are, so that a probe learns what they wait for, and after
 * they have stopped.
 */
final class HttpFace implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(HttpFace.class);

    private final KafkaAccess access;
    private final Health health = new Health();
    private final Meters meters = new Meters();
    private final OwnStores own;
    private final Peers peers;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private String address = "";
    private ApiServer server;

    /**
     * The runs.
     *
     * @param instances where the streams can be asked that do not run in this process
     * @param key what commands are signed with; empty: nobody can command here
     * @param metricRuns runs with labels of their own in the metrics (count)
     */
    record Dashboard(Map<StoreApp, List<URI>> instances, Optional<ControlKey> key, ViewLimits limits, int metricRuns) {}

    private HttpFace(KafkaAccess access, Peers peers) {
        this.access = access;
        this.peers = peers;
        this.own = new OwnStores(peers);
    }

    /**
     * Starts to listen.
     *
     * @param advertised {@code host:port} by which others reach it; empty: where it listens
     * @param apps names of the apps that are to come
     * @param dashboard empty: the process shows no runs
     * @throws IOException the address cannot be listened on
     */
    static HttpFace start(
            KafkaAccess access,
            ApiConfig config,
            Peers peers,
            Optional<String> advertised,
            Set<String> apps,
            Optional<Dashboard> dashboard)
            throws IOException {
        HttpFace face = new HttpFace(access, peers);
        try {
            face.listen(config, apps, dashboard);
            face.address = advertised.orElseGet(() -> config.bind() + ":" + face.server.port());
            face.own.at(face.address);
            return face;
        } catch (IOException | RuntimeException failed) {
            face.close();
            throw failed;
        }
    }

    private void listen(ApiConfig config, Set<String> apps, Optional<Dashboard> dashboard) throws IOException {
        apps.stream().sorted().forEach(health::expect);
        BrokerProbe broker = new BrokerProbe(access.clientProperties());
        parts.push(broker);
        health.add("broker", Optional::empty, broker);
        List<ApiRoute> routes =
                new ArrayList<>(new ProcessApi(health, meters, own, pool("http-questions", 8, 64)).routes());
        dashboard.ifPresent(shown -> {
            routes.addAll(new PageRoutes().routes());
            routes.addAll(runs(shown));
            routes.add(new PipelineRoute(health, pipeline(), pool("http-pipeline", 2, 128)).route());
        });
        server = ApiServer.start(config, routes, meters.registry());
    }

    private List<ApiRoute> runs(Dashboard shown) {
        CommittedView view = new CommittedView(shown.limits(), InstantSource.system());
        ViewFeed feed = ViewFeed.start(access, view);
        parts.push(feed);
        health.add("view", Optional::empty, () -> feed.obstacle().or(feed::silence));
        meters.show(new RunsPage(view, shown.metricRuns())::text);
        return new RunApi(
                        access,
                        view,
                        new RunApi.Feed(feed::obstacle, feed::silence),
                        new RoutedStores(own, new RemoteStores(shown.instances(), peers)),
                        shown.key(),
                        InstantSource.system(),
                        new RunApi.Threads(pool("http-commands", 4, 16), pool("http-reports", 2, 64)))
                .routes();
    }

    private PipelineProbe pipeline() {
        PipelineProbe probe = new PipelineProbe(
                access,
                Map.of(
                        TunerApp.NAME, access.topics().events(),
                        GateApp.NAME, access.topics().decisions(),
                        NotifierApp.GROUP, access.topics().verdicts()));
        parts.push(probe);
        return probe;
    }

    private ExecutorService pool(String name, int threads, int waiting) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(waiting), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        parts.push(pool::shutdownNow);
        return pool;
    }

    /** The access of a stream that other instances are to find. */
    KafkaAccess found() {
        return new NamedAccess(access, address);
    }

    /** Shows a stream, before it starts. */
    void show(String app, StoreApp stores, StreamsRunner runner) {
        own.add(stores, StoreReaders.of(stores, runner.reads()));
        meters.bind(runner.streams());
        health.add(
                app,
                () -> runner.isAlive()
                        ? Optional.empty()
                        : Optional.of(app + " has ended"
                                + runner.failure().map(cause -> ": " + cause).orElse("")),
                runner::obstacle);
    }

    /** What its metrics page shows. */
    Meters meters() {
        return meters;
    }

    Health health() {
        return health;
    }

    String url() {
        return server.url();
    }

    /** From now on probes are told that the process stops; it answers on. */
    void stopping() {
        health.stopping();
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
            server = null;
        }
        parts.push(meters);
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception failed) {
                LOGGER.atError().setCause(failed).addKeyValue("part", part).log("could not be closed");
            }
        }
    }
}
