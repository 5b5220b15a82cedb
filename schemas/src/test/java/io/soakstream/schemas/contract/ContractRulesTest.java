package io.soakstream.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules for every record and enum that a public topic can carry. */
class ContractRulesTest {
    private static final Set<Schema.Type> NUMBERS =
            Set.of(Schema.Type.INT, Schema.Type.LONG, Schema.Type.FLOAT, Schema.Type.DOUBLE);
    private static final Pattern UNIT = Pattern.compile("\\(.+\\)");
    /** Numbers that name a thing and measure nothing have no unit. */
    private static final Pattern ORDINAL = Pattern.compile("(.+_)?(iterations?|sequence|version)|gaps");

    static Stream<Schema> records() {
        return PublicSchemas.currentWithNested().values().stream()
                .filter(schema -> schema.getType() == Schema.Type.RECORD);
    }

    static Stream<Schema> enums() {
        return PublicSchemas.currentWithNested().values().stream()
                .filter(schema -> schema.getType() == Schema.Type.ENUM);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void shouldSayOfEveryFieldWhatItIsAndWhatAbsenceMeans(Schema record) {
        assertThat(record.getDoc()).isNotBlank();
        assertThat(record.getFields()).isNotEmpty().allSatisfy(field -> {
            assertThat(field.hasDefaultValue())
                    .as("%s has a default", field.name())
                    .isTrue();
            assertThat(field.doc()).as("doc of %s", field.name()).isNotBlank();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void shouldNameTheUnitOfEveryNumber(Schema record) {
        assertThat(record.getFields())
                .filteredOn(field -> isNumber(field.schema())
                        && !ORDINAL.matcher(field.name()).matches())
                .allSatisfy(field ->
                        assertThat(field.doc()).as("unit of %s", field.name()).containsPattern(UNIT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("enums")
    void shouldHaveAPlaceForSymbolsOfTomorrow(Schema symbols) {
        assertThat(symbols.getDoc()).isNotBlank();
        assertThat(symbols.getEnumDefault()).isEqualTo("UNKNOWN");
        assertThat(symbols.getEnumSymbols().get(0)).isEqualTo("UNKNOWN");
    }

    private static boolean isNumber(Schema schema) {
        return switch (schema.getType()) {
            case UNION -> schema.getTypes().stream().anyMatch(ContractRulesTest::isNumber);
            case ARRAY -> isNumber(schema.getElementType());
            default -> NUMBERS.contains(schema.getType());
        };
    }
}
