package io.nrtstreams.sql.function;

import java.util.List;

/**
 * A function as SHOW FUNCTIONS, DESCRIBE FUNCTION and the documentation tell it.
 *
 * @param origin the jar it was loaded from; empty for built-in functions
 */
public record FunctionDescription(
        String name,
        List<String> aliases,
        FunctionKind kind,
        String category,
        String description,
        List<String> examples,
        String author,
        String version,
        String origin,
        List<Signature> signatures) {

    public FunctionDescription {
        aliases = List.copyOf(aliases);
        examples = List.copyOf(examples);
        signatures = List.copyOf(signatures);
    }

    /**
     * An overload.
     *
     * @param text with the types of the parameters, such as {@code LPAD(STRING, INTEGER, STRING)}
     * @param result the type of the result; a word such as DECIMAL or STRUCT where it depends on the arguments
     */
    public record Signature(String text, String description, List<Parameter> parameters, String result) {
        public Signature {
            parameters = List.copyOf(parameters);
        }
    }

    public record Parameter(String name, String type, String description, boolean variadic) {}
}
