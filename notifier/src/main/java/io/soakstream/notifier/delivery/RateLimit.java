package io.soakstream.notifier.delivery;

/**
 * A platform's limit.
 *
 * @param perMinute messages in the long run (count)
 * @param burst messages at once (count)
 */
public record RateLimit(int perMinute, int burst) {
    /** Slack: "1 message per second per channel", with short bursts (docs.slack.dev, rate limits). */
    public static final RateLimit SLACK = new RateLimit(60, 3);

    /** Telegram: 20 messages a minute to a group (core.telegram.org/bots/faq); a private chat takes one a second. */
    public static final RateLimit TELEGRAM = new RateLimit(20, 3);

    /** Nothing but a bound. */
    public static final RateLimit WIDE = new RateLimit(60_000, 1000);

    /** @throws IllegalArgumentException it lets nothing through */
    public RateLimit {
        if (perMinute < 1 || burst < 1) {
            throw new IllegalArgumentException("limits: per_minute and burst must be 1 or more");
        }
    }
}
