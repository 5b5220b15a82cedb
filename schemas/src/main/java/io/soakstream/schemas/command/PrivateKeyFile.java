package io.soakstream.schemas.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.util.EnumSet;
import java.util.Set;

/**
 * The file of a private key, which is its owner's alone. One of root's that the process gets through its group is as good:
 * so Kubernetes hands secrets to a process that is not root, and a group may no more than read it.
 */
public final class PrivateKeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
    private static final Set<PosixFilePermission> OWNER_AND_READING_GROUP = EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.GROUP_READ);

    /** By name, or by number where a container knows no names. */
    private static final Set<String> ROOT = Set.of("root", "0");
    /** A key is a few hundred bytes; whatever is larger is another file. */
    private static final long MAX_BYTES = 16_384;

    private PrivateKeyFile() {}

    /**
     * Reads a PKCS #8 PEM file. A file system without POSIX permissions says nothing about who else can read it.
     *
     * @throws UnusableKeyException it is not there, not such a key, or others than its owner have a right to it; the
     *     message names the file
     */
    public static PrivateKey read(Path file) {
        String pem = text(file);
        try {
            return CommandKeys.privateKey(pem);
        } catch (UnusableKeyException unusable) {
            throw new UnusableKeyException(file + ": " + unusable.getMessage(), unusable);
        }
    }

    private static String text(Path file) {
        try {
            requireOwnerOnly(file);
            if (Files.size(file) > MAX_BYTES) {
                throw new UnusableKeyException(file + ": too large for a private key");
            }
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UnusableKeyException(file + ": the private key cannot be read", unreadable);
        }
    }

    private static void requireOwnerOnly(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> permissions = view.readAttributes().permissions();
        String owner = view.getOwner().getName();
        if (!isPrivate(permissions, owner, System.getProperty("user.name", owner))) {
            throw new UnusableKeyException(file + ": a private key is for its owner alone, but its permissions are "
                    + PosixFilePermissions.toString(permissions) + "; run: chmod 600 '" + file + "'");
        }
    }

    /**
     * Whether nobody reads a key whom it is not meant for.
     *
     * @param owner of the file
     * @param user that the process runs as
     */
    static boolean isPrivate(Set<PosixFilePermission> permissions, String owner, String user) {
        boolean handedOver = ROOT.contains(owner) && !ROOT.contains(user);
        return (handedOver ? OWNER_AND_READING_GROUP : OWNER_ONLY).containsAll(permissions);
    }
}
