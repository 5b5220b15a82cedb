package io.soakstream.producer.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

/**
 * The names that a server on the loopback address may be called by. A web page elsewhere can make a browser connect to it
 * under another name (DNS rebinding), and the name is what gives that away.
 */
public final class LoopbackHosts {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private LoopbackHosts() {}

    /**
     * Whether nobody can reach this address from elsewhere.
     *
     * @throws IllegalArgumentException it is no address of this machine
     */
    public static boolean areBoundBy(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("bind: " + address + " is not an address of this machine", unknown);
        }
    }

    /** @param host the {@code Host} header, with or without a port; {@code null}: none */
    public static boolean contain(String host) {
        if (host == null) {
            return false;
        }
        int port = host.lastIndexOf(':');
        boolean named = port > host.lastIndexOf(']');
        return NAMES.contains(named && port >= 0 ? host.substring(0, port) : host);
    }
}
