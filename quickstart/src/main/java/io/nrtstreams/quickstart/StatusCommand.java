package io.nrtstreams.quickstart;

import io.nrtstreams.quickstart.stack.Health;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nrt status}. */
@Command(name = "status", description = "Show the parts of a running stack. Exit code 0 if all are healthy, else 1.")
final class StatusCommand implements Callable<Integer> {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "nrt-data",
            description = "folder of the stack (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("nrt-data");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        return Health.report(out.toAbsolutePath().normalize(), Terminal.of(spec)::println) ? 0 : 1;
    }
}
