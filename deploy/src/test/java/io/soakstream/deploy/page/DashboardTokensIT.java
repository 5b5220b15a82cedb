package io.soakstream.deploy.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.api.ApiBench;
import io.soakstream.deploy.fixture.FixedPort;
import io.soakstream.schemas.contract.ApplicationOutcome;
import io.soakstream.schemas.contract.DeltaApplication;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A dashboard that asks who looks at it. */
class DashboardTokensIT extends BrowsedDashboard {
    private static final String OTHER_READER = "another-reader-token-of-at-least-32-characters";

    /** Notes the ids of the commands that the page sends. */
    private static final String NOTE_IDS = """
            window.ids = [];
            const send = window.fetch;
            window.fetch = (path, options) => {
              if (options?.method === 'POST') window.ids.push(JSON.parse(options.body).id);
              return send(path, options);
            };
            """;

    @Override
    ApiBench start() throws IOException {
        return ApiBench.guarded(directory, FixedPort.next(), ApiBench.READER);
    }

    @Test
    void shouldShowNothingUntilItIsGivenAToken() {
        // Given
        screen.open(api.url() + OVER_PAGE).await("dialog[open]", "asks for a token");
        assertThat(screen.text("#view")).doesNotContain("PASS");

        // When
        screen.type("token", "x".repeat(40)).press("Use it").await("dialog[open]", "must be a bearer token");
        screen.type("token", ApiBench.READER).press("Use it");

        // Then
        screen.await("h1", "PASS").await(".role", "read-only");
        assertThat(browser.driver().getCurrentUrl()).doesNotContain(ApiBench.READER);
        assertThat(browser.script("return localStorage.length")).isEqualTo(0L);
    }

    @Test
    void shouldForgetTheTokenWhenItIsTold() {
        // Given
        screen.open(api.url() + "/").await("dialog[open]", "asks for a token");
        screen.type("token", ApiBench.READER).press("Use it").await("#view", "bot : mock36");

        // When
        screen.press("read-only").press("Forget the token");

        // Then
        screen.await("dialog[open]", "asks for a token");
        assertThat(browser.script("return sessionStorage.length")).isEqualTo(0L);
    }

    @ParameterizedTest
    @CsvSource({"/#/, .runs", "/#/bots/mm/runs/nightly, h1"})
    void shouldKeepWhatItShowsWhenItsTokenIsTakenAway(String place, String shown) throws Exception {
        // Given
        screen.open(api.url() + place).await("dialog[open]", "asks for a token");
        screen.type("token", ApiBench.READER)
                .press("Use it")
                .await(shown, "FAIL")
                .awaitNone(".is-broken");
        int port = api.port();

        // When
        api.close();
        api = ApiBench.guarded(directory, port, OTHER_READER);
        FedRun.simulated(api.view(), LIVE, 40, CALM).until(6);

        // Then
        screen.await("dialog[open]", "asks for a token").await(".broken", "Not live");
        assertThat(screen.text(shown)).contains("FAIL");
        assertThat(screen.all(".is-broken")).hasSize(1);
        screen.type("token", OTHER_READER).press("Use it").awaitNone("dialog[open]");
        screen.await("#view", "6 of 40").awaitNone(".is-broken").awaitBlank(".broken");
    }

    /** What may have been written is tried again under its id; what was refused is not what is tried then. */
    @Test
    void shouldGiveACommandAnotherIdOnlyWhenItWasRefusedForGood() {
        // Given
        beginToFreeze();

        // When
        String unanswered = attempt("as many commands as may wait do already");
        String again = attempt("as many commands as may wait do already");
        answer(again, ApplicationOutcome.REFUSED);
        String refused = attempt("was used before (REFUSED)");
        String anew = attempt("as many commands as may wait do already");

        // Then
        assertThat(again).isEqualTo(unanswered);
        assertThat(refused).isEqualTo(unanswered);
        assertThat(anew).isNotEqualTo(unanswered);
        screen.press("Cancel").press("Freeze").type("why", "still").press("Freeze nightly");
        await().until(this::ids, ids -> ids.size() == 5);
        assertThat(ids()).last().isNotIn(unanswered, anew);
    }

    /** Whoever presses again because nobody answered is told what was done, and does it no second time. */
    @Test
    void shouldShowAsDoneWhatWasDoneBeforeItWasTriedAgain() {
        // Given
        beginToFreeze();
        String unanswered = attempt("as many commands as may wait do already");
        assertThat(screen.all("dialog .choices:disabled")).hasSize(1);
        answer(unanswered, ApplicationOutcome.ACKNOWLEDGED);

        // When
        screen.press("Freeze nightly");

        // Then
        screen.awaitNone("dialog[open]").await(".acknowledgements .done", "Freeze nightly: acknowledged");
        assertThat(ids()).containsExactly(unanswered, unanswered);
    }

    /** Whoever may command has filled in the dialog; the server takes no command. */
    private void beginToFreeze() {
        screen.open(api.url() + LIVE_PAGE).await("dialog[open]", "asks for a token");
        screen.type("token", ApiBench.CONTROLLER).press("Use it").await(".actions", "Freeze");
        browser.script(NOTE_IDS);
        api.takeNoMoreCommands();
        screen.press("Freeze").type("who", "ann").type("why", "spread looks wrong");
    }

    /** Presses the button of the command, and gives the id that was sent once the answer stands there. */
    private String attempt(String answer) {
        int before = ids().size();
        screen.press("Freeze nightly");
        await().until(this::ids, ids -> ids.size() == before + 1);
        screen.awaitNone("dialog[open] .confirm:disabled").await("dialog[open] .outcome-line", answer);
        return ids().get(before);
    }

    private List<String> ids() {
        return ((List<?>) browser.script("return window.ids"))
                .stream().map(String::valueOf).toList();
    }

    /** The gate's word comes after all. */
    private void answer(String id, ApplicationOutcome outcome) {
        DeltaApplication word = DeltaApplication.newBuilder(
                        live.records().applications().get(0))
                .setCommandId(id)
                .setOutcome(outcome)
                .setReason("out_of_date")
                .build();
        api.view().add(word, 0, 1_000);
    }

    @Test
    void shouldBeUsableByEverybodyWhileItAsks() {
        // When
        screen.open(api.url() + OVER_PAGE, Screen.PHONE, "dark").await("dialog[open]", "asks for a token");

        // Then
        assertThat(browser.accessibilityFaults()).isEmpty();
    }
}
