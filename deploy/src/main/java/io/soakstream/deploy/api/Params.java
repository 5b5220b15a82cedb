package io.soakstream.deploy.api;

import io.javalin.http.Context;
import io.soakstream.producer.http.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Parameters of a query, checked. */
final class Params {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final int USUAL_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;

    private Params() {}

    /** How many rows a page has at most. */
    static int limit(Context context) {
        OptionalLong stated = number(context, "limit");
        if (stated.isPresent() && (stated.getAsLong() < 1 || stated.getAsLong() > MAX_LIMIT)) {
            throw Problem.of(400, "limit", "must be a whole number from 1 to " + MAX_LIMIT);
        }
        return (int) stated.orElse(USUAL_LIMIT);
    }

    static OptionalLong number(Context context, String name) {
        String stated = context.queryParam(name);
        if (stated == null) {
            return OptionalLong.empty();
        }
        if (!NUMBER.matcher(stated).matches()) {
            throw Problem.of(400, name, "must be a whole number");
        }
        return OptionalLong.of(Long.parseLong(stated));
    }

    /** An iteration in the path. */
    static int iteration(Context context) {
        String stated = context.pathParam("iteration");
        if (!NUMBER.matcher(stated).matches() || stated.length() > 9) {
            throw Problem.of(400, "iteration", "must be a whole number");
        }
        return Integer.parseInt(stated);
    }

    static boolean flag(Context context, String name) {
        String stated = context.queryParam(name);
        if (stated != null && !stated.equals("true") && !stated.equals("false")) {
            throw Problem.of(400, name, "must be true or false");
        }
        return "true".equals(stated);
    }

    static <E extends Enum<E>> Optional<E> word(Context context, String name, Class<E> type) {
        String stated = context.queryParam(name);
        if (stated == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(stated.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> Problem.of(400, name, "must be one of " + Arrays.toString(type.getEnumConstants()))));
    }
}
