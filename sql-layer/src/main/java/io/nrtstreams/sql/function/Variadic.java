package io.nrtstreams.sql.function;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Any number of arguments of one type, also none; they may be null. As a parameter of a function it stands for as many
 * arguments at any place of the signature, once; at the end, {@code T...} says the same.
 */
public record Variadic<T extends @Nullable Object>(List<T> values) {}
