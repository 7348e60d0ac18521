package io.nrtstreams.analytics.sql;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.tree.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What SET and DEFINE make of a request as its statements are carried out. Used by one thread. */
final class Session {

    private final Map<String, String> defaults;
    private final Map<String, String> properties = new TreeMap<>();
    private final Map<String, String> variables;

    /**
     * A session at its start.
     *
     * @param defaults the server's
     * @throws ServiceException when the context has a property that there is not
     */
    Session(Map<String, String> defaults, StatementContext context) {
        this.defaults = Map.copyOf(defaults);
        this.variables = new LinkedHashMap<>(context.variables());
        context.properties().forEach((name, value) -> {
            try {
                properties.put(SessionProperty.require(name).name(), SessionProperty.valid(name, value));
            } catch (SqlException e) {
                throw ServiceException.of(ErrorCode.BAD_REQUEST, e.problem());
            }
        });
    }

    /** Carries out SET, UNSET, DEFINE or UNDEFINE; whether it was one of these. */
    boolean carryOut(Statement statement) {
        if (statement instanceof Statement.SetProperty set) {
            properties.put(SessionProperty.require(set.key()).name(), SessionProperty.valid(set.key(), set.value()));
        } else if (statement instanceof Statement.UnsetProperty unset) {
            unset(unset.key());
        } else if (statement instanceof Statement.DefineVariable define) {
            undefine(define.name());
            variables.put(define.name(), define.value());
        } else if (statement instanceof Statement.UndefineVariable undefine) {
            undefine(undefine.name());
        } else {
            return false;
        }
        return true;
    }

    private void unset(Optional<String> name) {
        if (name.isPresent()) {
            properties.remove(SessionProperty.require(name.get()).name());
        } else {
            properties.clear();
        }
    }

    private void undefine(String name) {
        variables.keySet().removeIf(defined -> defined.equalsIgnoreCase(name));
    }

    /** The variables now; changes as they do. */
    Map<String, String> variables() {
        return variables;
    }

    /** What the session itself has set. */
    Map<String, String> overrides() {
        return Map.copyOf(properties);
    }

    /** What counts for its statements: the server's properties, and over them its own. */
    Map<String, String> properties() {
        Map<String, String> all = new TreeMap<>(defaults);
        all.putAll(properties);
        return all;
    }

    /** What statements' answerers are told of it. */
    StatementContext context() {
        return new StatementContext(properties(), variables, OptionalLong.empty());
    }
}
