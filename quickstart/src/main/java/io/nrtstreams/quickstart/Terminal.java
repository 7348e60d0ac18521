package io.nrtstreams.quickstart;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where commands write. */
final class Terminal {
    private Terminal() {}

    /** The output of the command line that a command belongs to; every line is flushed. */
    static PrintWriter of(@Nullable CommandSpec spec) {
        return Objects.requireNonNull(spec, "picocli injects the spec")
                .commandLine()
                .getOut();
    }
}
