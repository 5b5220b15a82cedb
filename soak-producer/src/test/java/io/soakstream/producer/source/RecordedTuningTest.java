package io.soakstream.producer.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.producer.domain.StartValueRule;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RecordedTuning;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RecordedTuningTest {
    @Test
    void shouldReadASkipWithItsReasons() {
        // When
        RecordedTuning tuning = read("'applied': false, 'proposed_deltas': {'impact_cap_ratio': -0.009999999999999995},"
                + " 'changed_keys': ['b', 'a'], 'rationale': 'DRIVER: x', 'state_hash': 'h1',"
                + " 'skip_reason': {'no_op': true, 'velocity': true, 'freeze': false, 'note': 'twice'}");

        // Then
        assertThat(tuning.getApplied()).isFalse();
        assertThat(tuning.getProposed()).containsExactly(new ParameterValue("impact_cap_ratio", "-0.01"));
        assertThat(tuning.getChangedKeys()).containsExactly("a", "b");
        assertThat(tuning.getSkipReasons()).containsExactly("velocity", "no_op");
        assertThat(tuning.getSkipNote()).isEqualTo("twice");
        assertThat(tuning.getRules()).containsExactly("DRIVER");
        assertThat(tuning.getStateHash()).isEqualTo("h1");
        assertThat(tuning.getFreezeTriggered()).isFalse();
    }

    @Test
    void shouldReadTheFlagsBesideTheSkip() {
        // When
        RecordedTuning tuning = read("'applied': true, 'skip_reason': '', 'deltas': {'tail_age_ms': 30},"
                + " 'freeze_triggered': true, 'oscillation_detected': true, 'cooldown_active': true,"
                + " 'signature': 's', 'state_hash': 'h'");

        // Then
        assertThat(tuning.getSkipReasons()).containsExactly("freeze", "oscillation", "cooldown");
        assertThat(tuning.getSkipNote()).isNull();
        assertThat(tuning.getProposed()).containsExactly(new ParameterValue("tail_age_ms", "30"));
        assertThat(tuning.getStateHash()).isEqualTo("s");
        assertThat(tuning.getFreezeTriggered()).isTrue();
    }

    @Test
    void shouldKeepASkipThatIsAText() {
        assertThat(read("'applied': false, 'skip_reason': 'no_runtime_path'").getSkipNote())
                .isEqualTo("no_runtime_path");
    }

    @Test
    void shouldNotMakeUpATuningThatSaysNothing() {
        assertThat(read("'deltas': {}")).isNull();
    }

    @Test
    void shouldNameAFlagThatIsNone() {
        // Given
        RejectionList rejections = new RejectionList("x");

        // When
        read("'applied': 'yes', 'freeze_triggered': 1", rejections);

        // Then
        assertThat(rejections.all())
                .hasToString("[x: tuning.applied: \"yes\" is neither true nor false,"
                        + " x: tuning.freeze_triggered: 1 is neither true nor false]");
    }

    private static RecordedTuning read(String fields) {
        RejectionList rejections = new RejectionList("x");
        RecordedTuning tuning = read(fields, rejections);
        assertThat(rejections.all()).isEmpty();
        return tuning;
    }

    private static RecordedTuning read(String fields, RejectionList rejections) {
        byte[] json = ("{" + fields + "}").replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        FieldReader tuning = new FieldReader(new IterationJson().read(json, 0, json.length), "tuning.", rejections);
        return RecordedTuningFields.read(tuning, StartValueRule.lenient());
    }
}
