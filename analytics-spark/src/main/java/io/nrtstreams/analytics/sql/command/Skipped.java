package io.nrtstreams.analytics.sql.command;

/**
 * An entry of the log that cannot be used. It stays in the log; what it told of is missing here.
 *
 * @param place where it stands: an offset or a line
 * @param what the key of the thing it is about
 * @param reason why it cannot be used
 */
public record Skipped(String place, String what, String reason) {

    /** A sentence for people. */
    public String message() {
        return "The command log's entry at " + place + " (" + what + ") cannot be used: " + reason;
    }
}
