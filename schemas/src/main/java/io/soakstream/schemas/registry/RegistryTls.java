package io.soakstream.schemas.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whom we trust and how we prove ourselves over TLS. Stores are PKCS#12 or JKS.
 *
 * @param truststore certificates that are trusted; {@code null}: those of the JDK
 * @param truststorePassword password of the truststore; {@code null} without one
 * @param keystore our own key and certificate, for mutual TLS; {@code null}: none
 * @param keystorePassword password of the keystore and its key; {@code null} without one
 */
public record RegistryTls(Path truststore, String truststorePassword, Path keystore, String keystorePassword) {
    private static final RegistryTls JDK_DEFAULTS = new RegistryTls(null, null, null, null);

    public RegistryTls {
        requirePair(truststore, truststorePassword, "registry.truststore");
        requirePair(keystore, keystorePassword, "registry.keystore");
    }

    public static RegistryTls jdkDefaults() {
        return JDK_DEFAULTS;
    }

    /** @throws IllegalArgumentException a store cannot be read; the message names its key and path */
    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers(), trustManagers(), null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("TLS with registry.truststore and registry.keystore fails", unusable);
        }
    }

    /** Shows paths but no passwords. */
    @Override
    public String toString() {
        return "RegistryTls[truststore=" + truststore + ", keystore=" + keystore + "]";
    }

    private TrustManager[] trustManagers() throws GeneralSecurityException {
        if (truststore == null) {
            return null;
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(load("registry.truststore", truststore, truststorePassword));
        return factory.getTrustManagers();
    }

    private KeyManager[] keyManagers() throws GeneralSecurityException {
        if (keystore == null) {
            return null;
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(load("registry.keystore", keystore, keystorePassword), keystorePassword.toCharArray());
        return factory.getKeyManagers();
    }

    private static KeyStore load(String key, Path path, String password) throws GeneralSecurityException {
        try {
            return KeyStore.getInstance(path.toFile(), password.toCharArray());
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(key + " cannot be opened: " + path, unreadable);
        }
    }

    private static void requirePair(Path store, String password, String key) {
        if ((store == null) != (password == null)) {
            throw new IllegalArgumentException(key + " and " + key + "-password go together");
        }
    }
}
