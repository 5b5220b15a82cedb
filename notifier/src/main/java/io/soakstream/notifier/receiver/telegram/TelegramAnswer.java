package io.soakstream.notifier.receiver.telegram;

import com.pengrad.telegrambot.response.BaseResponse;
import io.soakstream.notifier.delivery.Delivery;
import io.soakstream.notifier.http.HttpStatus;
import io.soakstream.notifier.secret.Redaction;

/** What Telegram's answers mean for a message. */
final class TelegramAnswer {
    private static final String MARKUP = "can't parse entities";
    private static final int BAD_REQUEST = 400;

    private TelegramAnswer() {}

    /** Of an answer whose {@code ok} is not true. */
    static Delivery of(BaseResponse answer, Redaction redaction) {
        if (answer == null || answer.errorCode() < BAD_REQUEST) {
            return Delivery.unsure("an answer that makes no sense");
        }
        String retryAfter = answer.parameters() == null || answer.parameters().retryAfter() == null
                ? null
                : String.valueOf(answer.parameters().retryAfter());
        return HttpStatus.problem(answer.errorCode(), retryAfter, redaction.of(String.valueOf(answer.description())));
    }

    static boolean isMarkupProblem(Delivery delivery) {
        return delivery.kind() == Delivery.Kind.DROPPED && delivery.reason().contains(MARKUP);
    }
}
