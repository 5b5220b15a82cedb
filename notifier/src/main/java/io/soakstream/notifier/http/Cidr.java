package io.soakstream.notifier.http;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A range of addresses, such as {@code 10.0.0.0/8} or {@code fd00::/8}.
 *
 * @param first its base address, in network order
 * @param bits how many of its leading bits are those of every address (count)
 */
public record Cidr(BigInteger first, int width, int bits) {
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]+");

    /** @throws IllegalArgumentException it is no range of addresses */
    public static Cidr parse(String text) {
        String[] parts = text.split("/", -1);
        // A name must not be looked up here.
        if (parts.length != 2 || !LITERAL.matcher(parts[0]).matches() || !parts[1].matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException("'" + text + "' is not ADDRESS/BITS");
        }
        try {
            byte[] address = InetAddress.getByName(parts[0]).getAddress();
            int bits = Integer.parseInt(parts[1]);
            if (bits > address.length * 8) {
                throw new IllegalArgumentException("'" + text + "' has more bits than an address");
            }
            return new Cidr(new BigInteger(1, address), address.length * 8, bits);
        } catch (UnknownHostException noAddress) {
            throw new IllegalArgumentException("'" + text + "' is not ADDRESS/BITS", noAddress);
        }
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        int others = width - bits;
        return bytes.length * 8 == width
                && new BigInteger(1, bytes).shiftRight(others).equals(first.shiftRight(others));
    }
}
