package io.nrtstreams.shell.prompt;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a statement may be kept in files: all but the values that are secrets by their names. */
public final class Recall {

    private static final Pattern SETTING =
            Pattern.compile("(?<key>'[^']*'|\"[^\"]*\"|`[^`]*`|[\\w.]+)(?<between>\\s*=\\s*)'(?<value>(?:[^']|'')*)'");

    private static final Pattern SECRET = Pattern.compile(
            "(?i).*(password|passwd|passphrase|secret|token|credential|api[._-]?key|private[._-]?key|access[._-]?key"
                    + "|jaas|auth[._-]user).*");

    private Recall() {}

    /** The statement with dots for secrets. What only refers to one, such as <code>${env:KEY}</code>, stays. */
    public static String masked(String statement) {
        Matcher settings = SETTING.matcher(statement);
        StringBuilder masked = new StringBuilder();
        while (settings.find()) {
            boolean secret = SECRET.matcher(settings.group("key")).matches()
                    && !settings.group("value").startsWith("${");
            String kept = settings.group("key") + settings.group("between") + "'…'";
            settings.appendReplacement(masked, Matcher.quoteReplacement(secret ? kept : settings.group()));
        }
        return settings.appendTail(masked).toString();
    }
}
