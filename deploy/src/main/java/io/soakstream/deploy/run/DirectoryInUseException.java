package io.soakstream.deploy.run;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Another soak writes into the directory. */
public final class DirectoryInUseException extends FileSystemException {
    DirectoryInUseException(Path directory) {
        super(
                directory.toString(),
                null,
                "another soak writes there: wait for its end, or give this one a directory of its own (--run-isolated, --out)");
    }

    @Override
    public String getMessage() {
        return getFile() + ": " + getReason();
    }
}
