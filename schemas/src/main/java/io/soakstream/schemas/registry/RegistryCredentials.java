package io.soakstream.schemas.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * How we name ourselves to the registry: user and password, or a bearer token, or nothing.
 *
 * @param user user of HTTP basic authentication; {@code null}: none
 * @param password password of that user; {@code null} exactly where the user is
 * @param token bearer token; {@code null}: none; never together with a user
 */
public record RegistryCredentials(String user, String password, String token) {
    private static final RegistryCredentials NONE = new RegistryCredentials(null, null, null);

    public RegistryCredentials {
        require((user == null) == (password == null), "registry.user and registry.password go together");
        require(user == null || token == null, "registry.token cannot be combined with registry.user");
        require(user == null || user.indexOf(':') < 0, "registry.user must not contain a colon");
        require(isHeaderSafe(token), "registry.token must be printable ASCII without spaces");
    }

    public static RegistryCredentials none() {
        return NONE;
    }

    public static RegistryCredentials basic(String user, String password) {
        return new RegistryCredentials(user, password, null);
    }

    public static RegistryCredentials bearer(String token) {
        return new RegistryCredentials(null, null, token);
    }

    /** The value of the header {@code Authorization}, if one is to be sent. */
    Optional<String> authorization() {
        if (token != null) {
            return Optional.of("Bearer " + token);
        }
        if (user == null) {
            return Optional.empty();
        }
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** Says which kind it is and no more: configuration ends up in logs. */
    @Override
    public String toString() {
        if (token != null) {
            return "RegistryCredentials[bearer]";
        }
        return user == null ? "RegistryCredentials[none]" : "RegistryCredentials[basic]";
    }

    private static boolean isHeaderSafe(String token) {
        return token == null || (!token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c < 127));
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
