package io.nrtstreams.connect.cleaning.text;

import io.nrtstreams.connect.cleaning.core.Outcome;

/** Reads a record from text. Free of exceptions on account of data, and stateless. */
@FunctionalInterface
public interface TextFormat {
    /** The record as a Struct of the declared schema, or a refusal that says where the text was not as declared. */
    Outcome read(String text);
}
