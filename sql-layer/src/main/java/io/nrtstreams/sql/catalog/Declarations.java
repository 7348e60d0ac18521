package io.nrtstreams.sql.catalog;

import io.nrtstreams.sql.model.Models;
import io.nrtstreams.sql.model.NamedModel;
import io.nrtstreams.sql.type.SqlType;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A catalog at one moment: immutable, each change gives a new one, so that a script can be tried before it is carried out.
 */
public final class Declarations implements Catalog {

    private static final Declarations NONE = new Declarations(Map.of(), Map.of(), Models.NONE);

    private final Map<String, DataSource> sources;
    private final Map<String, SqlType> types;
    private final Models models;

    private Declarations(Map<String, DataSource> sources, Map<String, SqlType> types, Models models) {
        this.sources = Collections.unmodifiableMap(sources);
        this.types = Collections.unmodifiableMap(types);
        this.models = models;
    }

    public static Declarations none() {
        return NONE;
    }

    @Override
    public Optional<DataSource> source(String name) {
        return Optional.ofNullable(sources.get(name));
    }

    /** In the order of their declaration. */
    @Override
    public Collection<DataSource> sources() {
        return sources.values();
    }

    @Override
    public Map<String, SqlType> types() {
        return types;
    }

    @Override
    public Models models() {
        return models;
    }

    /** With this stream or table, in place of one of the same name. */
    public Declarations with(DataSource source) {
        Map<String, DataSource> changed = new LinkedHashMap<>(sources);
        changed.put(source.name(), source);
        return new Declarations(changed, types, models);
    }

    public Declarations without(String source) {
        Map<String, DataSource> changed = new LinkedHashMap<>(sources);
        changed.remove(source);
        return new Declarations(changed, types, models);
    }

    public Declarations withType(String name, SqlType type) {
        Map<String, SqlType> changed = new LinkedHashMap<>(types);
        changed.put(name, type);
        return new Declarations(sources, changed, models);
    }

    public Declarations withoutType(String name) {
        Map<String, SqlType> changed = new LinkedHashMap<>(types);
        changed.remove(name);
        return new Declarations(sources, changed, models);
    }

    /** With this model, in place of one of the same name. */
    public Declarations with(NamedModel model) {
        return new Declarations(sources, types, models.with(model));
    }

    public Declarations withoutModel(String name) {
        return new Declarations(sources, types, models.without(name));
    }
}
