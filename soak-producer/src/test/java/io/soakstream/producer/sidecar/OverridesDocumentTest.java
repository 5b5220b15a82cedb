package io.soakstream.producer.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverridesDocumentTest {
    private static final Overrides WANTED = Desk.values(Map.of("tail_age_ms", "650", "impact_cap_ratio", "0.095"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'tail_age_ms': 600}",
                "{'engine': {'tail_age_ms': 600}}",
                "{'engine.tail_age_ms': 600}",
                "{'engine': {'tail_age_ms': 600}, 'tail_age_ms': 600.0, 'impact_cap_ratio': 0.1}",
                "{'engine': {'tail_age_ms': 6000}}",
                "{'engine': {'tail_age_ms': 'x'}}",
                "{'engine': 3, 'risk': [1]}",
                "{'engine': {}, 'maker': {'bias': 0.5}, 'quoting.rebid_threshold_bps': 3}"
            })
    void shouldHoldExactlyWhatIsWantedAfterwards(String before) {
        // When
        OverridesDocument after = parse(new String(parse(before).with(WANTED), StandardCharsets.UTF_8));

        // Then
        assertThat(after.faults()).isEmpty();
        assertThat(after.holds(WANTED)).isTrue();
        assertThat(after.stateHash()).isEqualTo(WANTED.stateHash());
    }

    @Test
    void shouldKeepWhatItDoesNotKnow() {
        // Given
        String before =
                "{'engine': {'mine': {'deep': [1, 2.50, 1e3]}, 'tail_age_ms': 600}, 'risk': {'tail_age_ms': 'odd'},"
                        + " 'text': '\u00e4', 'none': null, 'big': 123456789012345678901234567890}";

        // When
        ObjectNode after = ExactJson.object(parse(before).with(WANTED));

        // Then
        assertThat(after.at("/engine/mine").toString()).isEqualTo("{\"deep\":[1,2.50,1E+3]}");
        assertThat(after.at("/risk/tail_age_ms").textValue()).isEqualTo("odd");
        assertThat(after.at("/text").textValue()).isEqualTo("\u00e4");
        assertThat(after.at("/none").isNull()).isTrue();
        assertThat(after.at("/big").toString()).isEqualTo("123456789012345678901234567890");
    }

    @Test
    void shouldPutNewValuesWhereTheBotLooksForTheOthers() {
        // When
        ObjectNode flat = ExactJson.object(parse("{'tail_age_ms': 600}").with(WANTED));
        ObjectNode nested =
                ExactJson.object(parse("{'engine': {'tail_age_ms': 600}}").with(WANTED));
        ObjectNode fresh = ExactJson.object(parse("{}").with(WANTED));

        // Then
        assertThat(flat.at("/impact_cap_ratio").decimalValue()).isEqualByComparingTo("0.095");
        assertThat(flat.has("risk")).isFalse();
        assertThat(nested.at("/risk/impact_cap_ratio").decimalValue()).isEqualByComparingTo("0.095");
        assertThat(nested.has("impact_cap_ratio")).isFalse();
        assertThat(fresh.at("/risk/impact_cap_ratio").decimalValue()).isEqualByComparingTo("0.095");
    }

    @Test
    void shouldHashWhatIsMissingAsItsStartValue() {
        assertThat(parse("{}").stateHash()).isEqualTo(Desk.values(Map.of()).stateHash());
        assertThat(parse("{}").holds(Desk.values(Map.of()))).isFalse();
    }

    private static OverridesDocument parse(String json) {
        return OverridesDocument.parse(
                ParameterCatalogue.standard(), json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
