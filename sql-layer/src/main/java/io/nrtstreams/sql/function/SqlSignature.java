package io.nrtstreams.sql.function;

import java.util.List;
import java.util.stream.Collectors;

/** The parameters of an overload, one of which may stand for any number of arguments. */
record SqlSignature(List<SqlParameter> parameters) {

    SqlSignature {
        parameters = List.copyOf(parameters);
        if (parameters.stream().filter(SqlParameter::variadic).count() > 1) {
            throw new IllegalArgumentException("only one parameter can be variadic");
        }
    }

    boolean isVariadic() {
        return variadicIndex() >= 0;
    }

    int variadicIndex() {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).variadic()) {
                return i;
            }
        }
        return -1;
    }

    boolean takes(int arguments) {
        return isVariadic() ? arguments >= parameters.size() - 1 : arguments == parameters.size();
    }

    /** How many arguments of a call the variadic parameter stands for. */
    int variadicCount(int arguments) {
        return arguments - (parameters.size() - 1);
    }

    /** The parameter that an argument of a call with so many arguments is for. */
    SqlParameter parameterOf(int argument, int arguments) {
        int variadic = variadicIndex();
        if (variadic < 0 || argument < variadic) {
            return parameters.get(argument);
        }
        int count = variadicCount(arguments);
        return parameters.get(argument < variadic + count ? variadic : argument - count + 1);
    }

    /** As in {@code NAME(ARRAY<T>, BIGINT...)}. */
    String text(String name) {
        return parameters.stream().map(SqlParameter::text).collect(Collectors.joining(", ", name + "(", ")"));
    }
}
