package io.soakstream.notifier.delivery;

import io.soakstream.notifier.domain.Notice;

/** The newest state of a run, for its living message; an older one that was not shown is not missed. */
record Progress(Notice notice, Owner owner) {}
