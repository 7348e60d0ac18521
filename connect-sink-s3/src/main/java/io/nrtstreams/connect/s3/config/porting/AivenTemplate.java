package io.nrtstreams.connect.s3.config.porting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folders of a template for file names such as <code>raw/{{topic}}/dt={{timestamp:unit=yyyy}}/{{partition}}</code>.
 *
 * @param prefix fixed folders in front of the topic's, may be empty
 * @param folders template of the folders below the topic's, may be empty
 */
record AivenTemplate(String prefix, String folders) {
    private static final Pattern VARIABLE =
            Pattern.compile("\\{\\{\\s*(\\w+)\\s*(?::\\s*(\\w+)\\s*=\\s*(\\w+)\\s*)?\\}\\}");
    private static final String TOPIC = "{topic}";

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException if its folders cannot be had; the message says what to do instead
     */
    static AivenTemplate parse(String template) {
        if (variables(template).contains("key")) {
            throw new IllegalArgumentException(
                    "a file for each key, with its latest record, is not kept here; for a folder"
                            + " for each key with all its records set partition.by={key} instead");
        }
        int end = template.lastIndexOf('/');
        List<String> steps = end < 0
                ? List.of()
                : List.of(translated(template.substring(0, end)).split("/", -1));
        int topic = steps.indexOf(TOPIC);
        List<String> above = topic < 0 ? steps : steps.subList(0, topic);
        List<String> below = topic < 0 ? List.of() : steps.subList(topic + 1, steps.size());
        if (above.stream().anyMatch(step -> step.contains("{"))) {
            throw new IllegalArgumentException("the folder of the topic comes first here, below s3.prefix; set"
                    + " partition.by to what is to come below it, such as " + String.join("/", withoutTopic(steps)));
        }
        return new AivenTemplate(String.join("/", above), String.join("/", below));
    }

    private static List<String> withoutTopic(List<String> steps) {
        return steps.stream().filter(step -> !step.equals(TOPIC)).toList();
    }

    private static List<String> variables(String template) {
        List<String> names = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(template);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static String translated(String folders) {
        return VARIABLE.matcher(folders)
                .replaceAll(found -> Matcher.quoteReplacement(translated(
                        found.group(1),
                        Optional.ofNullable(found.group(2))
                                .map(name -> name + "=" + found.group(3))
                                .orElse(""))))
                .replaceAll("(?<=yyyy|MM|dd|HH)\\}(-?)\\{timestamp:", "$1");
    }

    private static String translated(String variable, String parameter) {
        return switch (variable + ":" + parameter) {
            case "topic:" -> TOPIC;
            case "partition:", "partition:padding=false" -> "{partition}";
            case "timestamp:unit=yyyy", "timestamp:unit=YYYY" -> "{timestamp:yyyy}";
            case "timestamp:unit=MM" -> "{timestamp:MM}";
            case "timestamp:unit=dd" -> "{timestamp:dd}";
            case "timestamp:unit=HH" -> "{timestamp:HH}";
            default -> throw new IllegalArgumentException(refusal(variable));
        };
    }

    private static String refusal(String variable) {
        return switch (variable) {
            case "start_offset" -> "a folder for each file is not to be had: the offset is in the file's name";
            case "partition" -> "the partition is not padded in folders here; write {{partition}}";
            case "timestamp" -> "expected {{timestamp:unit=…}} with yyyy, MM, dd or HH";
            default -> "there is no {{" + variable + "}} for folders; set partition.by instead";
        };
    }
}
