package io.nrtstreams.analytics.sql.command;

/**
 * The server that may write to a log.
 *
 * @param id of the server
 * @param address where it can be asked; empty when it is not known
 */
public record Owner(String id, String address) {

    @Override
    public String toString() {
        return address.isEmpty() || address.equals(id) ? id : id + " at " + address;
    }
}
