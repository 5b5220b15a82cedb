package io.soakstream.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.notifier.Samples;
import io.soakstream.notifier.domain.Notice;
import io.soakstream.notifier.ledger.NoticeJson;
import io.soakstream.notifier.receiver.slack.SlackRenderer;
import io.soakstream.notifier.receiver.telegram.TelegramRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of message on every platform, letter for letter; {@code -Dgolden.update=true} writes the files anew. */
class GoldenMessagesTest {
    private static final Path FILES = Path.of("src/test/resources/messages");
    private static final Composer COMPOSER = new Composer(new LinkTemplates(Map.of(
            "dashboard", "https://dash.example/{bot}/{run}",
            "explain", "https://dash.example/{bot}/{run}/explain/{iteration}")));

    private static final Map<String, Notice> NOTICES = Map.of(
            "failure", Samples.failure(),
            "failure-earlier", Samples.failure().after(List.of(Samples.started(), Samples.recovery())),
            "recovery", Samples.recovery(),
            "started", Samples.started(),
            "line", Samples.line());

    @ParameterizedTest
    @CsvSource({
        "failure,false",
        "failure,true",
        "failure-earlier,false",
        "recovery,false",
        "started,false",
        "line,false",
        "line,true"
    })
    void shouldRenderAsTheGoldenFilesSay(String name, boolean repeat) throws IOException {
        // Given
        Notice notice = NOTICES.get(name);

        // When
        Message message = COMPOSER.compose(notice, repeat);

        // Then
        String base = name + (repeat ? "-repeat" : "");
        requireGolden(base + ".slack.txt", SlackRenderer.preview(message));
        requireGolden(base + ".telegram.html", TelegramRenderer.preview(message));
        requireGolden(base + ".plain.txt", PlainRenderer.render(message));
        requireGolden(base + ".json", NoticeJson.tree(notice).toPrettyString());
    }

    private static void requireGolden(String file, String rendered) throws IOException {
        Path golden = FILES.resolve(file);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FILES);
            Files.writeString(golden, rendered + "\n");
        }
        assertThat(rendered + "\n").isEqualTo(Files.readString(golden));
    }
}
