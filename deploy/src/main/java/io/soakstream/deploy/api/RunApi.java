package io.soakstream.deploy.api;

import io.soakstream.deploy.http.ApiRoute;
import io.soakstream.deploy.live.LiveStores;
import io.soakstream.deploy.view.CommittedView;
import io.soakstream.producer.http.Answer;
import io.soakstream.schemas.contract.ControlAction;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the dashboard serves of runs. */
public final class RunApi {
    private static final String RUN = "/api/v1/bots/{bot}/runs/{run}";
    private static final Duration COMMAND = Duration.ofSeconds(75);

    private final RunLookup runs;
    private final Topics topics;
    private final LiveStores stores;
    private final CommandRoutes commands;
    private final RunReports reports;
    private final boolean signs;
    private final InstantSource clock;

    /**
     * Who does what may take its time; each bounded.
     *
     * @param commands each holds one until it is answered
     * @param reports make the models of runs
     */
    public record Threads(Executor commands, Executor reports) {}

    /**
     * How the view is fed.
     *
     * @param obstacle why it does not show what is on the topics, and cannot be asked; empty: it does
     * @param silence why nothing new reaches it, though it can be asked for what came before; empty: it does
     */
    public record Feed(Supplier<Optional<String>> obstacle, Supplier<Optional<String>> silence) {}

    /**
     * @param feed of the view
     * @param key what commands are signed with; empty: none is given
     */
    public RunApi(
            KafkaAccess access,
            CommittedView view,
            Feed feed,
            LiveStores stores,
            Optional<ControlKey> key,
            InstantSource clock,
            Threads threads) {
        this.runs = new RunLookup(view, feed);
        this.topics = access.topics();
        this.stores = stores;
        this.commands = new CommandRoutes(access, runs, key, clock, threads.commands());
        this.reports = new RunReports(threads.reports());
        this.signs = key.isPresent();
        this.clock = clock;
    }

    public List<ApiRoute> routes() {
        return Stream.of(reads(), follows(), acts()).flatMap(List::stream).toList();
    }

    private List<ApiRoute> reads() {
        RunsRoutes listed = new RunsRoutes(runs, clock);
        HistoryRoutes history = new HistoryRoutes(runs);
        LiveRoutes live = new LiveRoutes(runs, stores, System::nanoTime);
        ExplainRoutes explained = new ExplainRoutes(runs, topics);
        return List.of(
                ApiRoute.read("/api/v1/openapi.json", context -> CompletableFuture.completedFuture(description())),
                ApiRoute.read("/api/v1/access", new AccessRoute(signs)::state),
                ApiRoute.read("/api/v1/runs", listed::page),
                ApiRoute.read(RUN, listed::one),
                ApiRoute.read(RUN + "/report", new ReportRoute(runs, reports)::model),
                ApiRoute.read(RUN + "/now", live::now),
                ApiRoute.read(RUN + "/window", live::window),
                ApiRoute.read(RUN + "/guards", live::guards),
                ApiRoute.read(RUN + "/overrides", live::overrides),
                ApiRoute.read(RUN + "/decisions", history::decisions),
                ApiRoute.read(RUN + "/applications", history::applications),
                ApiRoute.read(RUN + "/verdicts", history::verdicts),
                ApiRoute.read(RUN + "/notifications", history::notifications),
                ApiRoute.read(RUN + "/explain/{iteration}", explained::iteration),
                ApiRoute.read(RUN + "/delta-quality", explained::deltaQuality));
    }

    private List<ApiRoute> follows() {
        return List.of(ApiRoute.follow(RUN + "/events", new EventsRoute(runs, clock)::open));
    }

    private List<ApiRoute> acts() {
        return List.of(
                act("freeze", ControlAction.FREEZE),
                act("unfreeze", ControlAction.UNFREEZE),
                act("rollback", ControlAction.ROLLBACK),
                act("rebase", ControlAction.REBASE),
                act("auto-tune", ControlAction.AUTO_TUNE_ON),
                act("silence", ControlAction.SILENCE));
    }

    private ApiRoute act(String word, ControlAction action) {
        return ApiRoute.act(RUN + "/" + word, COMMAND, commands.of(action));
    }

    private static Answer description() {
        try (InputStream file = RunApi.class.getResourceAsStream("openapi.json")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(200, Answer.JSON, Optional.of(text), Map.of());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("openapi.json", unreadable);
        }
    }
}
