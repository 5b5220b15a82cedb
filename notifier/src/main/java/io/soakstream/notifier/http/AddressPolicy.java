package io.soakstream.notifier.http;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses may be dialled: public ones, and private ones that are named. Without it a name that somebody else
 * controls could lead to services of this network.
 *
 * @param allowedPrivate ranges that are reached although they are not public
 */
public record AddressPolicy(List<Cidr> allowedPrivate) {
    /** What the special-purpose registries of RFC 6890 hold beyond what Java knows by name. */
    private static final List<Cidr> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "100.64.0.0/10",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "240.0.0.0/4",
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "fc00::/7")
            .map(Cidr::parse)
            .toList();

    public AddressPolicy {
        allowedPrivate = List.copyOf(allowedPrivate);
    }

    public boolean allows(InetAddress address) {
        return isPublic(address) || allowedPrivate.stream().anyMatch(range -> range.contains(address));
    }

    private static boolean isPublic(InetAddress address) {
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return !special && NOT_PUBLIC.stream().noneMatch(range -> range.contains(address));
    }
}
