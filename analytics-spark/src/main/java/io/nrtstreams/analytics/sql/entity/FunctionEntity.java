package io.nrtstreams.analytics.sql.entity;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/** What is told of functions. */
public sealed interface FunctionEntity extends Entity {

    /** SHOW FUNCTIONS. */
    @JsonTypeName("function_names")
    record Names(String statementText, List<FunctionName> functions, List<Warning> warnings) implements FunctionEntity {
        public Names {
            functions = List.copyOf(functions);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A function.
     *
     * @param type SCALAR, AGGREGATE or TABLE
     */
    record FunctionName(String name, String type, String category) {}

    /**
     * DESCRIBE FUNCTION.
     *
     * @param path the jar it is from; {@code internal} for built-in ones
     */
    @JsonTypeName("describe_function")
    record Description(
            String statementText,
            String functionName,
            String description,
            String author,
            String version,
            String path,
            List<Overload> functions,
            String type,
            List<String> examples,
            List<Warning> warnings)
            implements FunctionEntity {
        public Description {
            functions = List.copyOf(functions);
            examples = List.copyOf(examples);
            warnings = List.copyOf(warnings);
        }
    }

    /** One way to call it. */
    record Overload(List<Argument> arguments, String returnType, String description) {
        public Overload {
            arguments = List.copyOf(arguments);
        }
    }

    record Argument(
            String name,
            String type,
            String description,
            @JsonProperty("isVariadic") boolean isVariadic) {}
}
