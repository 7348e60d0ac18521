package io.nrtstreams.sql.function;

import io.nrtstreams.sql.type.SqlType;
import java.util.List;
import java.util.stream.Collectors;

/** What a parameter takes. Its {@code toString} is how signatures show it. */
sealed interface ParameterType {

    /** One SQL type. */
    record Exact(SqlType type) implements ParameterType {
        @Override
        public String toString() {
            return type.toString();
        }
    }

    record AnyDecimal() implements ParameterType {
        @Override
        public String toString() {
            return "DECIMAL";
        }
    }

    record AnyStruct() implements ParameterType {
        @Override
        public String toString() {
            return "STRUCT";
        }
    }

    record Anything() implements ParameterType {
        @Override
        public String toString() {
            return "ANY";
        }
    }

    /**
     * The same type wherever the name occurs.
     *
     * @param comparable whether arrays, maps and structs are left out
     */
    record Variable(String name, boolean comparable) implements ParameterType {
        @Override
        public String toString() {
            return name;
        }
    }

    record ArrayOf(ParameterType element) implements ParameterType {
        @Override
        public String toString() {
            return "ARRAY<" + element + ">";
        }
    }

    record MapOf(ParameterType key, ParameterType value) implements ParameterType {
        @Override
        public String toString() {
            return "MAP<" + key + ", " + value + ">";
        }
    }

    record LambdaOf(List<ParameterType> inputs, ParameterType output) implements ParameterType {
        public LambdaOf {
            inputs = List.copyOf(inputs);
        }

        @Override
        public String toString() {
            String from = inputs.stream().map(ParameterType::toString).collect(Collectors.joining(", "));
            return (inputs.size() == 1 ? from : "(" + from + ")") + " => " + output;
        }
    }

    /** A unit of time. */
    record Unit() implements ParameterType {
        @Override
        public String toString() {
            return "INTERVALUNIT";
        }
    }

    /** How many of its parts can be of any type, by which less general overloads come first. */
    default int generality() {
        if (this instanceof Anything) {
            return 2;
        } else if (this instanceof Variable) {
            return 1;
        } else if (this instanceof ArrayOf array) {
            return array.element().generality();
        } else if (this instanceof MapOf map) {
            return map.key().generality() + map.value().generality();
        }
        return 0;
    }

    /** Whether it is one SQL type once its variables are known. */
    default boolean tellsType() {
        if (this instanceof ArrayOf array) {
            return array.element().tellsType();
        } else if (this instanceof MapOf map) {
            return map.key().tellsType() && map.value().tellsType();
        }
        return this instanceof Exact || this instanceof Variable;
    }
}
