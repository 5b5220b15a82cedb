package io.soakstream.notifier.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Slack: chat.postMessage, chat.update and an incoming webhook. */
public final class FakeSlack extends FakePlatform {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** docs.slack.dev/reference/methods/chat.postMessage, "Truncating content": at most 4,000 characters of text. */
    private static final int MAX_TEXT = 4000;
    /** docs.slack.dev/reference/block-kit/blocks: up to 50 blocks in a message. */
    private static final int MAX_BLOCKS = 50;
    /** docs.slack.dev/reference/block-kit/blocks/section-block: 1 to 3000 characters. */
    private static final int MAX_SECTION = 3000;
    /** Observed, not documented: slackapi/bolt-js issue 2509, error msg_blocks_too_long. */
    private static final int MAX_TOTAL = 13_000;

    private final String token;
    private final String channel;
    private final Set<String> times = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();

    private FakeSlack(String token, String channel) {
        this.token = token;
        this.channel = channel;
    }

    public static FakeSlack start(String token, String channel) {
        return new FakeSlack(token, channel);
    }

    /** Base of the methods. */
    public String api() {
        return url() + "/api/";
    }

    /** An incoming webhook, which is secret as a whole. */
    public String webhook() {
        return url() + "/services/T000/B000/" + token;
    }

    @Override
    void routes(JavalinConfig javalin) {
        javalin.routes.post("/api/chat.postMessage", context -> answer(context, this::post));
        javalin.routes.post("/api/chat.update", context -> answer(context, this::update));
        javalin.routes.post("/services/T000/B000/{token}", context -> answer(context, this::hook));
    }

    /** docs.slack.dev/apis/web-api/rate-limits: "HTTP 429 Too Many Requests" with Retry-After in seconds. */
    @Override
    FakeAnswer throttled(int retrySeconds) {
        return FakeAnswer.json(429, "{\"ok\":false,\"error\":\"ratelimited\"}").retryAfter(retrySeconds);
    }

    private FakeAnswer post(Context context) {
        String thread = context.formParam("thread_ts");
        return problem(context)
                .or(() -> thread == null || times.contains(thread) ? Optional.empty() : Optional.of("thread_not_found"))
                .map(this::refused)
                .orElseGet(() -> taken(context, nextTime(), thread, false));
    }

    private FakeAnswer update(Context context) {
        String time = context.formParam("ts");
        return problem(context)
                .or(() -> time != null && times.contains(time) ? Optional.empty() : Optional.of("message_not_found"))
                .map(this::refused)
                .orElseGet(() -> taken(context, time, null, true));
    }

    private String nextTime() {
        return String.format("1700000000.%06d", number.incrementAndGet());
    }

    private FakeAnswer taken(Context context, String time, String thread, boolean update) {
        times.add(time);
        String text = context.formParam("text") + "\n" + sections(context.formParam("blocks"));
        accept(new Accepted(time, text, Optional.ofNullable(thread), update, false, System.currentTimeMillis()));
        return FakeAnswer.json(200, "{\"ok\":true,\"channel\":\"" + channel + "\",\"ts\":\"" + time + "\"}");
    }

    /** docs.slack.dev/apis/web-api: failures are HTTP 200 with ok false and a machine-readable error. */
    private FakeAnswer refused(String error) {
        reject(error);
        return FakeAnswer.json(200, "{\"ok\":false,\"error\":\"" + error.split(":")[0] + "\"}");
    }

    private Optional<String> problem(Context context) {
        String authorization = context.header("Authorization");
        if (authorization == null) {
            return Optional.of("not_authed");
        }
        if (!authorization.equals("Bearer " + token)) {
            return Optional.of("invalid_auth");
        }
        if (!channel.equals(context.formParam("channel"))) {
            return Optional.of("channel_not_found");
        }
        return content(context.formParam("text"), context.formParam("blocks"));
    }

    private static Optional<String> content(String text, String blocks) {
        if ((text == null || text.isEmpty()) && blocks == null) {
            return Optional.of("no_text");
        }
        if (text != null && text.length() > MAX_TEXT) {
            return Optional.of("msg_too_long");
        }
        Optional<String> markup =
                Optional.ofNullable(text).flatMap(MrkdwnRules::problem).map(why -> "invalid_arguments: text " + why);
        return markup.or(() -> blocks == null ? Optional.empty() : blocks(blocks));
    }

    private static Optional<String> blocks(String json) {
        JsonNode blocks = tree(json);
        if (!blocks.isArray() || blocks.isEmpty() || blocks.size() > MAX_BLOCKS) {
            return Optional.of("invalid_blocks: " + blocks.size() + " blocks");
        }
        int total = 0;
        for (JsonNode block : blocks) {
            String text = block.path("text").path("text").asText();
            boolean section = block.path("type").asText().equals("section")
                    && block.path("text").path("type").asText().equals("mrkdwn");
            if (!section || text.isBlank() || text.length() > MAX_SECTION) {
                return Optional.of("invalid_blocks: section of " + text.length());
            }
            Optional<String> markup = MrkdwnRules.problem(text);
            if (markup.isPresent()) {
                return Optional.of("invalid_blocks: " + markup.get());
            }
            total += text.length();
        }
        return total > MAX_TOTAL ? Optional.of("msg_blocks_too_long") : Optional.empty();
    }

    /** docs.slack.dev/messaging/sending-messages-using-incoming-webhooks: 200 "ok", else 400, 403 or 404 and a word. */
    private FakeAnswer hook(Context context) {
        if (!context.pathParam("token").equals(token)) {
            reject("invalid_token");
            return FakeAnswer.text(403, "invalid_token");
        }
        JsonNode body = tree(context.body());
        String text = body.path("text").asText(null);
        String blocks = body.has("blocks") ? body.get("blocks").toString() : null;
        Optional<String> problem = content(text, blocks);
        if (problem.isPresent()) {
            reject(problem.get());
            return FakeAnswer.text(400, problem.get().split(":")[0]);
        }
        accept(new Accepted(
                nextTime(),
                text + "\n" + sections(blocks),
                Optional.empty(),
                false,
                false,
                System.currentTimeMillis()));
        return FakeAnswer.text(200, "ok");
    }

    private static String sections(String blocks) {
        List<String> texts = new ArrayList<>();
        if (blocks != null) {
            tree(blocks)
                    .forEach(block -> texts.add(block.path("text").path("text").asText()));
        }
        return String.join("\n", texts);
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("not JSON: " + json, malformed);
        }
    }
}
