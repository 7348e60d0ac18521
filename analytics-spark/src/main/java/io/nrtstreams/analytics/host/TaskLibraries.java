package io.nrtstreams.analytics.host;

import io.nrtstreams.analytics.batch.QueryLibraries;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;

/**
 * The functions and formats of the queries that a host runs, for ad-hoc queries beside them.
 *
 * @param libraries where they are found
 */
public record TaskLibraries(Libraries libraries) implements QueryLibraries {

    @Override
    public FunctionRegistry functions() {
        return Environments.of(libraries).functions();
    }

    @Override
    public Formats formats() {
        return Environments.of(libraries).formats();
    }
}
