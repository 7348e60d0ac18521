package io.nrtstreams.connect.cleaning.metrics;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The task that a thread works for, as its worker names it in the context of the log (KIP-449). */
final class TaskTags {
    private static final Pattern CONTEXT = Pattern.compile("\\[(.*)\\|task-(\\d+).*] ?");

    private TaskTags() {}

    /** The tags {@code connector} and {@code task} of a context such as {@code [energy|task-0] }; none of another. */
    static Map<String, String> in(String context) {
        Matcher task = CONTEXT.matcher(context);
        return task.matches() ? Map.of("connector", task.group(1), "task", task.group(2)) : Map.of();
    }
}
