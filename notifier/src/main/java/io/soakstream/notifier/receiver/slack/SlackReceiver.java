package io.soakstream.notifier.receiver.slack;

import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.impl.MethodsClientImpl;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.util.http.SlackHttpClient;
import io.soakstream.notifier.delivery.Delivery;
import io.soakstream.notifier.delivery.Outgoing;
import io.soakstream.notifier.delivery.Receiver;
import io.soakstream.notifier.domain.Notice;
import io.soakstream.notifier.domain.Severity;
import io.soakstream.notifier.http.OutboundHttp;
import io.soakstream.notifier.message.Composer;
import io.soakstream.notifier.secret.Secret;
import java.io.IOException;
import java.util.List;

/** A channel by a bot token: one message per run that shows its state, and an answer to it for each transition. */
public final class SlackReceiver implements Receiver {
    /** Where Slack's own API is. */
    public static final String API = "https://slack.com/api/";

    private static final char SEPARATOR = '|';

    private final String name;
    private final String channel;
    private final Composer composer;
    private final OutboundHttp http;
    private final MethodsClient slack;

    /**
     * @param api base URL of the methods, with a slash at its end
     * @param channel id, such as {@code C0123456789}
     */
    public SlackReceiver(String name, String api, Secret token, String channel, Composer composer, OutboundHttp http) {
        this.name = name;
        this.channel = channel;
        this.composer = composer;
        this.http = http;
        SlackHttpClient transport = new SlackHttpClient(http.client());
        SlackConfig config = new SlackConfig();
        // Slack's own listeners write requests and answers to the log.
        config.setHttpClientResponseHandlers(List.of());
        // Its statistics would ask Slack who we are before every first message.
        config.setStatsEnabled(false);
        transport.setConfig(config);
        MethodsClientImpl methods = new MethodsClientImpl(transport, token.reveal());
        methods.setEndpointUrlPrefix(api);
        this.slack = methods;
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
        SlackText text = SlackRenderer.render(composer.compose(message.notice(), message.possibleRepeat()));
        ChatPostMessageRequest.ChatPostMessageRequestBuilder request = ChatPostMessageRequest.builder()
                .channel(channel)
                .text(text.fallback())
                .blocks(text.blocks())
                .parse("none")
                .unfurlLinks(false)
                .unfurlMedia(false);
        message.thread().ifPresent(thread -> request.threadTs(time(thread)).replyBroadcast(rings(message)));
        return http.attempt(() -> post(request.build()));
    }

    /** An answer in a thread is seen by few: a failure goes to the channel as well. */
    private static boolean rings(Outgoing message) {
        return message.notice().severity() == Severity.CRITICAL && !message.silent();
    }

    private Delivery post(ChatPostMessageRequest request) throws IOException {
        try {
            ChatPostMessageResponse answer = slack.chatPostMessage(request);
            if (!answer.isOk() || answer.getTs() == null) {
                return SlackAnswer.of(answer.getError());
            }
            String posted = answer.getChannel() == null ? channel : answer.getChannel();
            return Delivery.sent(posted + SEPARATOR + answer.getTs());
        } catch (SlackApiException problem) {
            return SlackAnswer.of(problem, http.redaction());
        }
    }

    @Override
    public Delivery update(String thread, Notice progress) {
        SlackText text = SlackRenderer.render(composer.compose(progress, false));
        ChatUpdateRequest request = ChatUpdateRequest.builder()
                .channel(thread.substring(0, thread.indexOf(SEPARATOR)))
                .ts(time(thread))
                .text(text.fallback())
                .blocks(text.blocks())
                .parse("none")
                .build();
        return http.attempt(() -> edit(request, thread));
    }

    private Delivery edit(ChatUpdateRequest request, String thread) throws IOException {
        try {
            ChatUpdateResponse answer = slack.chatUpdate(request);
            return answer.isOk() ? Delivery.sent(thread) : SlackAnswer.of(answer.getError());
        } catch (SlackApiException problem) {
            return SlackAnswer.of(problem, http.redaction());
        }
    }

    private static String time(String reference) {
        return reference.substring(reference.indexOf(SEPARATOR) + 1);
    }
}
