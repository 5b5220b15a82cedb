package io.soakstream.producer.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScrapeTest {
    @Test
    void shouldReadTheTextFormat() {
        // Given
        Scrape scrape = Scrape.parse("""
                # HELP mm_ws_lag_max_ms Largest market data lag
                # TYPE mm_ws_lag_max_ms gauge
                mm_ws_lag_max_ms 125.5 1700000000000

                mm_guard_trip_total{guard="velocity",} 3
                mm_guard_trip_total{ guard = "a\\"b\\\\c\\nd" , } 4
                mm_md_cache_hit_total +Inf
                """);

        // When // Then
        assertThat(scrape.only("mm_ws_lag_max_ms")).hasValue(125.5);
        assertThat(scrape.sum("mm_guard_trip_total")).hasValue(7);
        assertThat(scrape.sum("mm_md_cache_hit_total")).isEmpty();
        assertThat(scrape.sum("mm_md_cache_miss_total")).isEmpty();
    }

    @Test
    void shouldTakeNoGaugeOfSeveralSeries() {
        assertThat(Scrape.parse("a{b=\"1\"} 1\na{b=\"2\"} 2").only("a")).isEmpty();
    }

    @Test
    void shouldTakeNotANumberForUnknown() {
        assertThat(Scrape.parse("a NaN").only("a")).isEmpty();
        assertThat(Scrape.parse("a NaN").sum("a")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ok 1\\n{} 2 | line 2: expected a name in column 1",
                "a | line 1: \"\" is not a number",
                "a x | line 1: \"x\" is not a number",
                "a{b=1} 2 | line 1: expected \" in column 5",
                "a{b} 2 | line 1: expected = in column 4",
                "a{b=\"1 | line 1: it ends within a label",
                "a{b=\"1\" c=\"2\"} 3 | line 1: expected , or } in column 9",
                "a{b=\"1\",b=\"2\"} 3 | line 1: label b is there twice",
                "<html> | line 1: expected a name in column 1"
            })
    void shouldNameTheLineThatIsWrong(String text, String message) {
        assertThatThrownBy(() -> Scrape.parse(text.replace("\\n", "\n")))
                .isInstanceOf(MalformedMetricsException.class)
                .hasMessage(message);
    }

    @Test
    void shouldRefuseABoundThatIsNoNumber() {
        assertThatThrownBy(() -> Scrape.parse("h_bucket{le=\"x\"} 1").buckets("h", Map.of()))
                .isInstanceOf(MalformedMetricsException.class)
                .hasMessageContaining("le: \"x\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "localhost:9100", "http:///metrics", "http://me:secret@host/metrics"})
    void shouldRefuseAnAddressThatIsNone(String address) {
        assertThatThrownBy(() -> new MetricsEndpoint(java.net.URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }
}
