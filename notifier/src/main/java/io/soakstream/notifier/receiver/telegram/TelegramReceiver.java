package io.soakstream.notifier.receiver.telegram;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.model.LinkPreviewOptions;
import com.pengrad.telegrambot.model.request.ParseMode;
import com.pengrad.telegrambot.model.request.ReplyParameters;
import com.pengrad.telegrambot.request.EditMessageText;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.response.BaseResponse;
import com.pengrad.telegrambot.response.SendResponse;
import io.soakstream.notifier.delivery.Delivery;
import io.soakstream.notifier.delivery.Outgoing;
import io.soakstream.notifier.delivery.Receiver;
import io.soakstream.notifier.domain.Notice;
import io.soakstream.notifier.http.OutboundHttp;
import io.soakstream.notifier.message.Composer;
import io.soakstream.notifier.secret.Secret;
import java.util.Optional;

/** A chat by a bot token: one message per run that shows its state, and an answer to it for each transition. */
public final class TelegramReceiver implements Receiver {
    /** Where Telegram's own API is. */
    public static final String API = "https://api.telegram.org/bot";

    private final String name;
    private final String chat;
    private final Optional<Integer> topic;
    private final Composer composer;
    private final OutboundHttp http;
    private final TelegramBot telegram;

    /**
     * @param api what stands before the token in every URL
     * @param chat id of the chat, or {@code @name} of a channel
     * @param topic thread of a forum
     */
    public TelegramReceiver(
            String name,
            String api,
            Secret token,
            String chat,
            Optional<Integer> topic,
            Composer composer,
            OutboundHttp http) {
        this.name = name;
        this.chat = chat;
        this.topic = topic;
        this.composer = composer;
        this.http = http;
        this.telegram = new TelegramBot.Builder(token.reveal())
                .apiUrl(api)
                .okHttpClient(http.client())
                .build();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean keepsLivingMessage() {
        return true;
    }

    @Override
    public Delivery send(Outgoing message) {
        TelegramText text = TelegramRenderer.render(composer.compose(message.notice(), message.possibleRepeat()));
        Delivery sent = http.attempt(() -> sent(request(message, text.html()).parseMode(ParseMode.HTML)));
        // Better without markup than not at all: Telegram has refused it, so this is no second message.
        return TelegramAnswer.isMarkupProblem(sent) ? http.attempt(() -> sent(request(message, text.plain()))) : sent;
    }

    private SendMessage request(Outgoing message, String text) {
        SendMessage request = new SendMessage(chat, text)
                .disableNotification(message.silent())
                .linkPreviewOptions(new LinkPreviewOptions().isDisabled(true));
        topic.ifPresent(request::messageThreadId);
        message.thread()
                .ifPresent(thread -> request.replyParameters(
                        new ReplyParameters(Integer.valueOf(thread)).allowSendingWithoutReply(true)));
        return request;
    }

    private Delivery sent(SendMessage request) {
        SendResponse answer = telegram.execute(request);
        if (answer != null && answer.isOk() && answer.message() != null) {
            return Delivery.sent(Integer.toString(answer.message().messageId()));
        }
        return TelegramAnswer.of(answer, http.redaction());
    }

    @Override
    public Delivery update(String thread, Notice progress) {
        TelegramText text = TelegramRenderer.render(composer.compose(progress, false));
        EditMessageText request = new EditMessageText(chat, Integer.parseInt(thread), text.html())
                .parseMode(ParseMode.HTML)
                .linkPreviewOptions(new LinkPreviewOptions().isDisabled(true));
        return http.attempt(() -> {
            BaseResponse answer = telegram.execute(request);
            return answer != null && answer.isOk()
                    ? Delivery.sent(thread)
                    : TelegramAnswer.of(answer, http.redaction());
        });
    }
}
