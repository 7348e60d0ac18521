package io.nrtstreams.sql.function;

import java.lang.reflect.Method;

/**
 * A method of a function class.
 *
 * @param result for table functions, the type of an element
 * @param state for aggregates; else never asked
 */
record Overload(
        Method method,
        String description,
        SqlSignature signature,
        String resultText,
        ResultType result,
        ResultType state) {}
