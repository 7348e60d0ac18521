package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.sql.entity.CommandStatus;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How far the last {@link #KEPT} commands got. Thread-safe. */
final class CommandStatuses {

    private static final int KEPT = 1_000;

    private final Map<String, CommandStatus> byId = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CommandStatus> eldest) {
            return size() > KEPT;
        }
    };

    synchronized void put(String id, CommandStatus status) {
        byId.remove(id);
        byId.put(id, status);
    }

    synchronized Optional<CommandStatus> find(String id) {
        String wanted = CommandIds.normalized(id);
        return byId.entrySet().stream()
                .filter(command -> CommandIds.normalized(command.getKey()).equals(wanted))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    synchronized Map<String, CommandStatus> all() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(byId));
    }
}
