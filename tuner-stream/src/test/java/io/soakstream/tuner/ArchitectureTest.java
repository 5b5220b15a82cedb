package io.soakstream.tuner;

import io.soakstream.schemas.support.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("tuner");
    }
}
