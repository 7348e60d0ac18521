package io.nrtstreams.sql.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.sql.model.ModelTypes;
import io.nrtstreams.sql.model.Models;
import io.nrtstreams.sql.model.NamedModel;
import java.util.List;

/** The models of a plan in its JSON: each as the text of its own. */
final class ModelJson {

    private static final String FIELD = "models";

    private ModelJson() {}

    static void write(Models models, ObjectNode plan) {
        if (models.all().isEmpty()) {
            return;
        }
        ArrayNode array = plan.putArray(FIELD);
        models.all()
                .forEach(named -> array.addObject()
                        .put("name", named.name())
                        .put("version", named.version())
                        .put("model", named.model().toJson()));
    }

    static Models read(JsonReader plan) {
        List<JsonReader> models = plan.node().has(FIELD) ? plan.objects(FIELD) : List.of();
        ModelTypes types = ModelTypes.builtIn();
        return new Models(models.stream()
                .map(json -> new NamedModel(json.text("name"), json.integer("version"), types.read(json.text("model"))))
                .toList());
    }
}
