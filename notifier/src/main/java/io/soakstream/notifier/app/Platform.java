package io.soakstream.notifier.app;

import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.notifier.domain.Notice;
import io.soakstream.notifier.ledger.NoticeJson;
import io.soakstream.notifier.message.Composer;
import io.soakstream.notifier.message.Message;
import io.soakstream.notifier.message.PlainRenderer;
import io.soakstream.notifier.receiver.slack.SlackRenderer;
import io.soakstream.notifier.receiver.telegram.TelegramRenderer;

/** The forms that a message has, for people to look at. */
public enum Platform {
    SLACK {
        @Override
        String text(Notice notice, Message message) {
            return SlackRenderer.preview(message);
        }
    },
    TELEGRAM {
        @Override
        String text(Notice notice, Message message) {
            return TelegramRenderer.preview(message);
        }
    },
    WEBHOOK {
        @Override
        String text(Notice notice, Message message) {
            return NoticeJson.tree(notice).toPrettyString();
        }
    },
    PLAIN {
        @Override
        String text(Notice notice, Message message) {
            return PlainRenderer.render(message);
        }
    };

    abstract String text(Notice notice, Message message);

    /** A notice as this platform would show it. */
    public String render(Notice notice, NotifierConfig config) {
        return text(notice, new Composer(config.links()).compose(notice, false));
    }
}
