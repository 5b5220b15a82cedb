package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.live.FoldedAnswers;
import io.soakstream.deploy.live.SlowFeed;
import io.soakstream.deploy.page.Screen;
import io.soakstream.deploy.report.Browser;
import io.soakstream.deploy.view.RecordedRun;
import io.soakstream.gate.account.RunRecords;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes with everything in them, one after the other killed while they are asked and a page follows a run of the
 * first: no answer is wrong, and the page shows the run's end.
 */
@Tag("proof")
class LongDashboardKillProofIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int RUNS = 4;
    private static final int KILLS = Integer.getInteger("proof.dashboard.kills", 4);
    private static final int ANSWERS_BETWEEN_KILLS = 200;

    @TempDir
    Path directory;

    private final Map<RunKey, RunRecords> truth = new LinkedHashMap<>();
    private Line line;
    private List<DashboardProcess> processes;
    private Browser browser;

    @BeforeEach
    void start() throws IOException {
        browser = Browser.orSkip(LongDashboardKillProofIT.class);
        line = Line.on(new Topics("killed."));
        for (int i = 0; i < RUNS; i++) {
            RunKey key = new RunKey("bot" + i, "soak");
            truth.put(key, RecordedRun.records("mock36", key, ProofKeys.config()));
        }
        processes = List.of(
                new DashboardProcess(line, directory.resolve("a")), new DashboardProcess(line, directory.resolve("b")));
        processes.forEach(DashboardProcess::start);
        await().atMost(PATIENCE).until(() -> processes.stream().allMatch(DashboardProcess::isReady));
    }

    @AfterEach
    void stop() {
        if (processes != null) {
            processes.forEach(DashboardProcess::close);
            line.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void shouldAnswerAsTheTopicsDoThroughKills() {
        // Given
        FoldedAnswers answers = new FoldedAnswers(truth);
        answers.begin(() -> processes.stream().map(DashboardProcess::url).toList());
        CompletableFuture<Void> feed = SlowFeed.start(line, "mock36", truth.keySet(), Duration.ofSeconds(2));
        Screen screen = new Screen(browser);
        await().atMost(PATIENCE).until(() -> answers.statuses().getOrDefault("200", 0) > 0);
        screen.open(processes.get(0).url() + "/#/bots/bot0/runs/soak").await(".facts", "running");

        // When
        for (int i = 0; i < KILLS; i++) {
            killAndReplace(processes.get(i % processes.size()), answers);
        }
        feed.join();
        truth.keySet().forEach(key -> await().atMost(PATIENCE)
                .untilAsserted(() -> processes.forEach(process -> answers.assertWhole(process.url(), key))));
        answers.close();

        // Then
        System.out.println("queries through " + KILLS + " kills: " + answers.statuses());
        assertThat(answers.wrong()).isEmpty();
        assertThat(answers.statuses().keySet()).isSubsetOf("200", "404", "503", "closed");
        screen.await(".facts", "completed");
        assertThat(screen.text(".facts")).contains("36");
        assertThat(screen.text(".broken")).isEmpty();
    }

    /** The other one is asked on, and the killed one comes back before the next is killed. */
    private static void killAndReplace(DashboardProcess process, FoldedAnswers answers) {
        process.kill();
        int before = answers.statuses().getOrDefault("200", 0);
        await().atMost(PATIENCE)
                .until(() -> answers.statuses().getOrDefault("200", 0) > before + ANSWERS_BETWEEN_KILLS);
        process.start();
        await().atMost(PATIENCE).until(process::isReady);
    }
}
