package io.soakstream.schemas.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.erdtman.jcs.JsonCanonicalizer;
import org.erdtman.jcs.NumberToJSON;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void shouldSortNamesAndDropWhiteSpace() {
        // Given
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("risk", Map.of("base_spread_bps", new BigDecimal("0.2500")));
        tree.put("engine", Map.of("tail_age_ms", 500));

        // When
        String json = CanonicalJson.write(tree);

        // Then
        assertThat(json).isEqualTo("{\"engine\":{\"tail_age_ms\":500},\"risk\":{\"base_spread_bps\":0.25}}");
    }

    @Test
    void shouldHashTheSameContentToTheSameValue() {
        // When
        String first = StateHash.of(Map.of("risk", Map.of("base_spread_bps", new BigDecimal("0.2"))));
        String second = StateHash.of(Map.of("risk", Map.of("base_spread_bps", new BigDecimal("0.25"))));
        String third = StateHash.of(Map.of("risk", Map.of("base_spread_bps", new BigDecimal("0.200"))));

        // Then
        assertThat(first).hasSize(64).isNotEqualTo(second).isEqualTo(third);
    }

    @Test
    void shouldRefuseWhatIsNotANumber() {
        assertThatThrownBy(() -> CanonicalJson.write(Map.of("x", List.of(Double.NaN))))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> Decimals.shortest(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void shouldWriteWhatTheReferenceCanonicaliserWrites(@ForAll("trees") Map<String, Object> tree) throws IOException {
        // Given
        String anyOrder = new ObjectMapper().writeValueAsString(tree);

        // When
        String canonical = CanonicalJson.write(tree);

        // Then
        assertThat(canonical).isEqualTo(new JsonCanonicalizer(anyOrder).getEncodedString());
    }

    @Provide
    Arbitrary<Map<String, Object>> trees() {
        // Lone surrogates are no text and refused by both.
        Arbitrary<String> texts =
                Arbitraries.strings().withCharRange('\u0000', '\ud7ff').ofMaxLength(12);
        Arbitrary<Object> leaves = Arbitraries.oneOf(
                texts.map(text -> (Object) text),
                Arbitraries.doubles().map(number -> (Object) number),
                Arbitraries.integers().map(number -> (Object) number),
                Arbitraries.of(true, false).map(flag -> (Object) flag));
        Arbitrary<Object> nodes = Arbitraries.lazyOf(
                () -> leaves, () -> leaves, () -> leaves.list().ofMaxSize(4).map(list -> (Object) list));
        return Arbitraries.maps(texts, nodes).ofMaxSize(6);
    }

    @Test
    void shouldFindTheShortestDecimalOnEveryJavaVersion() {
        assertThat(Decimals.shortest(0.1 + 0.2)).isEqualByComparingTo("0.30000000000000004");
        assertThat(Decimals.shortest(2.0E-3)).isEqualByComparingTo("0.002");
        // Java 17 prints one digit more than this one needs.
        assertThat(Decimals.shortest(2.2250738585072014E-308 * 2e15).precision())
                .isLessThanOrEqualTo(17);
    }

    @Property
    void shouldReadBackAsTheSameDouble(@ForAll double value) {
        assertThat(Decimals.shortest(value).doubleValue()).isEqualTo(value == 0 ? 0.0 : value);
    }

    @Property
    void shouldAgreeWithTheReferenceOnShortDecimalsToo(
            @ForAll @IntRange(min = -2_000_000_000, max = 2_000_000_000) int digits,
            @ForAll @IntRange(max = 12) int scale)
            throws IOException {
        // Given
        double value = BigDecimal.valueOf(digits, scale).doubleValue();

        // When
        String reference = NumberToJSON.serializeNumber(value);

        // Then
        assertThat(Decimals.ecmascript(value)).isEqualTo(reference);
        assertThat(Decimals.shortest(value)).isEqualByComparingTo(reference);
    }

    @Property
    void shouldAgreeWithTheReferenceOnAnyDouble(@ForAll double value) throws IOException {
        assertThat(Decimals.ecmascript(value)).isEqualTo(NumberToJSON.serializeNumber(value));
    }

    @Test
    void shouldPrintPlainDecimals() {
        assertThat(Decimals.plain(new BigDecimal("300.0"))).isEqualTo("300");
        assertThat(Decimals.plain(new BigDecimal("0.000"))).isEqualTo("0");
        assertThat(Decimals.plain(new BigDecimal("-0.0050"))).isEqualTo("-0.005");
        assertThat(Decimals.rounded(3.1375, 3)).isEqualByComparingTo("3.138");
        assertThat(Decimals.rounded(2.20625, 4)).isEqualByComparingTo("2.2062");
    }
}
