package io.nrtstreams.quickstart.stack;

import io.nrtstreams.quickstart.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * A port on the loopback address that a part listens on.
 *
 * @param part who listens there, for messages
 * @param option the option of the command line that changes it
 * @param number the port, 0 for any that is free
 */
public record Port(String part, String option, int number) {
    public Port {
        if (number < 0 || number > 65535) {
            throw new CommandFailure(option + ": expected a port from 0 (any that is free) to 65535, got " + number);
        }
    }

    /**
     * This port with its number settled.
     *
     * @throws CommandFailure if somebody else listens on it
     */
    public Port free() {
        try (ServerSocket socket = new ServerSocket(number, 1, InetAddress.getLoopbackAddress())) {
            return new Port(part, option, socket.getLocalPort());
        } catch (IOException e) {
            throw new CommandFailure(
                    "Port " + number + " for the " + part + " is taken by another process (" + e.getMessage()
                            + "). Choose another with " + option + " PORT, or " + option + " 0 for any that is free.",
                    e);
        }
    }
}
