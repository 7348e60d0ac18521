package io.nrtstreams.sql.model;

/** A fitted model. Immutable; equal to what {@link ModelTypes#read} makes of its {@link #toJson}. */
public interface Model {

    ModelDescription describe();

    /**
     * What the model expects the label to be.
     *
     * @param features in the order of {@link ModelDescription#features}
     * @throws IllegalArgumentException when they are more or fewer than the model has
     */
    double predict(double... features);

    /** The whole model as JSON, which {@link ModelTypes#read} reads back. */
    String toJson();
}
