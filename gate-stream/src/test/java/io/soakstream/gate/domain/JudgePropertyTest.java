package io.soakstream.gate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.config.PolicyReader;
import io.soakstream.schemas.kpi.Kpi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class JudgePropertyTest {
    private final Policy release = PolicyReader.read("release");

    @Property
    void shouldNeverPassOnAGap(
            @ForAll @IntRange(max = 3) int criterion,
            @ForAll @IntRange(max = 7) int gap,
            @ForAll @DoubleRange(min = 0.9, max = 1) double share) {
        // Given
        Map<Kpi, List<Double>> samples = JudgeTest.constant(JudgeTest.CAPACITY, share, 200.0, 0.3, 3.0);
        Kpi kpi = release.criteria().get(criterion).metric().kpi().orElseThrow();
        List<Double> holed = new ArrayList<>(samples.get(kpi));
        holed.set(gap, null);
        samples.put(kpi, holed);

        // When
        Judgement judgement = judge(samples);

        // Then
        assertThat(judgement.level()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        assertThat(JudgeTest.codes(judgement.missing()))
                .containsExactly("insufficient_samples:" + kpi.field() + ":7:8");
    }

    @Property
    void shouldBeReadyExactlyWhenItPasses(
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @DoubleRange(min = 100, max = 500) double latency,
            @ForAll @DoubleRange(min = 0, max = 1) double risk,
            @ForAll @DoubleRange(min = -2, max = 6) double net,
            @ForAll @IntRange(min = 1, max = 8) int iterations) {
        // When
        Judgement judgement = judge(JudgeTest.constant(iterations, share, latency, risk, net));

        // Then
        assertThat(judgement.freezeReady()).isEqualTo(judgement.level() == VerdictLevel.PASS);
        assertThat(judgement.reasons()).isNotEmpty();
    }

    private Judgement judge(Map<Kpi, List<Double>> samples) {
        return Judge.judge(release, JudgeTest.evidence(samples));
    }
}
