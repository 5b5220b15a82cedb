package io.soakstream.deploy.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A key of a test and the certificate that it signed itself, for 127.0.0.1 and no other name.
 *
 * @param store PKCS12 with both
 * @param trusted PEM with the certificate alone: what others trust it by
 */
public record Certificate(Path store, Path trusted) {
    public static final String PASSWORD = "of-the-test-only";

    /** Makes one with the JDK's own tool, in files that begin with the name. */
    public static Certificate selfSigned(Path directory, String name) {
        Certificate made = new Certificate(directory.resolve(name + ".p12"), directory.resolve(name + ".pem"));
        made.keytool(
                "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "san=ip:127.0.0.1", "-validity", "2");
        made.keytool("-exportcert", "-rfc", "-file", made.trusted.toString());
        return made;
    }

    private void keytool(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "key", "-keystore", store.toString(), "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", PASSWORD));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool: " + said);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
