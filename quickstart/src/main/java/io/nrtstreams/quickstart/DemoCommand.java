package io.nrtstreams.quickstart;

import io.nrtstreams.connect.kit.config.Durations;
import io.nrtstreams.quickstart.audit.Audit;
import io.nrtstreams.quickstart.demo.Demo;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nrt demo}. */
@Command(
        name = "demo",
        description = "Run the whole pipeline on this machine, then audit it and write a report.",
        footer = {
            "",
            "Ctrl-C ends the run early: it is drained, audited and reported all the same. A second Ctrl-C ends at once.",
            "Exit code 0: the audit is clean and every stage gave something; 1: anything else."
        })
final class DemoCommand implements Callable<Integer> {
    private final Audit audit;

    @Mixin
    private StackOptions stack = new StackOptions();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "how long records are generated, e.g. 60s (default: until Ctrl-C)")
    private @Nullable String limit;

    @Spec
    private @Nullable CommandSpec spec;

    DemoCommand(Audit audit) {
        this.audit = audit;
    }

    @Override
    public Integer call() {
        Optional<Duration> time = Optional.ofNullable(limit).map(DemoCommand::duration);
        PrintWriter out = Terminal.of(spec);
        Demo demo = new Demo(Installation.current(), stack.settings(), audit, out::println);
        return demo.run(time, Interrupts.handled()) ? 0 : 1;
    }

    private static Duration duration(String text) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("--for: " + e.getMessage(), e);
        }
    }
}
