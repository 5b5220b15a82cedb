package io.soakstream.producer.simulator;

/** The shapes that an effect can have. {@link StrictMath} throughout: the same digits on every JVM. */
final class Response {
    private Response() {}

    /** A change by 1 % moves the effect by {@code exponent} %. */
    static double elastic(double factor, double exponent) {
        return StrictMath.pow(factor, exponent);
    }

    /** The effect falls to a third (1/e) over each {@code scale}. */
    static double fading(double distance, double scale) {
        return StrictMath.exp(-distance / scale);
    }

    /** From any number to a share: 0 gives a half. */
    static double share(double odds) {
        return 1 / (1 + StrictMath.exp(-odds));
    }

    static double log(double factor) {
        return StrictMath.log(factor);
    }
}
