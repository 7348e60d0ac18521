package io.nrtstreams.connect.cleaning.core;

/** Stands in the place of a value that does not fit: a mark instead of an exception, since dirt is common. */
public enum Unfit {
    /** The value is of a kind that could fit, but does not. */
    VALUE,
    /** No value of this kind fits. */
    KIND
}
