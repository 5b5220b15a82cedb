package io.soakstream.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds ports nobody listens on. Another process may take one before we do: users of this class try again. */
final class FreePorts {
    private FreePorts() {}

    /**
     * Two different loopback ports that were free a moment ago; held together while choosing, so that they differ.
     *
     * @throws UncheckedIOException the system has no free port
     */
    static int[] two() {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket first = new ServerSocket(0, 1, loopback);
                ServerSocket second = new ServerSocket(0, 1, loopback)) {
            return new int[] {first.getLocalPort(), second.getLocalPort()};
        } catch (IOException none) {
            throw new UncheckedIOException("no free port on the loopback interface", none);
        }
    }

    /** One of {@link #two()}. */
    static int one() {
        return two()[0];
    }

    /** Whether nobody listens on any of these loopback ports. */
    static boolean areFree(int... ports) {
        for (int port : ports) {
            try {
                new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }
}
