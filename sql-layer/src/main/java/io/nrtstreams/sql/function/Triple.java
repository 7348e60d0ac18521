package io.nrtstreams.sql.function;

import org.jspecify.annotations.Nullable;

/** Three arguments of an aggregate function. */
public record Triple<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object>(
        A first, B second, C third) {}
