package io.nrtstreams.quickstart;

import io.nrtstreams.quickstart.connect.ConnectRest;
import io.nrtstreams.quickstart.connect.ConnectorSet;
import io.nrtstreams.quickstart.connect.Declared;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nrt connectors}. */
@Command(
        name = "connectors",
        description = "Validate, compare, apply, show or delete declared connectors.",
        synopsisSubcommandLabel = "validate|diff|apply|status|delete")
final class ConnectorsCommand {
    /** What all of its commands take. */
    static final class Target {
        @Option(
                names = "-f",
                required = true,
                arity = "1..*",
                paramLabel = "PATH",
                description = "file, or folder of .json files, each {\"name\": ..., \"config\": {...}}")
        private List<Path> paths = List.of();

        @Option(
                names = "--connect",
                paramLabel = "URL",
                defaultValue = "http://127.0.0.1:18083",
                description = "the worker's REST interface (default: ${DEFAULT-VALUE})")
        private URI worker = URI.create("http://127.0.0.1:18083");

        ConnectorSet connectors(@Nullable CommandSpec spec) {
            return new ConnectorSet(Declared.in(paths).orFail(), new ConnectRest(worker), Terminal.of(spec)::println);
        }
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Command(description = "Ask the worker about every key of every connector; start nothing.")
    int validate(@Mixin Target target) {
        target.connectors(spec).validate();
        return 0;
    }

    @Command(description = "Say what apply would change. Exit code 1 if that is anything.")
    int diff(@Mixin Target target) {
        return target.connectors(spec).diff() ? 1 : 0;
    }

    @Command(description = "Create and update what differs, after all is valid, and wait until it runs.")
    int apply(@Mixin Target target) {
        target.connectors(spec).apply();
        return 0;
    }

    @Command(description = "Show connectors and tasks. Exit code 1 if not all of them run.")
    int status(@Mixin Target target) {
        return target.connectors(spec).status() ? 0 : 1;
    }

    @Command(description = "Remove the connectors; their topics and offsets stay.")
    int delete(@Mixin Target target) {
        target.connectors(spec).delete();
        return 0;
    }
}
