package io.soakstream.deploy.proof;

import static org.awaitility.Awaitility.await;

import io.soakstream.schemas.runtime.StoreKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One instance of an app over all its lives: a life is a process, a home is a state directory. */
final class Instance implements AutoCloseable {
    /** Kafka's name for the file that keeps the identity of a process. */
    private static final String IDENTITY = "kafka-streams-process-metadata";

    private static final Pattern PROCESS_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    static final String RUNNING = "state=\"RUNNING\"";
    private static final Duration START_WITHIN = Duration.ofSeconds(60);

    private final App app;
    private final String name;
    private final Site site;
    private final String main;
    private int lives;
    private int homes;
    private StoreKind stores;
    private SoakProcess process;

    /** @param main class that runs it with the arguments of the {@code soak} command */
    Instance(App app, String name, Site site, String main) {
        this.app = app;
        this.name = name;
        this.site = site;
        this.main = main;
    }

    static Instance ofCommand(App app, String name, Site site) {
        return new Instance(app, name, site, "io.soakstream.deploy.app.SoakCli");
    }

    App app() {
        return app;
    }

    String name() {
        return name;
    }

    SoakProcess process() {
        return process;
    }

    /** Starts a process with stores on disk on the present home, without waiting for it. */
    void start(StreamSettings settings) {
        start(settings, StoreKind.ROCKSDB);
    }

    /**
     * Starts a process on the present home, without waiting for it.
     *
     * @param more flags of the command
     */
    void start(StreamSettings settings, StoreKind kind, String... more) {
        lives++;
        stores = kind;
        Path file = site.directory().resolve(name + ".properties");
        settings.write(file);
        List<String> arguments = new ArrayList<>(List.of(
                "start",
                app.word(),
                "--bootstrap-servers=" + site.bootstrapServers(),
                "--schema-registry=" + site.registryUrl(),
                "--topic-prefix=" + site.topics().prefix(),
                "--command-config=" + file,
                "--state-dir=" + home(),
                "--stores=" + stores.name().toLowerCase(Locale.ROOT)));
        arguments.addAll(List.of(more));
        process = SoakProcess.start(
                main, arguments, site.directory().resolve("log").resolve(name + "-" + lives + ".log"));
    }

    /** Waits until its stream says that it is running. */
    void awaitRunning() {
        await().atMost(START_WITHIN).pollInterval(Duration.ofMillis(25)).until(() -> process.says(RUNNING));
    }

    /** How often its stream has said so in this life: once more after each rebalance. */
    int timesRunning() {
        return process.output().split(RUNNING, -1).length - 1;
    }

    /** The next process gets a new home, and with it a new identity. */
    void moveHome() {
        homes++;
    }

    /** With stores in memory nothing in the home tells who the process is. */
    boolean isKnownByHome() {
        return stores == StoreKind.ROCKSDB;
    }

    /**
     * By which the broker knows its transactions: application, process and thread (of one). The process part is kept
     * in the home, by stores on disk only.
     */
    String transactionalId() {
        String group = app.group(site.topics());
        Path file = home().resolve(app.word()).resolve(group).resolve(IDENTITY);
        try {
            Matcher id = PROCESS_ID.matcher(Files.readString(file));
            if (!id.find()) {
                throw new IllegalStateException("no process id in " + file);
            }
            return group + "-" + id.group() + "-1";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path home() {
        return site.directory().resolve("state").resolve(name + "-" + homes);
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
