package io.soakstream.notifier.receiver.telegram;

/**
 * A message as Telegram has it.
 *
 * @param html in the markup of its parse mode HTML
 * @param plain the same without markup, whose length is what is limited
 */
record TelegramText(String html, String plain) {
    /** core.telegram.org/bots/api, sendMessage: "1-4096 characters after entities parsing". */
    static final int MAX_LENGTH = 4096;

    boolean fits() {
        return plain.length() <= MAX_LENGTH;
    }
}
