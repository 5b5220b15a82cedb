package io.soakstream.notifier.http;

import java.util.Set;

/**
 * Where receivers may connect to.
 *
 * @param hosts the only names that are connected to
 * @param addresses what their names may lead to
 * @param plainLoopback http, without TLS, to loopback addresses that {@code addresses} allows: for tests
 */
public record NetworkRules(Set<String> hosts, AddressPolicy addresses, boolean plainLoopback) {
    public NetworkRules {
        hosts = Set.copyOf(hosts);
    }
}
