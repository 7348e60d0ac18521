package io.nrtstreams.sql.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** A kind of model. Implementations are immutable. */
public interface ModelType {

    /** As the TYPE of CREATE MODEL, upper case. */
    String name();

    /**
     * Begins to fit a model.
     *
     * @param label the column to predict
     * @param features the columns to predict it from
     * @param properties of CREATE MODEL besides TYPE and LABEL, names in upper case
     * @throws io.nrtstreams.sql.SqlException when there is no such model: no features, a column twice, an unknown property
     */
    Training training(String label, List<String> features, Map<String, String> properties);

    /**
     * The model of {@link Model#toJson}.
     *
     * @throws io.nrtstreams.sql.SqlException when it is none of this type
     */
    Model read(JsonNode json);
}
