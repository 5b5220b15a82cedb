package io.soakstream.notifier.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/** Looks a name up once and refuses it if one of its addresses is refused: the client dials just those addresses. */
final class CheckedDns implements Dns {
    private final NetworkRules rules;

    CheckedDns(NetworkRules rules) {
        this.rules = rules;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> addresses = Dns.SYSTEM.lookup(host);
        for (InetAddress address : addresses) {
            if (!rules.addresses().allows(address)) {
                throw new RefusedTargetException(host + " leads to an address that is not public");
            }
        }
        return addresses;
    }
}
