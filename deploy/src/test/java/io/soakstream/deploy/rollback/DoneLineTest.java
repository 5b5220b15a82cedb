package io.soakstream.deploy.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.rollback.RollbackWatcher.Done;
import io.soakstream.deploy.rollback.action.ActionResult;
import io.soakstream.deploy.rollback.action.ActionResult.Status;
import io.soakstream.deploy.rollback.domain.Alert;
import io.soakstream.deploy.rollback.domain.Decision.Kind;
import io.soakstream.deploy.rollback.domain.PlannedAction;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DoneLineTest {
    private static final List<ActionResult> RESULTS = List.of(
            result(PlannedAction.Kind.SCALE_STRATEGY, Status.EXECUTED),
            result(PlannedAction.Kind.NOTIFY, Status.DRY_RUN));

    @Test
    void shouldSayWhatWasDoneAboutWhichRun() {
        // When, Then
        assertThat(DoneLine.of(done("SoakGuardTrip", Kind.ROLL_BACK, RESULTS)))
                .contains("rolling back mm:r1 (SoakGuardTrip): scale_strategy executed, notify dry run");
        assertThat(DoneLine.of(done("SoakGuardTrip", Kind.COOLING_DOWN, List.of())))
                .contains("rolled back shortly before, holding back mm:r1 (SoakGuardTrip)");
    }

    @Test
    void shouldSayNothingOfWhatIsOverOrDone() {
        // When, Then
        assertThat(DoneLine.of(done("SoakGuardTrip", Kind.RESOLVED, List.of()))).isEmpty();
        assertThat(DoneLine.of(done("SoakGuardTrip", Kind.REPEATED, List.of()))).isEmpty();
    }

    @Test
    void shouldNotLetAnAlertSteerTheTerminal() {
        // When, Then
        assertThat(DoneLine.of(done("a\u001b[2Jb\n", Kind.NOTIFY, List.of())))
                .contains("telling people of mm:r1 (a?[2Jb?)");
    }

    private static Done done(String alert, Kind kind, List<ActionResult> results) {
        return new Done(new Alert(alert, "f", "then", true, new TreeMap<>(), new TreeMap<>()), "mm:r1", kind, results);
    }

    private static ActionResult result(PlannedAction.Kind kind, Status status) {
        return new ActionResult(new PlannedAction(kind, new TreeMap<>()), status, "");
    }
}
