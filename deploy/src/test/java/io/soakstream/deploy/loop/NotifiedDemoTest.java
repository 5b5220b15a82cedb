package io.soakstream.deploy.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.report.ReasonText;
import io.soakstream.notifier.app.Platform;
import io.soakstream.notifier.app.Rehearsal;
import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.notifier.domain.Event;
import io.soakstream.notifier.domain.Planned;
import io.soakstream.producer.simulator.Regime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code soak demo} leads to, letter for letter; {@code -Dgolden.update=true} writes the previews anew. */
class NotifiedDemoTest {
    private static final long SEED = 7;
    private static final Path PREVIEWS = Path.of("../docs/notifications");

    private final NotifierConfig config = NotifierConfig.defaults().withSimulated();
    private final List<Planned> planned = new Rehearsal(config, ReasonText::sentence)
            .of(Soaks.tuned(SEED, Regime.CALM).verdicts());

    @Test
    void shouldTellOfTheDemosTransitionsAndNothingElse() {
        // When
        List<Event> leads = planned.stream().map(one -> one.notice().lead()).toList();

        // Then
        assertThat(leads)
                .startsWith(Event.RUN_STARTED, Event.VERDICT_CHANGED, Event.RECOVERED, Event.RECOVERED)
                .endsWith(Event.RUN_ENDED);
        assertThat(planned).hasSizeLessThan(10).allMatch(one -> one.skipped().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void shouldLookAsThePreviewsShow(Platform platform) throws IOException {
        // When
        String rendered = planned.stream()
                .map(one -> "=== " + one.notice().lead().word() + (one.silent() ? " (silent)" : "") + "\n"
                        + platform.render(one.notice(), config))
                .collect(Collectors.joining("\n\n", "", "\n"));

        // Then
        Path preview = PREVIEWS.resolve("demo." + platform.name().toLowerCase(Locale.ROOT) + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(PREVIEWS);
            Files.writeString(preview, rendered);
        }
        assertThat(rendered).isEqualTo(Files.readString(preview));
    }
}
