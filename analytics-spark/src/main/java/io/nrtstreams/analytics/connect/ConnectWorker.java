package io.nrtstreams.analytics.connect;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.analytics.sql.CatalogView;
import io.nrtstreams.analytics.sql.Connectors;
import io.nrtstreams.analytics.sql.entity.CommandEntity;
import io.nrtstreams.analytics.sql.entity.ConnectorEntity;
import io.nrtstreams.analytics.sql.entity.DescriptionEntity.SourceDescription;
import io.nrtstreams.analytics.sql.entity.Entity;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.tree.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Carries the statements about connectors out on the workers of a Connect group. What a worker declares or usually calls a
 * secret is not in any answer. Nothing is kept here: Connect has it all. Thread-safe.
 */
public final class ConnectWorker implements Connectors {

    private final ConnectRest rest;
    private final NewConnector newConnector;

    /** The worker is asked when there is a statement to carry out, and not before. */
    public ConnectWorker(WorkerAccess settings) {
        this.rest = new ConnectRest(settings);
        this.newConnector = new NewConnector(rest, settings.settling());
    }

    @Override
    public Entity create(Statement.CreateConnector statement, String text) {
        return newConnector.create(statement, text);
    }

    @Override
    public Entity show(Statement.Show statement, String text) {
        return switch (statement.what()) {
            case CONNECTORS -> list(text, Optional.empty());
            case SOURCE_CONNECTORS -> list(text, Optional.of("source"));
            case SINK_CONNECTORS -> list(text, Optional.of("sink"));
            case CONNECTOR_PLUGINS -> plugins(text);
            default -> throw new IllegalArgumentException("nothing of Connect: " + statement.what());
        };
    }

    private Entity list(String text, Optional<String> type) {
        List<ConnectorEntity.ConnectorItem> items = new ArrayList<>();
        for (Map.Entry<String, JsonNode> connector : rest.connectors().properties()) {
            JsonNode info = connector.getValue().path("info");
            ConnectorEntity.ConnectorItem item = new ConnectorEntity.ConnectorItem(
                    connector.getKey(),
                    info.path("type").asText(),
                    info.path("config").path("connector.class").asText(),
                    States.summary(connector.getValue().path("status")));
            if (type.isEmpty() || type.get().equals(item.type())) {
                items.add(item);
            }
        }
        items.sort(Comparator.comparing(ConnectorEntity.ConnectorItem::name));
        return new ConnectorEntity.Connectors(text, items, List.of());
    }

    private Entity plugins(String text) {
        List<ConnectorEntity.Plugin> plugins = new ArrayList<>();
        for (JsonNode plugin : rest.plugins()) {
            plugins.add(new ConnectorEntity.Plugin(
                    plugin.path("class").asText(),
                    plugin.path("type").asText(),
                    plugin.path("version").asText(null)));
        }
        return new ConnectorEntity.Plugins(text, plugins, List.of());
    }

    @Override
    public Entity describe(Statement.DescribeConnector statement, String text, CatalogView view) {
        String name = statement.name();
        JsonNode info = rest.info(name).orElseThrow(() -> missing(name));
        Map<String, String> config = States.texts(info.path("config"));
        List<String> topics = topics(name);
        return new ConnectorEntity.Description(
                text,
                config.getOrDefault("connector.class", ""),
                States.of(name, info, rest.status(name)),
                over(topics, view),
                topics,
                Secrets.masked(config, passwords(config)),
                List.of());
    }

    private List<String> topics(String name) {
        List<String> topics = new ArrayList<>();
        rest.topics(name)
                .ifPresent(answer -> answer.path(name).path("topics").forEach(topic -> topics.add(topic.asText())));
        topics.sort(Comparator.naturalOrder());
        return topics;
    }

    private List<SourceDescription> over(List<String> topics, CatalogView view) {
        List<SourceDescription> sources = new ArrayList<>();
        for (DataSource source : view.catalog().sources()) {
            if (topics.contains(source.layout().topic())) {
                sources.add(Outlines.of(source));
            }
        }
        return sources;
    }

    /** What the plugins declare secret. Of a plugin that is gone nobody knows, so none of its values is shown. */
    private Set<String> passwords(Map<String, String> config) {
        String connectorClass = config.getOrDefault("connector.class", "");
        boolean installed = Plugin.all(rest.plugins()).stream().anyMatch(plugin -> plugin.answersTo(connectorClass));
        return installed
                ? ConfigCheck.of(rest.validate(connectorClass, config), config).passwords()
                : config.keySet();
    }

    @Override
    public Entity drop(Statement.DropConnector statement, String text) {
        if (rest.delete(statement.name())) {
            return new ConnectorEntity.Dropped(text, statement.name(), List.of());
        }
        if (statement.ifExists()) {
            return new CommandEntity.NothingDone(
                    text, "There is no connector " + statement.name() + "; nothing was done.", List.of());
        }
        throw missing(statement.name());
    }

    private SqlException missing(String name) {
        List<String> names = new ArrayList<>();
        rest.connectors().fieldNames().forEachRemaining(names::add);
        String meant = Suggestions.nearest(name, names)
                .map(near -> " Did you mean `" + near + "`?")
                .orElse(" SHOW CONNECTORS lists those that there are.");
        return new SqlException("There is no connector " + name + "." + meant);
    }
}
