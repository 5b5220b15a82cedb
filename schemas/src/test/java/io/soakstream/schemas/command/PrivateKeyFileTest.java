package io.soakstream.schemas.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivateKeyFileTest {
    @ParameterizedTest
    @CsvSource({
        // A person's own key.
        "rw-------, ann, ann, true",
        "r--------, ann, ann, true",
        "rw-r-----, ann, ann, false",
        "rw----r--, ann, ann, false",
        "rw-r-----, root, root, false",
        // A secret of Kubernetes, which belongs to root and is read through the group of the pod.
        "r--r-----, root, ?, true",
        "r--r-----, 0, soak, true",
        "rw-rw----, root, soak, false",
        "r--r--r--, root, soak, false"
    })
    void shouldBeReadByNobodyWhomItIsNotMeantFor(String permissions, String owner, String user, boolean expected) {
        // When
        boolean isPrivate = PrivateKeyFile.isPrivate(PosixFilePermissions.fromString(permissions), owner, user);

        // Then
        assertThat(isPrivate).isEqualTo(expected);
    }
}
