package io.nrtstreams.analytics.connect;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.analytics.sql.entity.CommandEntity;
import io.nrtstreams.analytics.sql.entity.ConnectorEntity;
import io.nrtstreams.analytics.sql.entity.Entity;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.parser.SqlFormatter;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Statement;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** CREATE CONNECTOR: all of it is checked by the worker before anything is created. */
final class NewConnector {

    private static final String CLASS = "connector.class";
    private static final Duration LOOK = Duration.ofMillis(100);

    private final ConnectRest rest;
    private final Duration settling;

    NewConnector(ConnectRest rest, Duration settling) {
        this.rest = rest;
        this.settling = settling;
    }

    Entity create(Statement.CreateConnector statement, String text) {
        String name = statement.name();
        if (rest.info(name).isPresent()) {
            return existing(statement, text, Set.of());
        }
        Map<String, String> config = config(statement);
        ConfigCheck check = check(statement, config);
        if (!check.problems().isEmpty()) {
            throw new SqlException(
                    statement.position(),
                    "The connector " + name + " cannot be created, and nothing was:\n  "
                            + String.join("\n  ", check.problems()));
        }
        Optional<JsonNode> created = rest.create(name, config);
        if (created.isEmpty()) {
            return existing(statement, text, check.passwords());
        }
        List<Entity.Warning> warnings = new ArrayList<>();
        check.warnings().forEach(warning -> warnings.add(new Entity.Warning(warning)));
        settled(name)
                .flatMap(States::failure)
                .ifPresent(failure -> warnings.add(new Entity.Warning("The connector " + name + " was created, but "
                        + failure + " DESCRIBE CONNECTOR shows the whole trace; drop it before you create it anew.")));
        return new ConnectorEntity.Created(
                shown(statement, text, check.passwords()), info(created.get(), check.passwords()), warnings);
    }

    private static Entity existing(Statement.CreateConnector statement, String text, Set<String> passwords) {
        if (statement.ifNotExists()) {
            return new CommandEntity.NothingDone(
                    shown(statement, text, passwords),
                    "The connector " + statement.name() + " exists already; nothing was done.",
                    List.of());
        }
        throw new SqlException(
                statement.position(),
                "There is already a connector " + statement.name()
                        + ". Choose another name, drop it, or write IF NOT EXISTS to keep it.");
    }

    private static Map<String, String> config(Statement.CreateConnector statement) {
        Map<String, String> config = new TreeMap<>();
        for (Statement.Property property : statement.properties()) {
            if (property.value().value() == null) {
                throw new SqlException(
                        property.position(),
                        "The key " + property.key() + " has no value. Give it one, or leave it out.");
            }
            if (config.put(property.key(), text(property.value())) != null) {
                throw new SqlException(
                        property.position(), "The key " + property.key() + " is given twice. Leave one of them out.");
            }
        }
        String named = config.put("name", statement.name());
        if (named != null && !named.equals(statement.name())) {
            throw new SqlException(
                    statement.position(),
                    "The key name says another name than the statement, " + statement.name() + ". Leave the key out.");
        }
        return config;
    }

    private static String text(Expression.Literal literal) {
        Object value = literal.value();
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    private ConfigCheck check(Statement.CreateConnector statement, Map<String, String> config) {
        String wanted = config.getOrDefault(CLASS, "");
        List<Plugin> plugins = Plugin.all(rest.plugins());
        Optional<Plugin> plugin =
                plugins.stream().filter(each -> each.answersTo(wanted)).findFirst();
        String kind = statement.kind().name().toLowerCase(Locale.ROOT);
        if (plugin.isEmpty()) {
            return new ConfigCheck(List.of(CLASS + ": " + unknown(wanted, kind, plugins)), List.of(), Set.of());
        }
        ConfigCheck check = ConfigCheck.of(rest.validate(wanted, config), config);
        if (plugin.get().type().equals(kind)) {
            return check;
        }
        List<String> problems = new ArrayList<>(check.problems());
        problems.add(CLASS + ": " + plugin.get().className() + " is a "
                + plugin.get().type() + ". Write CREATE " + plugin.get().type().toUpperCase(Locale.ROOT)
                + " CONNECTOR, or name a class that is a " + kind + ".");
        return new ConfigCheck(problems, check.warnings(), check.passwords());
    }

    private static String unknown(String wanted, String kind, List<Plugin> plugins) {
        List<String> names = new ArrayList<>();
        List<String> known = new ArrayList<>();
        plugins.stream().filter(plugin -> plugin.type().equals(kind)).forEach(plugin -> {
            names.add(plugin.className());
            known.add(plugin.className());
            known.add(plugin.simpleName());
        });
        String problem = wanted.isEmpty()
                ? "It is missing; it names the plugin that the connector is made of."
                : "The worker has no connector " + wanted + "." + Suggestions.didYouMean(wanted, known);
        return problem + " Installed " + kind + "s: " + (names.isEmpty() ? "none" : String.join(", ", names))
                + ". SHOW CONNECTOR PLUGINS tells their versions.";
    }

    /** The state of a connector once it runs or has failed, or when the time for that is over. */
    private Optional<JsonNode> settled(String name) {
        long start = System.nanoTime();
        Optional<JsonNode> status = rest.status(name);
        while (System.nanoTime() - start < settling.toNanos() && !isSettled(status)) {
            ConnectRest.rest(LOOK);
            status = rest.status(name);
        }
        return status;
    }

    private static boolean isSettled(Optional<JsonNode> status) {
        return status.filter(known ->
                        States.isRunning(known) || States.failure(known).isPresent())
                .isPresent();
    }

    private static ConnectorEntity.ConnectorInfo info(JsonNode created, Set<String> passwords) {
        List<ConnectorEntity.ConnectorTask> tasks = new ArrayList<>();
        created.path("tasks")
                .forEach(task -> tasks.add(new ConnectorEntity.ConnectorTask(
                        task.path("connector").asText(), task.path("task").asInt())));
        return new ConnectorEntity.ConnectorInfo(
                created.path("name").asText(),
                Secrets.masked(States.texts(created.path("config")), passwords),
                tasks,
                created.path("type").asText());
    }

    /** The statement's text, written anew without its secrets when it holds some. */
    private static String shown(Statement.CreateConnector statement, String text, Set<String> passwords) {
        List<Statement.Property> properties = new ArrayList<>();
        for (Statement.Property property : statement.properties()) {
            boolean secret = Secrets.isSecret(property.key(), text(property.value()), passwords);
            properties.add(
                    secret
                            ? new Statement.Property(
                                    property.position(),
                                    property.key(),
                                    new Expression.Literal(property.position(), Secrets.HIDDEN))
                            : property);
        }
        Statement.CreateConnector masked = new Statement.CreateConnector(
                statement.position(), statement.kind(), statement.ifNotExists(), statement.name(), properties);
        return masked.equals(statement) ? text : SqlFormatter.format(masked) + ";";
    }
}
