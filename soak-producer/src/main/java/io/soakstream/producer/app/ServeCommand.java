package io.soakstream.producer.app;

import io.soakstream.producer.http.IngestConfig;
import io.soakstream.producer.http.IngestServer;
import io.soakstream.producer.overrides.OverridesFeed;
import io.soakstream.producer.sink.EventSender;
import io.soakstream.producer.sink.SendLimits;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.AccessRule;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Takes iterations over HTTP. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Takes iterations over HTTP, and gives overrides back, until Ctrl-C.",
            "Routes below /api/v1/bots/{bot}/runs/{run}: POST start, POST iterations, POST end, GET overrides;"
                    + " and /health/live, /health/ready. docs/producing.md tells the rest."
        },
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.INTERNAL,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it was stopped, and everything that was taken is on the topic",
            "1:it was stopped, and something that was taken was not acknowledged",
            "64:an option is wrong, the port is in use, or anybody could reach a server without a token",
            "69:the broker or the registry is not available"
        })
public final class ServeCommand implements Callable<Integer> {
    private final KafkaAccess access;
    private final KafkaClients clients;
    private final InstantSource clock;
    private final Map<String, String> environment;
    private final Supplier<StopSignal> signals;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServeOptions options;

    /**
     * @param access where the broker and the registry are
     * @param clock for the times of events that state none
     * @param environment variables that settings are taken from
     */
    public ServeCommand(KafkaAccess access, InstantSource clock, Map<String, String> environment) {
        this(access, KafkaClients.real(), clock, environment, StopSignal::ofTheProcess);
    }

    ServeCommand(
            KafkaAccess access,
            KafkaClients clients,
            InstantSource clock,
            Map<String, String> environment,
            Supplier<StopSignal> signals) {
        this.access = access;
        this.clients = clients;
        this.clock = clock;
        this.environment = environment;
        this.signals = signals;
    }

    @Override
    public Integer call() throws Exception {
        return Exit.of(this::serve, spec.commandLine().getErr());
    }

    private Exit serve() throws Exception {
        IngestConfig config = options.config(spec.commandLine(), environment);
        Map<String, Object> client = access.clientProperties();
        clients.preflight(
                client,
                AccessRule.write(access.topics().events()),
                AccessRule.read(access.topics().overrides()));
        AvroSerdes serdes = new AvroSerdes(access.registry());
        EventSender sender = new EventSender(
                clients.producer(client), serdes, access.topics().events(), SendLimits.defaults());
        StopSignal stop = signals.get();
        try {
            sender.prepare();
            serve(config, client, serdes, sender, stop);
            return report(sender.close(config.drain()));
        } finally {
            sender.close(config.drain());
            stop.done();
        }
    }

    private void serve(
            IngestConfig config, Map<String, Object> client, AvroSerdes serdes, EventSender sender, StopSignal stop)
            throws InterruptedException {
        try (OverridesFeed feed = new OverridesFeed(
                        clients.consumer(OverridesFeed.consumerProperties(client)),
                        serdes,
                        access.topics().overrides());
                Reachability broker = clients.reachability(client);
                IngestServer server = IngestServer.start(config, sender, feed, obstacle(broker, feed), clock)) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("listening on http://" + config.bind() + ":" + server.port());
            out.flush();
            stop.await();
        } catch (IOException unusable) {
            throw new ParameterException(spec.commandLine(), unusable.getMessage(), unusable);
        }
    }

    /** A bot that is not told what to run with is not served, even if its iterations could be taken. */
    static Supplier<Optional<String>> obstacle(Supplier<Optional<String>> broker, OverridesFeed feed) {
        return () -> broker.get().or(() -> feed.failure().map(Throwable::getMessage));
    }

    private Exit report(List<String> undelivered) {
        if (undelivered.isEmpty()) {
            return Exit.OK;
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println("not acknowledged: " + String.join(", ", undelivered));
        err.flush();
        return Exit.REJECTED;
    }
}
