package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.page.PixelClock;
import io.soakstream.deploy.page.Screen;
import io.soakstream.deploy.report.Browser;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the sending of an iteration to the page that has drawn what became of it. */
@Tag("proof")
class LongPixelProofIT {
    private static final int ITERATIONS = 200;
    private static final int WARM = 20;
    private static final long MOST_P95_MS = 2_000;

    @TempDir
    Path directory;

    @Test
    void shouldShowAnIterationWithinTwoSeconds() throws Exception {
        try (Browser browser = Browser.orSkip(LongPixelProofIT.class);
                Line line = Line.on(new Topics("pixels."));
                QueriedInstance instance = QueriedInstance.start(line, directory.resolve("state"));
                FollowedLoop loop = FollowedLoop.start(line, new RunKey("pixel", "soak"), ITERATIONS)) {
            // Given
            await().atMost(Duration.ofSeconds(60)).until(instance::isReady);
            loop.advance(WARM);
            Screen screen = new Screen(browser);
            screen.open(instance.url() + "/").await(".runs", "pixel : soak");
            screen.open(instance.url() + "/#/bots/pixel/runs/soak").await(".facts", WARM + " of " + ITERATIONS);
            loop.clock().forget();
            loop.clock().watch(browser);

            // When
            loop.advance(ITERATIONS - WARM);
            loop.end();
            screen.await(".facts", ITERATIONS + " of " + ITERATIONS);
            loop.clock().awaitDrawn(browser, ITERATIONS);

            // Then
            List<Long> latenciesMs = loop.clock().latenciesMs(browser);
            System.out.println(PixelClock.text(latenciesMs));
            assertThat(latenciesMs).hasSize(ITERATIONS - WARM);
            assertThat(PixelClock.percentile(latenciesMs, 0.95)).isLessThan(MOST_P95_MS);
        }
    }
}
