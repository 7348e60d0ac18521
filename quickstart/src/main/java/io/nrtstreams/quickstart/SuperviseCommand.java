package io.nrtstreams.quickstart;

import io.nrtstreams.quickstart.connect.Declared;
import io.nrtstreams.quickstart.demo.DemoPlan;
import io.nrtstreams.quickstart.stack.EmbeddedStack;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The process that {@code nrt up} leaves behind: it holds the stack until it is ended or a part dies. */
@Command(name = "supervise", hidden = true)
final class SuperviseCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofSeconds(1);

    @Mixin
    private StackOptions stack = new StackOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Installation installation = Installation.current();
        DemoPlan plan =
                new DemoPlan(Declared.in(List.of(installation.config("demo"))).orFail());
        try (EmbeddedStack running =
                EmbeddedStack.start(installation, stack.settings(), plan.allTopics(), Terminal.of(spec)::println)) {
            running.awaitAll();
            while (true) {
                running.stack().check();
                Pauses.rest(LOOK);
            }
        }
    }
}
