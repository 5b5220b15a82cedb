package io.soakstream.deploy.app;

/** Ctrl-C and SIGTERM close what runs before the process ends. */
final class Shutdown {
    private Shutdown() {}

    /** @param parts closed in this order; each must bear being closed twice */
    static void closeOnSignal(AutoCloseable... parts) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAll(parts), "soak-shutdown"));
    }

    private static void closeAll(AutoCloseable... parts) {
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception failed) {
                // The log may be gone already at this point of a process's life.
                System.err.println("soak: could not close " + part + ": " + failed);
            }
        }
    }
}
