package io.soakstream.deploy.app;

import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.util.Optional;

/**
 * Asks a process whether it is well, for container engines that can only run a command: the image has no other program
 * that could. A class of its own, as the soak command would load ten times as much for one request.
 */
public final class HealthProbe {
    private static final int TIMEOUT_MS = 3_000;
    private static final int WELL = 0;
    private static final int ILL = 1;

    private HealthProbe() {}

    /** @param arguments the URL to ask, such as {@code http://127.0.0.1:8090/health/ready} */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.err));
    }

    /** Gives the exit code of a health check: 0 if the answer was 200, else 1 with a line that says why. */
    static int run(String[] arguments, PrintStream err) {
        if (arguments.length != 1) {
            err.println("HealthProbe: one URL is needed");
            return ILL;
        }
        Optional<String> wrong = ask(arguments[0]);
        wrong.ifPresent(reason -> err.println("HealthProbe: " + arguments[0] + ": " + reason));
        return wrong.isEmpty() ? WELL : ILL;
    }

    private static Optional<String> ask(String text) {
        try {
            URL url = URI.create(text).toURL();
            if (!(url.openConnection() instanceof HttpURLConnection connection)) {
                return Optional.of("not an HTTP address");
            }
            connection.setConnectTimeout(TIMEOUT_MS);
            connection.setReadTimeout(TIMEOUT_MS);
            connection.setInstanceFollowRedirects(false);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == HttpURLConnection.HTTP_OK ? Optional.empty() : Optional.of("status " + status);
        } catch (IOException | IllegalArgumentException failed) {
            return Optional.of(failed.toString());
        }
    }
}
