package io.nrtstreams.sql.model;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.tree.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fitted models, found by their exact names. Immutable: a change gives other models. */
public record Models(List<NamedModel> all) {

    public static final Models NONE = new Models(List.of());

    public Models {
        all = List.copyOf(all);
    }

    public Optional<NamedModel> find(String name) {
        return all.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /**
     * The model of this name.
     *
     * @throws SqlException when there is none, or none yet
     */
    public NamedModel require(Position position, String name) {
        return find(name)
                .orElseThrow(() -> new SqlException(
                        position,
                        "There is no model " + name + "." + Suggestions.didYouMean(name, names())
                                + " SHOW MODELS lists them; a model is there once its CREATE MODEL is done."));
    }

    public List<String> names() {
        return all.stream().map(NamedModel::name).toList();
    }

    /** With this model, in place of one of the same name. */
    public Models with(NamedModel model) {
        Map<String, NamedModel> changed = new LinkedHashMap<>();
        all.forEach(one -> changed.put(one.name(), one));
        changed.put(model.name(), model);
        return new Models(new ArrayList<>(changed.values()));
    }

    public Models without(String name) {
        return new Models(
                all.stream().filter(model -> !model.name().equals(name)).toList());
    }

    /** Those of these names. */
    public Models only(Collection<String> names) {
        return new Models(
                all.stream().filter(model -> names.contains(model.name())).toList());
    }
}
