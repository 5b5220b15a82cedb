package io.soakstream.deploy.app;

import io.soakstream.deploy.api.ControlKey;
import io.soakstream.deploy.http.ApiConfig;
import io.soakstream.deploy.live.Peers;
import io.soakstream.deploy.view.ViewLimits;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.producer.http.Tokens;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.tuner.config.TunerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One process of a small installation: tuner, gate and dashboard, asked over HTTP. */
final class QueriedInstance implements AutoCloseable {
    private static final ApiConfig USUAL = ApiConfig.local(0);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpFace face;
    private final String url;
    private final Apps apps;

    private QueriedInstance(HttpFace face, Apps apps) {
        this.face = face;
        this.url = face.url();
        this.apps = apps;
    }

    static QueriedInstance start(KafkaAccess access, Path state) throws IOException {
        return start(access, state, TunerConfig.defaults(), Tokens.none(), Optional.empty());
    }

    /**
     * The same, with which people can command.
     *
     * @param controllers tokens of those who may
     */
    static QueriedInstance start(
            KafkaAccess access, Path state, TunerConfig tuner, Tokens controllers, Optional<ControlKey> key)
            throws IOException {
        HttpFace face = HttpFace.start(
                access,
                new ApiConfig(USUAL.bind(), 0, USUAL.readers(), controllers, Set.of(), 1_000_000, USUAL.drain()),
                new Peers(Set.of(), Optional.empty()),
                Optional.empty(),
                Set.of(Apps.TUNER, Apps.GATE),
                Optional.of(new HttpFace.Dashboard(Map.of(), key, ViewLimits.defaults(), 10)));
        Apps apps = new Apps(access, StateStorage.inMemory(state), line -> {});
        apps.showOn(face);
        apps.startTuner(tuner);
        apps.startGate(GateConfig.defaults());
        return new QueriedInstance(face, apps);
    }

    /** Tells people too, in its own words on no channel but the log. */
    QueriedInstance telling() {
        apps.startNotifier(NotifierConfig.defaults().withSimulated());
        return this;
    }

    String url() {
        return url;
    }

    /** Empty: nobody listens, or the connection broke. */
    Optional<HttpResponse<String>> ask(String path) {
        return ask(url, path);
    }

    static Optional<HttpResponse<String>> ask(String url, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(15))
                .build();
        try {
            return Optional.of(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException away) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    boolean isReady() {
        return ask("/health/ready").filter(answer -> answer.statusCode() == 200).isPresent();
    }

    @Override
    public void close() {
        apps.close();
        face.close();
    }
}
