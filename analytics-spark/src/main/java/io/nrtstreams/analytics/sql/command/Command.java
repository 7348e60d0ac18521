package io.nrtstreams.analytics.sql.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one statement changed, all or nothing.
 *
 * @param sequence its number; each is one more than the one before
 * @param nextNumber how many queries were ever started, which numbers the next one's id
 * @param statement its text, for people who read the log
 * @param changes the things as they are from now on; empty for those that are gone
 */
public record Command(long sequence, int nextNumber, String statement, Map<ObjectKey, Optional<Stored>> changes) {

    public Command {
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }
}
