package io.soakstream.schemas.registry;

import java.net.URI;
import java.util.Objects;

/**
 * Which registry, as whom and with how much patience.
 *
 * @param url root of its Confluent REST API, such as {@code http://127.0.0.1:8081/apis/ccompat/v7}
 * @param credentials how we name ourselves
 * @param tls whom we trust; only for https
 * @param timeouts how long things may take
 */
public record RegistryConfig(URI url, RegistryCredentials credentials, RegistryTls tls, RegistryTimeouts timeouts) {

    /** The messages never repeat the URL: it may be refused because there is a password in it. */
    public RegistryConfig {
        Objects.requireNonNull(url, "registry.url is missing");
        Objects.requireNonNull(credentials, "registry.user and registry.token");
        Objects.requireNonNull(tls, "registry.truststore");
        Objects.requireNonNull(timeouts, "registry.patience");
        require(
                "http".equals(url.getScheme()) || "https".equals(url.getScheme()),
                "registry.url must be http or https");
        require(
                url.getRawUserInfo() == null
                        && !String.valueOf(url.getRawAuthority()).contains("@"),
                "registry.url must not name a user: use registry.user and registry.password");
        require(url.getHost() != null, "registry.url must name a host");
        require(
                url.getRawQuery() == null && url.getRawFragment() == null,
                "registry.url must have neither query nor fragment");
    }

    /** A registry without authentication, with the usual patience. */
    public static RegistryConfig of(URI url) {
        return new RegistryConfig(
                url, RegistryCredentials.none(), RegistryTls.jdkDefaults(), RegistryTimeouts.defaults());
    }

    public RegistryConfig withCredentials(RegistryCredentials other) {
        return new RegistryConfig(url, other, tls, timeouts);
    }

    public RegistryConfig withTls(RegistryTls other) {
        return new RegistryConfig(url, credentials, other, timeouts);
    }

    public RegistryConfig withTimeouts(RegistryTimeouts other) {
        return new RegistryConfig(url, credentials, tls, other);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
