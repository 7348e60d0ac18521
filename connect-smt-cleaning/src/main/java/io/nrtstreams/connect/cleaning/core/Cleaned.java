package io.nrtstreams.connect.cleaning.core;

/**
 * A value that passed.
 *
 * @param value the very object that was given where nothing had to change, else a new one
 */
public record Cleaned(Object value) implements Outcome {}
