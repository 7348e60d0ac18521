package io.nrtstreams.sql.engine;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.expression.TypeResolver;
import io.nrtstreams.sql.tree.Statement.CreateType;
import io.nrtstreams.sql.tree.Statement.DropType;
import io.nrtstreams.sql.type.SqlType;

/** CREATE TYPE and DROP TYPE. */
final class TypeStatements {

    private TypeStatements() {}

    static Step create(CreateType create, EngineState state) {
        boolean exists = state.declarations().types().containsKey(create.name());
        if (exists && create.ifNotExists()) {
            return new Step(
                    state, new Outcome.Done("The type " + create.name() + " exists already; nothing was done."));
        }
        if (exists) {
            throw new SqlException(
                    create.position(),
                    "There is already a type " + create.name() + ". Drop it first, or choose another name.");
        }
        SqlType type = new TypeResolver(state.declarations().types()).resolve(create.type());
        return new Step(
                state.with(state.declarations().withType(create.name(), type)),
                new Outcome.Done("The type " + create.name() + " stands for " + type + "."));
    }

    static Step drop(DropType drop, EngineState state) {
        if (state.declarations().types().containsKey(drop.name())) {
            return new Step(
                    state.with(state.declarations().withoutType(drop.name())),
                    new Outcome.Done("The type " + drop.name() + " was dropped."));
        }
        if (drop.ifExists()) {
            return new Step(state, new Outcome.Done("The type " + drop.name() + " does not exist; nothing was done."));
        }
        throw new SqlException(
                drop.position(),
                "There is no type " + drop.name() + "."
                        + Suggestions.didYouMean(
                                drop.name(), state.declarations().types().keySet()));
    }
}
