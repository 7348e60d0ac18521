package io.nrtstreams.quickstart;

import io.nrtstreams.quickstart.stack.Port;
import io.nrtstreams.quickstart.stack.StackSettings;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of every command that starts a stack. */
final class StackOptions {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "nrt-data",
            description = "folder for everything the stack keeps (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("nrt-data");

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8088",
            description = "port of the page (default: ${DEFAULT-VALUE}); 0 for any that is free, as for all ports")
    private int page;

    @Option(
            names = "--broker-port",
            paramLabel = "N",
            defaultValue = "19092",
            description = "port of the broker (default: ${DEFAULT-VALUE})")
    private int broker;

    @Option(
            names = "--controller-port",
            paramLabel = "N",
            defaultValue = "19093",
            description = "port of the broker's controller (default: ${DEFAULT-VALUE})")
    private int controller;

    @Option(
            names = "--connect-port",
            paramLabel = "N",
            defaultValue = "18083",
            description = "port of the Connect worker (default: ${DEFAULT-VALUE})")
    private int connect;

    @Option(
            names = "--s3-port",
            paramLabel = "N",
            defaultValue = "19000",
            description = "port of the S3 endpoint (default: ${DEFAULT-VALUE})")
    private int s3;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "50",
            description = "records per second of each generated feed (default: ${DEFAULT-VALUE})")
    private int rate;

    /** The settings that the options say. */
    StackSettings settings() {
        if (rate < 1) {
            throw new CommandFailure("--rate: expected at least 1 record per second, got " + rate);
        }
        return new StackSettings(
                out.toAbsolutePath().normalize(),
                new Port("broker", "--broker-port", broker),
                new Port("controller", "--controller-port", controller),
                new Port("Connect worker", "--connect-port", connect),
                new Port("S3 endpoint", "--s3-port", s3),
                new Port("page", "--port", page),
                rate);
    }
}
