package io.soakstream.schemas;

import io.soakstream.schemas.support.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("schemas");
    }
}
