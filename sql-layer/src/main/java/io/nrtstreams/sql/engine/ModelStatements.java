package io.nrtstreams.sql.engine;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.analysis.ModelAnalyser;
import io.nrtstreams.sql.analysis.QueryPlanner;
import io.nrtstreams.sql.model.Model;
import io.nrtstreams.sql.model.ModelDescription;
import io.nrtstreams.sql.model.ModelTypes;
import io.nrtstreams.sql.model.Models;
import io.nrtstreams.sql.model.NamedModel;
import io.nrtstreams.sql.plan.FitPlan;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.Statement.CreateModel;
import io.nrtstreams.sql.tree.Statement.DropModel;
import java.util.ArrayList;
import java.util.List;

/** CREATE MODEL, the arrival of the fitted model, and DROP MODEL. */
final class ModelStatements {

    private static final ModelTypes TYPES = ModelTypes.builtIn();

    private ModelStatements() {}

    static Step create(CreateModel statement, EngineState state, QueryPlanner planner) {
        boolean exists = state.declarations().models().find(statement.name()).isPresent();
        if (exists && statement.ifNotExists()) {
            return new Step(
                    state, new Outcome.Done("The model " + statement.name() + " exists already; nothing was done."));
        }
        requireFree(statement.position(), statement.name(), statement.orReplace(), state);
        return new Step(
                state, new Outcome.Fit(statement.name(), plan(statement, state, planner), statement.orReplace()));
    }

    private static void requireFree(Position position, String name, boolean orReplace, EngineState state) {
        if (!orReplace && state.declarations().models().find(name).isPresent()) {
            throw new SqlException(
                    position,
                    "There is already a model " + name
                            + ". Choose another name, drop it, or fit it anew with CREATE OR REPLACE MODEL.");
        }
    }

    static FitPlan plan(CreateModel statement, EngineState state, QueryPlanner planner) {
        return new ModelAnalyser(planner, TYPES)
                .analyse(statement, "FIT_" + statement.name() + "_" + state.nextNumber());
    }

    static Step install(Outcome.Fit fit, Model model, EngineState state) {
        ModelDescription description = model.describe();
        if (!description.label().equals(fit.plan().label())
                || !description.features().equals(fit.plan().features())) {
            throw new IllegalArgumentException("the model tells " + description.label() + " from "
                    + description.features() + ", but " + fit.plan().label() + " from "
                    + fit.plan().features() + " was wanted");
        }
        requireFree(Position.NONE, fit.name(), fit.orReplace(), state);
        int version = 1
                + state.declarations()
                        .models()
                        .find(fit.name())
                        .map(NamedModel::version)
                        .orElse(0);
        return new Step(
                state.with(state.declarations().with(new NamedModel(fit.name(), version, model))),
                new Outcome.Done("The model " + fit.name() + " was fitted to "
                        + description.fit().rows() + " rows: " + ModelText.formula(description) + "."));
    }

    static Step drop(DropModel statement, EngineState state) {
        Models models = state.declarations().models();
        String name = statement.name();
        if (models.find(name).isEmpty()) {
            if (statement.ifExists()) {
                return new Step(state, new Outcome.Done("The model " + name + " does not exist; nothing was done."));
            }
            throw new SqlException(
                    statement.position(),
                    "There is no model " + name + "." + Suggestions.didYouMean(name, models.names()));
        }
        List<String> users = state.askersOf(name);
        if (!users.isEmpty()) {
            throw new SqlException(
                    statement.position(),
                    "The model " + name + " is in use by " + String.join(", ", users)
                            + ". TERMINATE these queries first.");
        }
        return new Step(
                state.with(state.declarations().withoutModel(name)),
                new Outcome.Done("The model " + name + " was dropped."));
    }

    static Outcome list(EngineState state) {
        List<List<String>> rows = new ArrayList<>();
        for (NamedModel named : state.declarations().models().all()) {
            ModelDescription model = named.model().describe();
            rows.add(List.of(
                    named.name(),
                    String.valueOf(named.version()),
                    model.type(),
                    model.label(),
                    String.join(", ", model.features()),
                    String.valueOf(model.fit().rows()),
                    ModelText.number(model.fit().r2()),
                    ModelText.number(model.fit().rmse()),
                    ModelText.formula(model)));
        }
        return new Outcome.Listing(
                List.of("Model", "Version", "Type", "Label", "Features", "Rows", "R2", "RMSE", "Formula"), rows);
    }
}
