package io.nrtstreams.shell.prompt;

import io.nrtstreams.sql.parser.SqlParser;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours what is typed: words of the language, strings, comments. */
final class StatementHighlighter implements Highlighter {

    private static final Pattern PARTS = Pattern.compile(
            "(?<comment>--[^\n]*|/\\*(?s:.*?)(?:\\*/|$))|(?<string>'(?:[^']|'')*'?)|(?<quoted>`[^`]*`?|\"[^\"]*\"?)"
                    + "|(?<word>[A-Za-z_]\\w*)");

    private static final AttributedStyle COMMENT = AttributedStyle.DEFAULT.faint();
    private static final AttributedStyle STRING = AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
    private static final AttributedStyle WORD = AttributedStyle.BOLD.foreground(AttributedStyle.BLUE);

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        AttributedStringBuilder text = new AttributedStringBuilder();
        Matcher parts = PARTS.matcher(buffer);
        int end = 0;
        while (parts.find()) {
            text.append(buffer.substring(end, parts.start())).styled(style(parts), parts.group());
            end = parts.end();
        }
        return text.append(buffer.substring(end)).toAttributedString();
    }

    private static AttributedStyle style(Matcher part) {
        if (part.group("comment") != null) {
            return COMMENT;
        } else if (part.group("string") != null) {
            return STRING;
        }
        String word = part.group("word");
        boolean isKeyword = word != null && SqlParser.keywords().contains(word.toUpperCase(Locale.ROOT));
        return isKeyword ? WORD : AttributedStyle.DEFAULT;
    }
}
