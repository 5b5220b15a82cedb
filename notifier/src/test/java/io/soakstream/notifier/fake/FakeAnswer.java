package io.soakstream.notifier.fake;

import java.util.Map;

/** An answer of a fake. */
record FakeAnswer(int status, String contentType, String body, Map<String, String> headers) {
    static FakeAnswer json(int status, String body) {
        return new FakeAnswer(status, "application/json; charset=utf-8", body, Map.of());
    }

    static FakeAnswer text(int status, String body) {
        return new FakeAnswer(status, "text/html", body, Map.of());
    }

    FakeAnswer retryAfter(int seconds) {
        return new FakeAnswer(status, contentType, body, Map.of("Retry-After", Integer.toString(seconds)));
    }
}
