package io.soakstream.gate.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.soakstream.gate.account.Accounts;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.account.RunFacts;
import io.soakstream.gate.support.DecisionStory;
import io.soakstream.gate.support.Moves;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a document; a browser opens it in the integration tests of deploy. */
class HtmlReportTest {
    private static final String HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&{{x}}";
    private static final Moves SLOWER = Moves.of("min_interval_ms", "5");

    @TempDir
    Path directory;

    @Test
    void shouldShowTheVerdictsWithoutScripts() {
        // Given
        RunAccount account = healthy(8);

        // When
        Document page = Jsoup.parse(HtmlReport.render(account, account.lasts()));

        // Then
        assertThat(page.select("h1").text()).isEqualTo("PASS");
        assertThat(page.title()).isEqualTo("PASS · bot:run · soakstream");
        assertThat(page.select("#still section h2").eachText())
                .containsExactly("PASS by release, version 1", "WARN by snapshot, version 1");
        assertThat(page.select("#still tbody tr").get(0).select("td").eachText())
                .contains("maker share", "mean", ">= 0.83", "met");
        assertThat(page.select("#still code.hash").eachText())
                .containsExactlyElementsOf(
                        account.lasts().stream().map(Verdict::getDigest).toList());
    }

    @Test
    void shouldLetThePageLoadNothing() throws Exception {
        // Given
        RunAccount account = healthy(8);

        // When
        Document page = Jsoup.parse(HtmlReport.render(account, account.lasts()));

        // Then
        String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertThat(policy).startsWith("default-src 'none'; script-src 'sha256-").doesNotContain("unsafe");
        for (Element own : page.select("script:not([type=application/json]), style")) {
            assertThat(policy).contains("'sha256-" + hash(own.data()) + "'");
        }
        assertThat(page.select("[src], [href], link, iframe, object, embed, form"))
                .isEmpty();
        assertThat(page.select("[style], [onclick], [onload]")).isEmpty();
    }

    @Test
    void shouldTakeWhateverItIsGivenAsText() throws Exception {
        // Given
        RunAccount account = hostile(healthy(3));
        List<Verdict> verdicts = account.lasts().stream()
                .map(verdict -> Verdict.newBuilder(verdict)
                        .setPolicy(HOSTILE)
                        .setReasons(List.of(HOSTILE))
                        .setMissing(List.of(HOSTILE))
                        .setDigest(HOSTILE)
                        .build())
                .toList();

        // When
        Document page = Jsoup.parse(HtmlReport.render(account, verdicts));

        // Then
        assertThat(page.select("script")).hasSize(3);
        assertThat(page.select("img, [onerror]")).isEmpty();
        assertThat(page.select("#still .notice-refused bdi").text()).isEqualTo(HOSTILE);
        assertThat(page.select("#still code.hash").first().text()).isEqualTo(HOSTILE);
        JsonNode model = model(page);
        assertThat(model.at("/run/key").asText()).isEqualTo(HOSTILE);
        assertThat(model.at("/notes/0").asText()).isEqualTo(HOSTILE);
        assertThat(model.at("/policies/0/name").asText()).isEqualTo(HOSTILE);
        assertThat(model.at("/policies/0/digest").asText()).isEqualTo(HOSTILE);
    }

    @Test
    void shouldBeTheSameTextAgain() {
        // Given
        RunAccount account = healthy(8);

        // When
        String again = HtmlReport.render(account, account.lasts());

        // Then
        assertThat(again).isEqualTo(HtmlReport.render(account, account.lasts()));
    }

    @Test
    void shouldSayThatNothingCouldBeJudged() {
        // Given
        RunAccount account = healthy(1);
        RunAccount nothing = new RunAccount(
                account.run(), List.of(), List.of(), account.overrides(), List.of(), List.of(), List.of("all of it"));

        // When
        Document page = Jsoup.parse(HtmlReport.render(nothing, List.of()));

        // Then
        assertThat(page.select("h1").text()).isEqualTo("INCONCLUSIVE");
        assertThat(page.select(".why").text()).isEqualTo("not one iteration could be judged");
        assertThat(page.select(".notice-refused").text()).isEqualTo("refused all of it");
    }

    private RunAccount healthy(int iterations) {
        DecisionStory story = DecisionStory.implied();
        List<TuningDecision> decisions = new ArrayList<>();
        for (int number = 1; number <= iterations; number++) {
            decisions.add(story.iteration(number, number == 1 ? SLOWER : Moves.none()));
        }
        return Accounts.of(directory, decisions);
    }

    private static RunAccount hostile(RunAccount account) {
        RunFacts run = account.run();
        RunFacts renamed = new RunFacts(
                HOSTILE,
                run.origin(),
                run.mode(),
                run.tuning(),
                run.timesSynthesised(),
                run.period(),
                run.declaredIterations(),
                run.declaredHours(),
                run.profile(),
                run.planSteps(),
                run.startValues(),
                run.end(),
                run.configurationDigest());
        return new RunAccount(
                renamed,
                account.iterations(),
                account.commands(),
                account.overrides(),
                account.verdicts(),
                List.of(HOSTILE),
                List.of(HOSTILE));
    }

    private static JsonNode model(Document page) throws Exception {
        return new JsonMapper()
                .readTree(page.select("script[type=application/json]").first().data());
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }
}
