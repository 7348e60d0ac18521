package io.nrtstreams.analytics.sql.settings;

import java.net.URI;
import java.util.Optional;

/**
 * Where the Connect workers are.
 *
 * @param credentials USER:PASSWORD; empty for none
 */
public record ConnectSettings(URI url, Optional<String> credentials) {

    @Override
    public String toString() {
        return "ConnectSettings[" + url + "]";
    }
}
