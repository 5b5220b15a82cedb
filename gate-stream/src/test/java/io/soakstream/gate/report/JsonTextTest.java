package io.soakstream.gate.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    @Test
    void shouldSortNamesAtEveryLevel() {
        // Given
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("b", 1);
        tree.putArray("a").addObject().put("z", 305.0).put("y", new BigDecimal("1E+3"));

        // When
        String text = JsonText.compact(tree);

        // Then
        assertThat(text).isEqualTo("{\"a\":[{\"y\":1000,\"z\":305.0}],\"b\":1}\n");
    }

    @Test
    void shouldIndentByTwoSpacesAndStayAscii() {
        // Given
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.putArray("empty");
        tree.putObject("none");
        tree.putArray("list").add("\u2192");

        // When
        String text = JsonText.pretty(tree);

        // Then
        assertThat(text).isEqualTo("{\n  \"empty\": [],\n  \"list\": [\n    \"\\u2192\"\n  ],\n  \"none\": {}\n}\n");
    }
}
