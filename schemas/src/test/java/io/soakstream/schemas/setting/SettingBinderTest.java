package io.soakstream.schemas.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingBinderTest {
    private static final SampleSettings DEFAULTS = SampleSettings.defaults();

    @Test
    void shouldLeaveTheDefaultsWhereNothingIsSaid() {
        assertThat(SettingBinder.bind(DEFAULTS, Map.of())).isEqualTo(DEFAULTS);
        assertThat(SettingBinder.bind(DEFAULTS, Map.of("limits", Map.of()))).isEqualTo(DEFAULTS);
    }

    @Test
    void shouldBindEveryTypeOfValue() {
        // When
        SampleSettings bound = SettingBinder.bind(
                DEFAULTS,
                SettingTree.parse("{'window_length': 12, 'limits': {'max_jump_ms': 9007199254740992, 'min_share': 0.3},"
                                .replace('\'', '"')
                        + "'auto_tune': false, 'owner': 'me', 'readers': ['bob', 'eve'], 'public_keys': {'bob': 'x'}}"
                                .replace('\'', '"')));

        // Then
        assertThat(bound)
                .isEqualTo(new SampleSettings(
                        12,
                        new SampleSettings.Limits(9_007_199_254_740_992L, new BigDecimal("0.3"), BigDecimal.ONE),
                        false,
                        "me",
                        List.of("bob", "eve"),
                        Map.of("bob", "x")));
    }

    @Test
    void shouldBindEveryTypeOfText() {
        // When
        SampleSettings bound = SettingBinder.bind(
                DEFAULTS,
                Map.of(
                        "window_length", "12",
                        "limits", Map.of("max_jump_ms", "5", "min_share", "0.3"),
                        "auto_tune", "false",
                        "owner", "12",
                        "readers", "bob, eve",
                        "public_keys", "bob=MCow=,eve=MCox=="));

        // Then
        assertThat(bound)
                .isEqualTo(new SampleSettings(
                        12,
                        new SampleSettings.Limits(5, new BigDecimal("0.3"), BigDecimal.ONE),
                        false,
                        "12",
                        List.of("bob", "eve"),
                        Map.of("bob", "MCow=", "eve", "MCox==")));
    }

    @Test
    void shouldReadDecimalsExactly() {
        assertThat(minShare(0.7)).isEqualTo(new BigDecimal("0.7"));
        assertThat(minShare("0.30")).isEqualTo(new BigDecimal("0.3"));
        assertThat(minShare("1e-3")).isEqualTo(new BigDecimal("0.001"));
    }

    @Test
    void shouldTakeADecimalWithOtherZerosForTheSame() {
        assertThat(SettingBinder.bind(DEFAULTS, Map.of("limits", Map.of("min_share", "0.1"))))
                .isEqualTo(DEFAULTS);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "window_length        | x         | tuner.window_length: \"x\" is no whole number",
                "window_length        | 1.5       | tuner.window_length: \"1.5\" is no whole number",
                "window_length        | ''        | tuner.window_length: \"\" is no whole number",
                "window_length        | 3000000000 | tuner.window_length: \"3000000000\" is too large or has too many digits",
                "window_length        | 1e999999999 | tuner.window_length: \"1e999999999\" is too large or has too many digits",
                "window_length        | 0         | tuner.window_length: 0 is below 1",
                "windw_length         | 8         | tuner.windw_length: no such setting; there are window_length, limits, "
                        + "auto_tune, owner, readers, public_keys",
                "limits               | 3         | tuner.limits: a group of settings, not a value",
                "limits.max_jump_ms   | week      | tuner.limits.max_jump_ms: \"week\" is no whole number",
                "limits.max_jump_ms   | 9007199254740993 | tuner.limits.max_jump_ms: \"9007199254740993\" is too large or "
                        + "has too many digits",
                "limits.max_jump_ms   | -1        | tuner.limits.max_jump_ms: -1 is below 0",
                "limits.max_jump_ms   | 8         | tuner.limits.max_jump_ms: 8 is the length of the window",
                "limits.min_share     | much      | tuner.limits.min_share: \"much\" is no decimal number",
                "limits.min_share     | 0.12345678901234567890 | tuner.limits.min_share: \"0.12345678901234567890\" is too "
                        + "large or has too many digits",
                "limits.min_share     | 2         | tuner.limits: the lowest share is above the highest",
                "limits.share         | 2         | tuner.limits.share: no such setting; there are max_jump_ms, min_share, "
                        + "max_share",
                "auto_tune            | yes       | tuner.auto_tune: \"yes\" is neither true nor false",
                "public_keys          | bob       | tuner.public_keys: \"bob\" is no map of texts",
                "public_keys          | a=1,a=2   | tuner.public_keys: \"a=1,a=2\" is no map of texts"
            })
    void shouldBeginEveryRefusalWithThePath(String path, String text, String message) {
        // Given
        String[] keys = path.split("\\.");
        Map<String, ?> overlay = keys.length == 1 ? Map.of(path, text) : Map.of(keys[0], Map.of(keys[1], text));

        // When // Then
        assertThatThrownBy(() -> SettingBinder.bind("tuner", DEFAULTS, overlay))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"window_length\": true}     | window_length: true is no whole number",
                "{\"window_length\": null}     | window_length: null is no whole number",
                "{\"limits\": null}            | limits: a group of settings, not a value",
                "{\"auto_tune\": 1}            | auto_tune: 1 is neither true nor false",
                "{\"owner\": 12}               | owner: 12 is no text",
                "{\"readers\": [1]}            | readers: [1] is no list of texts",
                "{\"readers\": {}}             | readers: {} is no list of texts",
                "{\"public_keys\": {\"a\": 1}} | public_keys: {a=1} is no map of texts"
            })
    void shouldRefuseAValueOfAnotherType(String json, String message) {
        assertThatThrownBy(() -> SettingBinder.bind(DEFAULTS, SettingTree.parse(json)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage(message);
    }

    @Property
    void shouldReadBackWhatItWrites(
            @ForAll @IntRange(min = 1) int length,
            @ForAll @LongRange(min = 1L << 32, max = 1L << 53) long jumpMs,
            @ForAll @BigRange(min = "0", max = "1") @Scale(6) BigDecimal share,
            @ForAll boolean autoTune,
            @ForAll String owner,
            @ForAll List<String> readers,
            @ForAll Map<String, String> keys) {
        // Given
        SampleSettings.Limits limits = new SampleSettings.Limits(jumpMs, share, BigDecimal.ONE);
        SampleSettings settings = SettingBinder.bind(
                DEFAULTS, SettingTree.of(new SampleSettings(length, limits, autoTune, owner, readers, keys)));

        // When
        String json = SettingTree.canonicalJson(settings);

        // Then
        assertThat(SettingBinder.bind(DEFAULTS, SettingTree.parse(json))).isEqualTo(settings);
    }

    private static BigDecimal minShare(Object value) {
        return SettingBinder.bind(DEFAULTS, Map.of("limits", Map.of("min_share", value)))
                .limits()
                .minShare();
    }
}
