package io.nrtstreams.quickstart;

import io.nrtstreams.quickstart.stack.StackSettings;
import io.nrtstreams.quickstart.stack.Supervisor;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code nrt up}. */
@Command(name = "up", description = "Start the stack of the demo and leave it running; it starts no connector.")
final class UpCommand implements Callable<Integer> {
    @Mixin
    private StackOptions stack = new StackOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        StackSettings settings = stack.settings();
        Supervisor.launch(Installation.current(), settings, Terminal.of(spec)::println);
        return 0;
    }
}
