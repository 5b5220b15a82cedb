package io.soakstream.notifier.receiver.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import java.util.List;

/**
 * A message as Slack has it.
 *
 * @param fallback plain text of notifications and screen readers
 * @param sections mrkdwn, one block each
 */
record SlackText(String fallback, List<String> sections) {
    /** docs.slack.dev, section block: "Maximum length for the text in this field is 3000 characters". */
    static final int MAX_SECTION = 3000;
    /** docs.slack.dev, blocks: "up to 50 blocks in each message". */
    static final int MAX_BLOCKS = 50;
    /** Not documented: about 13,000 characters are refused (slackapi/bolt-js 2509). */
    static final int MAX_TOTAL = 10_000;

    SlackText {
        sections = List.copyOf(sections);
    }

    boolean fits() {
        return sections.size() <= MAX_BLOCKS
                && sections.stream().allMatch(section -> section.length() <= MAX_SECTION)
                && sections.stream().mapToInt(String::length).sum() <= MAX_TOTAL;
    }

    /** Null, as the library has it, where there are none. */
    List<LayoutBlock> blocks() {
        return sections.isEmpty()
                ? null
                : sections.stream().map(SlackText::block).toList();
    }

    private static LayoutBlock block(String mrkdwn) {
        return SectionBlock.builder()
                .text(MarkdownTextObject.builder().text(mrkdwn).verbatim(true).build())
                .build();
    }
}
