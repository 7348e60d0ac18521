package io.nrtstreams.quickstart.stack;

import java.nio.file.Path;
import java.util.List;

/**
 * What the user chose about a stack.
 *
 * @param folder the data folder
 * @param broker port of the broker; as for all ports, 0 is any that is free
 * @param controller port of the controller
 * @param connect port of the worker's REST interface
 * @param s3 port of the S3 endpoint
 * @param page port of the page
 * @param rate records per second of each generated feed, at least 1
 */
public record StackSettings(Path folder, Port broker, Port controller, Port connect, Port s3, Port page, int rate) {
    /** The settings as options of the command line, from which the same settings are read again. */
    public List<String> asOptions() {
        return List.of(
                "--out",
                folder.toString(),
                broker.option(),
                String.valueOf(broker.number()),
                controller.option(),
                String.valueOf(controller.number()),
                connect.option(),
                String.valueOf(connect.number()),
                s3.option(),
                String.valueOf(s3.number()),
                page.option(),
                String.valueOf(page.number()),
                "--rate",
                String.valueOf(rate));
    }

    /**
     * Settles every port.
     *
     * @throws io.nrtstreams.quickstart.CommandFailure if one is taken
     */
    public Addresses addresses() {
        return new Addresses(
                broker.free().number(),
                controller.free().number(),
                connect.free().number(),
                s3.free().number(),
                page.free().number());
    }
}
