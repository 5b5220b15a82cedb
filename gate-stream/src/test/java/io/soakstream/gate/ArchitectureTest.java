package io.soakstream.gate;

import io.soakstream.schemas.support.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("gate");
    }
}
