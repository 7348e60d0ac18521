package io.nrtstreams.quickstart;

import io.nrtstreams.quickstart.stack.Supervisor;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nrt down}. */
@Command(name = "down", description = "Stop the stack that was left running; its data stays.")
final class DownCommand implements Callable<Integer> {
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
        Path folder = out.toAbsolutePath().normalize();
        boolean stopped = Supervisor.stop(folder);
        Terminal.of(spec).println(stopped ? "Stopped the stack on " + folder : "No stack runs on " + folder);
        return 0;
    }
}
