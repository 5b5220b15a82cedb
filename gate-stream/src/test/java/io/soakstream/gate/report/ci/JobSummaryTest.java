package io.soakstream.gate.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.contract.KpiStatus;
import io.soakstream.schemas.contract.VerdictLevel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobSummaryTest {
    @Test
    void shouldTellEverythingThatWasAsked() {
        // Given
        GateOutcome outcome = new GateOutcome(
                "recorded/x",
                false,
                List.of(Verdicts.of(VerdictLevel.FAIL, "missed:risk_ratio:median:11:<=:10")
                        .setResults(List.of(Verdicts.result("risk_ok", 11.0, "hard", KpiStatus.FAILED)))
                        .build()),
                List.of("iteration 5: risk_ratio"),
                List.of("times are made up"),
                Optional.of(new GateOutcome.Regression("before.json", true, false, "WORSE")));

        // When
        String summary = JobSummary.render(outcome);

        // Then
        assertThat(summary)
                .startsWith("## soak gate: recorded/x\n\n### FAIL by policy release (version 1)\n")
                .contains(
                        "| risk\\_ok: risk\\_ratio median &lt;= 10 | **missed** | is 11 over 8 iteration(s), hard |\n")
                .contains("| there are enough iterations | ok |  |\n")
                .contains("| verdict | **missed** | FAIL: risk median is 11, must be &lt;= 10 |\n")
                .contains("Run mm:nightly, 8 iterations, ready for the freeze: no, digest `000")
                .contains("### Comparison\n\nnot worse than before.json: **missed**, WORSE\n")
                .contains("#### Refused\n\n- iteration 5: risk\\_ratio\n")
                .contains("#### Notes\n\n- times are made up\n")
                .doesNotContain("strict");
    }

    @Test
    void shouldLetNoNameBecomeMarkdown() {
        assertThat(JobSummary.escaped("a|b\n<script>`x` [l](u) @team \\ *_#~!"))
                .isEqualTo("a\\|b &lt;script&gt;\\`x\\` \\[l\\](u) \\@team \\\\ \\*\\_\\#\\~\\!");
    }

    @Test
    void shouldSayThatNothingWasJudged() {
        assertThat(JobSummary.render(GateOutcome.unfinished("x", true)))
                .contains("**INCONCLUSIVE**: no iteration could be judged.", "the gate did not come to an end");
    }
}
