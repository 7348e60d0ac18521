package io.nrtstreams.sql.function;

import org.jspecify.annotations.Nullable;

/** Two arguments of an aggregate function. */
public record Pair<A extends @Nullable Object, B extends @Nullable Object>(A first, B second) {}
