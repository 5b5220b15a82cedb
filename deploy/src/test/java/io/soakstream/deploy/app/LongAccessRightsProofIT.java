package io.soakstream.deploy.app;

import io.soakstream.schemas.topic.AccessRule.Need;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** All rights, where the short form takes one of each kind. */
@Tag("proof")
class LongAccessRightsProofIT extends AccessRightsIT {
    static Stream<AccessTrial.Right> needed() {
        return AccessTrial.all().filter(right -> right.rule().need() == Need.WORK);
    }

    static Stream<AccessTrial.Right> checks() {
        return AccessTrial.all().filter(right -> right.rule().need() == Need.CHECK);
    }
}
