package io.soakstream.notifier.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Telegram's Bot API: sendMessage and editMessageText. */
public final class FakeTelegram extends FakePlatform {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** core.telegram.org/bots/api#sendmessage: "1-4096 characters after entities parsing". */
    private static final int MAX_LENGTH = 4096;

    private final String token;
    private final String chat;
    private final Map<Integer, String> texts = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();

    private FakeTelegram(String token, String chat) {
        this.token = token;
        this.chat = chat;
    }

    public static FakeTelegram start(String token, String chat) {
        return new FakeTelegram(token, chat);
    }

    /** What stands before the token. */
    public String api() {
        return url() + "/bot";
    }

    @Override
    void routes(JavalinConfig javalin) {
        javalin.routes.post("/{bot}/sendMessage", context -> answer(context, this::send));
        javalin.routes.post("/{bot}/editMessageText", context -> answer(context, this::edit));
    }

    /** core.telegram.org/bots/api#responseparameters: seconds to wait stand in parameters.retry_after. */
    @Override
    FakeAnswer throttled(int retrySeconds) {
        return FakeAnswer.json(
                429,
                "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after " + retrySeconds
                        + "\",\"parameters\":{\"retry_after\":" + retrySeconds + "}}");
    }

    private FakeAnswer send(Context context) {
        return problem(context).or(() -> replyProblem(context)).orElseGet(() -> {
            int id = number.incrementAndGet();
            return taken(context, id, false);
        });
    }

    private FakeAnswer edit(Context context) {
        return problem(context).orElseGet(() -> {
            int id = Integer.parseInt(context.formParam("message_id"));
            if (!texts.containsKey(id)) {
                return bad("message to edit not found");
            }
            return texts.get(id).equals(context.formParam("text"))
                    ? bad("message is not modified")
                    : taken(context, id, true);
        });
    }

    private FakeAnswer taken(Context context, int id, boolean update) {
        String text = context.formParam("text");
        texts.put(id, text);
        Optional<String> reply = Optional.ofNullable(context.formParam("reply_parameters"))
                .map(json -> Integer.toString(messageId(json)));
        boolean silent = "true".equals(context.formParam("disable_notification"));
        accept(new Accepted(Integer.toString(id), text, reply, update, silent, System.currentTimeMillis()));
        return FakeAnswer.json(
                200,
                "{\"ok\":true,\"result\":{\"message_id\":" + id + ",\"date\":1700000000,\"chat\":{\"id\":" + chat
                        + ",\"type\":\"supergroup\"},\"text\":\"taken\"}}");
    }

    private Optional<FakeAnswer> problem(Context context) {
        if (!context.pathParam("bot").equals("bot" + token)) {
            reject("Unauthorized");
            return Optional.of(
                    FakeAnswer.json(401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}"));
        }
        if (!chat.equals(context.formParam("chat_id"))) {
            return Optional.of(bad("chat not found"));
        }
        String text = context.formParam("text");
        if (text == null || text.isBlank()) {
            return Optional.of(bad("message text is empty"));
        }
        Optional<String> visible =
                "HTML".equals(context.formParam("parse_mode")) ? TelegramHtml.parse(text) : Optional.of(text);
        if (visible.isEmpty()) {
            return Optional.of(bad("can't parse entities: unsupported start tag"));
        }
        return visible.get().length() > MAX_LENGTH ? Optional.of(bad("message is too long")) : Optional.empty();
    }

    private Optional<FakeAnswer> replyProblem(Context context) {
        String reply = context.formParam("reply_parameters");
        boolean known = reply == null
                || texts.containsKey(messageId(reply))
                || reply.contains("\"allow_sending_without_reply\":true");
        return known ? Optional.empty() : Optional.of(bad("message to be replied not found"));
    }

    private static int messageId(String replyParameters) {
        try {
            return JSON.readTree(replyParameters).path("message_id").asInt();
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("not JSON: " + replyParameters, malformed);
        }
    }

    private FakeAnswer bad(String description) {
        reject(description);
        return FakeAnswer.json(
                400, "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: " + description + "\"}");
    }
}
