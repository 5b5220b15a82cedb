package io.soakstream.notifier.message;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Keeps a platform's limits by leaving out whole sections: markup is never cut. */
public final class Fitting {
    private Fitting() {}

    /**
     * The message as rendered, with as much as fits.
     *
     * @param render gives a platform's form of it
     * @param fits whether the platform takes that
     */
    public static <T> T fit(Message message, Function<Message, T> render, Predicate<T> fits) {
        Optional<Message> next = Optional.of(message);
        T rendered = render.apply(message);
        while (!fits.test(rendered)) {
            next = next.flatMap(Message::shorter);
            // A line and a title of clean spans are within every platform's limits.
            rendered = render.apply(next.orElseThrow(() -> new IllegalStateException("nothing is short enough")));
        }
        return rendered;
    }
}
