package io.soakstream.producer;

import io.soakstream.schemas.support.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("producer");
    }
}
