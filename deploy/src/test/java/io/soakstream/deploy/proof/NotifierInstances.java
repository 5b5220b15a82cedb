package io.soakstream.deploy.proof;

import io.soakstream.deploy.fixture.Line;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two notifiers in processes of their own. */
final class NotifierInstances implements AutoCloseable {
    private static final int COUNT = 2;
    private static final Pattern PAGE = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/metrics");

    private final Line line;
    private final Path config;
    private final Path logs;
    private final List<SoakProcess> running = new ArrayList<>();
    private int lives;

    NotifierInstances(Line line, Path config, Path logs) {
        this.line = line;
        this.config = config;
        this.logs = logs;
        for (int number = 0; number < COUNT; number++) {
            running.add(start());
        }
    }

    private SoakProcess start() {
        lives++;
        List<String> arguments = List.of(
                "start",
                "notifier",
                "--bootstrap-servers=" + line.bootstrapServers(),
                "--schema-registry=" + line.registryUrl(),
                "--topic-prefix=" + line.topics().prefix(),
                "--config=" + config,
                "--metrics-port=0");
        return SoakProcess.start(
                "io.soakstream.deploy.app.SoakCli", arguments, logs.resolve("notifier-" + lives + ".log"));
    }

    /** Kills one and starts it again at once. */
    void kill(int number) {
        running.get(number % COUNT).kill();
        running.set(number % COUNT, start());
    }

    /** Stops one in order, which is a rebalance, and starts it again. */
    void restart(int number) {
        running.get(number % COUNT).terminate();
        running.set(number % COUNT, start());
    }

    boolean allRun() {
        return running.stream().allMatch(process -> process.says("running: notifier"));
    }

    /** What the instances show of themselves, one after the other. */
    String metrics() throws IOException, InterruptedException {
        StringBuilder all = new StringBuilder();
        for (SoakProcess instance : running) {
            all.append(metrics(instance));
        }
        return all.toString();
    }

    private static String metrics(SoakProcess instance) throws IOException, InterruptedException {
        Matcher page = PAGE.matcher(instance.output());
        if (!page.find()) {
            throw new IllegalStateException("no page of metrics: " + instance.output());
        }
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(page.group())).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Override
    public void close() {
        running.forEach(SoakProcess::close);
    }
}
