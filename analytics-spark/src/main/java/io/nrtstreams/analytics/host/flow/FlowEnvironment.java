package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;

/**
 * What plans name. Thread-safe.
 *
 * @param flows compiled plans, kept from batch to batch
 */
public record FlowEnvironment(FunctionRegistry functions, Formats formats, FlowPool flows) {

    public static FlowEnvironment of(FunctionRegistry functions, Formats formats) {
        return new FlowEnvironment(functions, formats, new FlowPool());
    }
}
