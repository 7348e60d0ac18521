package io.nrtstreams.analytics.batch;

import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import java.io.Serializable;

/**
 * The functions and formats that queries name. It travels to tasks, so it holds settings and makes the rest anew in each
 * process; both methods give the same each time they are called in a process. Thread-safe.
 */
public interface QueryLibraries extends Serializable {

    FunctionRegistry functions();

    Formats formats();

    /** The built-in functions, and the formats that need no registry. */
    static QueryLibraries builtIn() {
        return BuiltIn.INSTANCE;
    }

    /** What needs no settings. */
    @SuppressWarnings("ImmutableEnumChecker") // Neither ever changes.
    enum BuiltIn implements QueryLibraries {
        INSTANCE;

        private final transient FunctionRegistry functions = FunctionRegistry.builtIn();
        private final transient Formats formats = Formats.withoutRegistry();

        @Override
        public FunctionRegistry functions() {
            return functions;
        }

        @Override
        public Formats formats() {
            return formats;
        }
    }
}
