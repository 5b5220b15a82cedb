package io.soakstream.notifier.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.notifier.domain.Profile;
import io.soakstream.notifier.domain.Severity;
import io.soakstream.schemas.setting.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotifierConfigParserTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "SLACK_TOKEN", "xoxb-canary",
            "HOOK_URL", "https://hooks.example/T0/canary",
            "BAD_SECRET", "canary-that-is-no-whsec");

    private static Map<String, Object> slack() {
        return new HashMap<>(
                Map.of("name", "ops", "type", "slack", "channel", "C0123456789", "token_env", "SLACK_TOKEN"));
    }

    private static NotifierConfig parse(Map<String, Object> tree) {
        return new NotifierConfigParser(ENVIRONMENT).parse(tree);
    }

    @Test
    void shouldTellEveryReceiverOfEverythingWithoutRoutes() {
        // When
        NotifierConfig config = parse(Map.of("receivers", List.of(slack(), Map.of("name", "log", "type", "log"))));

        // Then
        assertThat(config.routes().routes()).hasSize(2).allMatch(route -> route.profile() == Profile.TRANSITIONS);
        assertThat(config.network().hosts()).containsExactly("slack.com");
        assertThat(config.receivers().get(0)).asString().doesNotContain("canary");
    }

    @Test
    void shouldReadEverything() {
        // Given
        Map<String, Object> hook =
                Map.of("name", "oncall", "type", "webhook", "url_env", "HOOK_URL", "fallback", "ops");
        Map<String, Object> route = Map.of(
                "receiver",
                "oncall",
                "profile",
                "fail-warn-only",
                "min_severity",
                "critical",
                "levels",
                Map.of("stuck", "off"));

        // When
        NotifierConfig config = parse(Map.of(
                "notify_simulated", "true",
                "repeat_interval", "90m",
                "stale_after", "1h",
                "flap", Map.of("changes", "4", "window", "20m"),
                "maintenance",
                        List.of(Map.of(
                                "from", "2026-01-01T00:00:00Z", "until", "2026-01-02T00:00:00Z", "reason", "venue")),
                "network", Map.of("allow_hosts", List.of("hooks.example"), "allow_private", List.of("10.0.0.0/8")),
                "links", Map.of("dashboard", "https://dash.example/{bot}/{run}"),
                "receivers", List.of(slack(), hook),
                "routes", List.of(route)));

        // Then
        assertThat(config.telling().repeatIntervalMs()).isEqualTo(5_400_000);
        assertThat(config.telling().flapChanges()).isEqualTo(4);
        assertThat(config.maintenance()).hasSize(1);
        assertThat(config.routes().routes().get(0).least()).isEqualTo(Severity.CRITICAL);
        assertThat(config.receivers().get(1).settings().fallback()).contains("ops");
    }

    @Test
    void shouldTakeSecretsFromFiles(@TempDir Path directory) throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("token"), "xoxb-from-file\n");
        Map<String, Object> receiver = slack();
        receiver.remove("token_env");
        receiver.put("token_file", file.toString());

        // Then
        assertThat(parse(Map.of("receivers", List.of(receiver)))
                        .receivers()
                        .get(0)
                        .secret())
                .get()
                .extracting("value")
                .isEqualTo("xoxb-from-file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "token; xoxb-canary; notifier.receivers[0].token: a secret does not stand in the configuration: use token_env or token_file",
                "token_env; NOT_SET; notifier.receivers[0].token_env: the variable NOT_SET is not set",
                "type; pager; notifier.receivers[0].type: 'pager' is not known",
                "name; a b; notifier.receivers[0].name: 'a b' must match [A-Za-z0-9][A-Za-z0-9._-]{0\\,63}",
                "chanel; x; notifier.receivers[0].chanel: unknown key",
                "fallback; ops; notifier.receivers: ops.fallback: 'ops' is no receiver, or leads back to this one",
                "api_url; http://127.0.0.1:1/api/; notifier.network.allow_hosts: the host of receiver ops is not among them: 127.0.0.1"
            })
    void shouldNameThePathOfWhatIsWrongInAReceiver(String key, String value, String message) {
        // Given
        Map<String, Object> receiver = slack();
        receiver.put(key, value);

        // Then
        assertThatThrownBy(() -> parse(Map.of("receivers", List.of(receiver))))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(message.replace("\\,", ","));
    }

    @ParameterizedTest
    @CsvSource({
        "repeat_interval, 4, notifier.repeat_interval: '4' is not a duration",
        "notify_simulated, maybe, notifier.notify_simulated: 'maybe' is not known",
        "routs, x, notifier.routs: unknown key",
        "routes, x, notifier.routes: not a list",
        "network, x, notifier.network: not a mapping"
    })
    void shouldNameThePathOfWhatIsWrong(String key, String value, String message) {
        assertThatThrownBy(() -> parse(Map.of("receivers", List.of(slack()), key, value)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void shouldNeverShowASecretThatIsWrong() {
        // Given
        Map<String, Object> hook =
                Map.of("name", "oncall", "type", "webhook", "url_env", "HOOK_URL", "secret_env", "BAD_SECRET");

        // Then
        assertThatThrownBy(() -> parse(
                        Map.of("network", Map.of("allow_hosts", List.of("hooks.example")), "receivers", List.of(hook))))
                .hasMessage("notifier.receivers[0].secret_env: what it leads to must begin with whsec_")
                .hasMessageNotContaining("canary");
    }
}
