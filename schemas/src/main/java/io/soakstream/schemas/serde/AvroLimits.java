package io.soakstream.schemas.serde;

import java.util.Map;

/**
 * Upper limits for what a decoder allocates on the word of the bytes it reads, and trust in our own record classes.
 *
 * <p>Avro reads its limits from system properties when it first needs them, for the whole JVM. So they are set before
 * the first decoding, and a value that is there already stays: it is the operator's.
 */
final class AvroLimits {
    /** Longest field of bytes, and the sum of one collection's slots (bytes). */
    private static final int MAX_BYTES = 1024 * 1024;
    /** Longest string (bytes): the overrides document is the longest that we write, some 10 KiB. */
    private static final int MAX_STRING_BYTES = 256 * 1024;
    /** Most items of one array or map (count). */
    private static final int MAX_ITEMS = 10_000;

    private static final Map<String, Integer> LIMITS = Map.of(
            "org.apache.avro.limits.bytes.maxLength", MAX_BYTES,
            "org.apache.avro.limits.string.maxLength", MAX_STRING_BYTES,
            "org.apache.avro.limits.collectionItems.maxLength", MAX_ITEMS,
            "org.apache.avro.limits.collectionItems.maxAllocation", MAX_BYTES,
            "org.apache.avro.limits.decompress.maxLength", MAX_BYTES);

    static {
        LIMITS.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, Integer.toString(value));
            }
        });
        TrustedClasses.trustOurs();
    }

    private AvroLimits() {}

    /** Makes sure that limits and trust are in place; only the first call does anything. */
    static void ensure() {
        // The static initialiser has done it: the JVM runs it once, before any thread gets here.
    }
}
