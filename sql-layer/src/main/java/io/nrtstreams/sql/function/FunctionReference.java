package io.nrtstreams.sql.function;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The reference of all functions as Markdown, by category and name. */
final class FunctionReference {

    private FunctionReference() {}

    static String markdown(List<FunctionDescription> functions) {
        StringBuilder page = new StringBuilder("""
                # Functions of the SQL layer

                Generated from the code by `./mvnw test -Dnrt.docs.write=true`. `SHOW FUNCTIONS` and `DESCRIBE FUNCTION name` say
                the same. `T...` stands for any number of arguments; INTEGER, BIGINT, DECIMAL and DOUBLE widen to those after
                them by themselves. [How to write a function](../sql/functions.md).
                """);
        Map<String, List<FunctionDescription>> byCategory = new TreeMap<>();
        functions.forEach(function -> byCategory
                .computeIfAbsent(function.category(), category -> new ArrayList<>())
                .add(function));
        byCategory.forEach((category, members) -> {
            page.append("\n## ").append(category).append('\n');
            members.forEach(function -> append(page, function));
        });
        return page.toString();
    }

    private static void append(StringBuilder page, FunctionDescription function) {
        page.append("\n### ").append(function.name()).append("\n\n");
        page.append(kind(function)).append(text(function.description())).append("\n\n");
        for (FunctionDescription.Signature signature : function.signatures()) {
            page.append("- `")
                    .append(signature.text())
                    .append("` → `")
                    .append(signature.result())
                    .append('`');
            page.append(signature.description().isEmpty() ? "" : ": " + text(signature.description()))
                    .append('\n');
        }
        page.append(parameters(function));
        if (!function.examples().isEmpty()) {
            page.append(function.examples().stream().collect(Collectors.joining("\n", "\n```sql\n", "\n```\n")));
        }
    }

    private static String kind(FunctionDescription function) {
        String aliases = function.aliases().isEmpty() ? "" : "Also " + String.join(", ", function.aliases()) + ". ";
        return switch (function.kind()) {
            case SCALAR -> aliases;
            case AGGREGATE -> "**Aggregate.** " + aliases;
            case TABLE -> "**Table function.** " + aliases;
        };
    }

    /** What is told of parameters, each once, as a paragraph. */
    private static String parameters(FunctionDescription function) {
        Map<String, String> told = new LinkedHashMap<>();
        function.signatures().stream()
                .flatMap(signature -> signature.parameters().stream())
                .filter(parameter -> !parameter.description().isEmpty())
                .forEach(parameter -> told.putIfAbsent(parameter.name(), parameter.description()));
        return told.isEmpty()
                ? ""
                : told.entrySet().stream()
                        .map(one -> "*" + one.getKey() + "*: " + text(one.getValue()))
                        .collect(Collectors.joining("; ", "\nwith ", "\n"));
    }

    /** Keeps Markdown from taking signs of the text as its own. */
    private static String text(String plain) {
        return plain.replace("\\", "\\\\")
                .replace("*", "\\*")
                .replace("<", "\\<")
                .replace("|", "\\|");
    }
}
