package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.model.ModelType;
import io.nrtstreams.sql.model.ModelTypes;
import io.nrtstreams.sql.plan.FitPlan;
import io.nrtstreams.sql.plan.QueryPlan;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.Statement.CreateModel;
import io.nrtstreams.sql.tree.Statement.Property;
import io.nrtstreams.sql.type.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes out of a CREATE MODEL what is to be fitted, and refuses what cannot be with all that is wrong. Like its planner it
 * reads the catalog at one moment. Single-threaded, for one statement.
 */
public final class ModelAnalyser {

    private static final String TYPE = "TYPE";
    private static final String LABEL = "LABEL";

    private final QueryPlanner planner;
    private final ModelTypes types;
    private final List<SqlException> problems = new ArrayList<>();

    public ModelAnalyser(QueryPlanner planner, ModelTypes types) {
        this.planner = planner;
        this.types = types;
    }

    /**
     * What the statement wants fitted.
     *
     * @throws SqlException at the first thing that is wrong, with all others
     */
    public FitPlan analyse(CreateModel statement, String queryId) {
        Map<String, Property> given = new LinkedHashMap<>();
        statement.properties().forEach(property -> given.put(property.key(), property));
        @Nullable Property typeName = text(statement, given.remove(TYPE), TYPE, "'LINEAR_REGRESSION'");
        @Nullable Property labelName = text(statement, given.remove(LABEL), LABEL, "'column'");
        @Nullable ModelType type = typeName == null ? null : tried(typeName.position(), () -> types.type(value(typeName)));
        @Nullable QueryPlan plan = tried(statement.query().position(), () -> plan(statement, queryId));
        List<Column> columns = plan == null ? List.of() : plan.root().schema().value();
        @Nullable String label = labelName == null || plan == null ? null : label(labelName, columns);
        requireNumbers(statement.query().position(), columns);
        if (type != null && plan != null && label != null) {
            FitPlan fit = new FitPlan(plan, type, label, features(columns, label), texts(given));
            Position position = given.values().stream()
                    .findFirst()
                    .map(Property::position)
                    .orElse(statement.query().position());
            var unused = tried(position, fit::training);
            requireNoProblem();
            return fit;
        }
        given.values().forEach(this::refuseUnknown);
        requireNoProblem();
        throw new IllegalStateException("a model without type, query or label has no problem");
    }

    private @Nullable Property text(CreateModel statement, @Nullable Property property, String key, String example) {
        if (property == null) {
            refuse(statement.position(), key + " is missing: add it to the WITH clause, " + key + "=" + example + ".");
            return null;
        }
        if (property.value().value() instanceof String text && !text.isBlank()) {
            return property;
        }
        refuse(property.position(), key + " must be a text in quotes, not empty.");
        return null;
    }

    private static String value(Property property) {
        return String.valueOf(property.value().value());
    }

    private QueryPlan plan(CreateModel statement, String queryId) {
        if (statement.query().limit().isPresent()) {
            throw new SqlException(
                    statement.query().position(),
                    "A model is fitted to all rows, without LIMIT. Choose rows with WHERE.");
        }
        return planner.push(statement.query(), queryId).plan();
    }

    private @Nullable String label(Property property, List<Column> columns) {
        String label = OptionReader.columnName(value(property));
        List<String> names = columns.stream().map(Column::name).toList();
        if (names.contains(label)) {
            return label;
        }
        refuse(
                property.position(),
                "LABEL names the column " + label + ", which the query does not select."
                        + Suggestions.didYouMean(label, names));
        return null;
    }

    private void requireNumbers(Position position, List<Column> columns) {
        for (Column column : columns) {
            if (!column.type().isNumeric()) {
                refuse(
                        position,
                        "The column " + column.name() + " is of type " + column.type()
                                + ", and a model takes numbers only. Leave it out, or make a number of it with CAST or"
                                + " CASE.");
            }
        }
    }

    private static List<String> features(List<Column> columns, String label) {
        return columns.stream()
                .map(Column::name)
                .filter(name -> !name.equals(label))
                .toList();
    }

    private static Map<String, String> texts(Map<String, Property> properties) {
        Map<String, String> texts = new LinkedHashMap<>();
        properties.forEach((key, property) -> texts.put(key, value(property)));
        return texts;
    }

    private <T> @Nullable T tried(Position position, Supplier<T> action) {
        try {
            return action.get();
        } catch (SqlException e) {
            refuse(e.position().isKnown() ? e.position() : position, e.problem());
            return null;
        }
    }

    /** Where the type is not known, its properties are not known either; what resembles TYPE or LABEL was meant to be it. */
    private void refuseUnknown(Property property) {
        Suggestions.nearest(property.key(), Set.of(TYPE, LABEL))
                .ifPresent(near -> refuse(
                        property.position(),
                        property.key() + " is not a property of models. Did you mean " + near + "?"));
    }

    private void refuse(Position position, String problem) {
        problems.add(new SqlException(position, problem));
    }

    private void requireNoProblem() {
        if (problems.isEmpty()) {
            return;
        }
        Set<String> texts = new LinkedHashSet<>();
        problems.forEach(problem -> texts.add(problem.problem()));
        throw new SqlException(problems.get(0).position(), String.join(" ", texts));
    }
}
