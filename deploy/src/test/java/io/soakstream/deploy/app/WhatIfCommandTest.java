package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WhatIfCommandTest {
    @Test
    void shouldShowPoliciesSideBySide() {
        // When
        Cli.Ended ended = whatIf("--policy", "release", "--policy", "snapshot");

        // Then
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out())
                .containsSubsequence("iterations     release        snapshot", "end            PASS           WARN")
                .containsSubsequence("first difference at iteration", "release: ", "snapshot: ")
                .containsSubsequence(
                        "release: PASS, and how near each criterion is to turning over",
                        "maker_taker_ok     maker_taker_ratio mean               0.85 >= 0.83               +0.02  WARN (soft)",
                        "risk_ok",
                        "snapshot: WARN",
                        "freeze_seen");
    }

    @Test
    void shouldGiveTheSameAsOneObject() throws IOException {
        // When
        JsonNode shown = new ObjectMapper()
                .readTree(whatIf("--policy", "release,snapshot", "--json").out());

        // Then
        assertThat(shown.get("timeline").size()).isEqualTo(37);
        assertThat(shown.at("/timeline/36/verdicts/release/verdict").asText()).isEqualTo("PASS");
        assertThat(shown.at("/criteria/release/2/verdict_if_flipped").asText()).isEqualTo("FAIL");
        assertThat(shown.at("/criteria/snapshot/2/margin").asDouble()).isEqualTo(-1);
        assertThat(shown.at("/first_difference/iteration").isNumber()).isTrue();
    }

    @Test
    void shouldAskForTwoPolicies() {
        // When
        Cli.Ended ended = whatIf("--policy", "release");

        // Then
        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err()).contains("--policy: give at least two, to see what differs");
    }

    private static Cli.Ended whatIf(String... more) {
        String[] line = new String[3 + more.length];
        line[0] = "what-if";
        line[1] = "--recording";
        line[2] = "samples/pass";
        System.arraycopy(more, 0, line, 3, more.length);
        return Cli.run(line);
    }
}
