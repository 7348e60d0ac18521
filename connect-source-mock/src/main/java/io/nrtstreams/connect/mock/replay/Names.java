package io.nrtstreams.connect.mock.replay;

/** Names in a configuration: those that could be mistaken for something else stand in backticks. */
final class Names {
    private static final String SPECIAL = ",:<>()`. *";

    private Names() {}

    static String quoted(String name) {
        boolean plain = !name.isEmpty() && name.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
        return plain ? name : "`" + name.replace("`", "\\`") + "`";
    }

    /** The name that {@link #quoted} wrote, or the text itself if it is not in backticks as a whole. */
    static String unquoted(String text) {
        boolean inBackticks = text.length() > 2 && text.startsWith("`") && closing(text) == text.length() - 1;
        return inBackticks ? text.substring(1, text.length() - 1).replace("\\`", "`") : text;
    }

    private static int closing(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) == '`' && text.charAt(i - 1) != '\\') {
                return i;
            }
        }
        return -1;
    }
}
