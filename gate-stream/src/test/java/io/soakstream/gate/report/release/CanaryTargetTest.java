package io.soakstream.gate.report.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.kpi.Kpi;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanaryTargetTest {
    @ParameterizedTest
    @CsvSource({
        "NET_BPS, 5.95, 2.5, net edge >= 5.3 bps",
        "P95_LATENCY_MS, 180, 340, p95 latency <= 198 ms",
        "P95_LATENCY_MS, 330, 340, p95 latency <= 340 ms",
        "MAKER_TAKER_RATIO, 0.85, 0.83, maker share >= 0.83",
        "RISK_RATIO, 0.30, 0.40, risk <= 0.33",
        "NET_BPS, -1.5, 2.5, net edge >= -1.7 bps"
    })
    void shouldLeaveATenthButNotBelowAGoalThatWasMet(Kpi kpi, BigDecimal achieved, BigDecimal goal, String text) {
        assertThat(CanaryTarget.of(kpi, achieved, goal).text()).isEqualTo(text);
    }

    @Property
    void shouldNeverBeStricterThanWhatWasAchieved(
            @ForAll("told") Kpi kpi, @ForAll("numbers") BigDecimal achieved, @ForAll("numbers") BigDecimal goal) {
        // When
        CanaryTarget target = CanaryTarget.of(kpi, achieved, goal);

        // Then
        if (kpi.better() == Kpi.Direction.HIGHER) {
            assertThat(target.value()).isLessThanOrEqualTo(achieved);
        } else {
            assertThat(target.value()).isGreaterThanOrEqualTo(achieved);
        }
    }

    @Provide
    Arbitrary<Kpi> told() {
        return Arbitraries.of(ReleaseInput.TOLD);
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000"), new BigDecimal("1000"))
                .ofScale(4);
    }
}
