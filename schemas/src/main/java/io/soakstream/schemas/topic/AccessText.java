package io.soakstream.schemas.topic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;

/** The rights of an app, written down. */
public final class AccessText {
    private AccessText() {}

    static String operation(AclOperation operation) {
        return SecurityUtils.operationName(operation);
    }

    static String resource(AccessRule rule) {
        if (rule.type() == ResourceType.CLUSTER) {
            return "the cluster";
        }
        String kind = rule.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (rule.pattern()) {
            case PREFIXED -> kind + " " + rule.name() + "*";
            default -> kind + " " + rule.name();
        };
    }

    /** Lines for a shell: one call of {@code kafka-acls.sh} for each resource, its operations in the order of the catalogue. */
    public static List<String> commands(AppAccess access, String principal) {
        Map<String, List<AccessRule>> byResource = new LinkedHashMap<>();
        access.rules()
                .forEach(rule -> byResource
                        .computeIfAbsent(resource(rule), named -> new ArrayList<>())
                        .add(rule));
        return byResource.values().stream()
                .map(rules -> command(rules, principal))
                .toList();
    }

    private static String command(List<AccessRule> rules, String principal) {
        String operations = rules.stream()
                .map(rule -> " --operation " + operation(rule.operation()))
                .collect(Collectors.joining());
        return "kafka-acls.sh --bootstrap-server \"$BOOTSTRAP\" --command-config \"$ADMIN_CONFIG\" --add"
                + " --allow-principal " + quoted(principal) + operations + target(rules.get(0));
    }

    private static String target(AccessRule rule) {
        String pattern =
                " --resource-pattern-type " + rule.pattern().name().toLowerCase(Locale.ROOT);
        return switch (rule.type()) {
            case CLUSTER -> " --cluster";
            case GROUP -> " --group " + rule.name() + pattern;
            case TRANSACTIONAL_ID -> " --transactional-id " + rule.name() + pattern;
            default -> " --topic " + rule.name() + pattern;
        };
    }

    /** A principal may have spaces and dollars in it, as distinguished names do. */
    private static String quoted(String principal) {
        return "'" + principal.replace("'", "'\\''") + "'";
    }

    /** The same for programs: app, doc, principal, and rules with resource, name, pattern, operation, need and purpose. */
    public static ObjectNode json(AppAccess access, String principal) {
        ObjectNode app = JsonNodeFactory.instance.objectNode();
        app.put("app", access.app()).put("doc", access.doc()).put("principal", principal);
        ArrayNode rules = app.putArray("rules");
        access.rules()
                .forEach(rule -> rules.addObject()
                        .put("resource", rule.type().name())
                        .put("name", rule.name())
                        .put("pattern", rule.pattern().name())
                        .put("operation", rule.operation().name())
                        .put("need", rule.need().name())
                        .put("purpose", rule.purpose()));
        return app;
    }
}
