package io.nrtstreams.connect.kit.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;

/** Writes the configuration reference of a connector or transform as Markdown, from its {@link ConfigDef} alone. */
public final class ConfigReference {
    private ConfigReference() {}

    /**
     * The reference of one component.
     *
     * @param title heading of the page
     * @param introduction a paragraph of Markdown under it
     */
    public static String markdown(String title, String introduction, ConfigDef definition) {
        StringBuilder page = new StringBuilder();
        page.append("# ").append(title).append("\n\n");
        page.append("<!-- Written by the build from the code. Change the code, not this page. -->\n\n");
        page.append(introduction.strip()).append('\n');
        for (String group : groups(definition)) {
            page.append("\n## ").append(group).append("\n\n");
            page.append("| key | type | default | accepts | importance | meaning |\n");
            page.append("| --- | --- | --- | --- | --- | --- |\n");
            definition.configKeys().values().stream()
                    .filter(key -> group.equals(groupOf(key)) && !key.internalConfig)
                    .sorted((a, b) -> Integer.compare(a.orderInGroup, b.orderInGroup))
                    .forEach(key -> page.append(row(key)));
        }
        return page.toString();
    }

    private static List<String> groups(ConfigDef definition) {
        List<String> groups = new ArrayList<>(definition.groups());
        boolean someWithout = definition.configKeys().values().stream().anyMatch(key -> key.group == null);
        if (someWithout) {
            groups.add("Other");
        }
        return groups;
    }

    private static String groupOf(ConfigKey key) {
        return key.group == null ? "Other" : key.group;
    }

    private static String row(ConfigKey key) {
        return List.of(
                        "`" + key.name + "`",
                        key.type.name().toLowerCase(Locale.ROOT),
                        defaultOf(key),
                        key.validator == null ? "" : cell(key.validator.toString()),
                        key.importance.name().toLowerCase(Locale.ROOT),
                        cell(key.documentation))
                .stream()
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String defaultOf(ConfigKey key) {
        if (!key.hasDefault()) {
            return "**required**";
        }
        Object value = key.defaultValue;
        if (value == null || value.toString().isEmpty()) {
            return "none";
        }
        String text = value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                : value.toString();
        return text.isEmpty() ? "none" : "`" + cell(text) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
