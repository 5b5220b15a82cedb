package io.soakstream.notifier;

import io.soakstream.schemas.support.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("notifier");
    }
}
