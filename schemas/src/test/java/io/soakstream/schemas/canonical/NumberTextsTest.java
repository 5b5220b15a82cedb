package io.soakstream.schemas.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NumberTextsTest {
    private final NumberTexts texts = new NumberTexts();
    private final AtomicInteger printed = new AtomicInteger();

    @Test
    void shouldPrintANumberOnce() {
        // When
        List<String> answers = List.of(text(0.1 + 0.2), text(0.1 + 0.2));

        // Then
        assertThat(answers).containsExactly("0.30000000000000004", "0.30000000000000004");
        assertThat(printed).hasValue(1);
    }

    @Test
    void shouldTellZeroFromItsNegative() {
        assertThat(List.of(text(0.0), text(-0.0))).containsExactly("0.0", "-0.0");
    }

    @Property(tries = 200)
    void shouldAnswerWhatWouldBePrinted(@ForAll @Size(max = 500) List<Double> numbers) {
        NumberTexts shared = new NumberTexts();
        for (double number : numbers) {
            assertThat(shared.text(number, Double::toString)).isEqualTo(Double.toString(number));
        }
    }

    private String text(double value) {
        return texts.text(value, number -> {
            printed.incrementAndGet();
            return Double.toString(number);
        });
    }
}
