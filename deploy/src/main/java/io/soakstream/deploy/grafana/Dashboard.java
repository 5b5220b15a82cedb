package io.soakstream.deploy.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.gate.report.JsonText;
import java.util.List;

/** A dashboard without what only one Grafana knows: exported twice, it is the same text. */
public final class Dashboard {
    /** Names that an instance gives or changes by itself. */
    private static final List<String> VOLATILE = List.of("id", "version", "iteration");

    private final ObjectNode model;

    private Dashboard(ObjectNode model) {
        this.model = model;
    }

    /**
     * From a file or an answer: the model alone, or inside {@code dashboard}.
     *
     * @throws IllegalArgumentException it is none
     */
    public static Dashboard of(JsonNode tree) {
        JsonNode inner = tree.path("dashboard").isObject() ? tree.get("dashboard") : tree;
        if (!inner.isObject() || !inner.path("title").isTextual()) {
            throw new IllegalArgumentException("is no dashboard: it has no title");
        }
        ObjectNode model = inner.deepCopy();
        VOLATILE.forEach(model::remove);
        return new Dashboard(model);
    }

    /** Its identity; empty text: it has none. */
    public String uid() {
        return model.path("uid").asText();
    }

    /** Names sorted, two spaces. */
    public String text() {
        return JsonText.pretty(model);
    }

    /** The body of an import, which takes the place of a dashboard with the same uid. */
    String importBody() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode dashboard = model.deepCopy();
        dashboard.putNull("id");
        body.set("dashboard", dashboard);
        body.put("overwrite", true);
        return body.toString();
    }
}
