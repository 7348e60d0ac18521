package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.catalog.Catalog;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.plan.KeyWindow;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.PlanNode.Named;
import io.nrtstreams.sql.plan.QueryPlan.Sink;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.Statement.InsertIntoSelect;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fits the result of INSERT INTO … SELECT to the stream that it is written to. */
final class InsertPlanner {

    private final Catalog catalog;
    private final NodeIds ids;

    InsertPlanner(Catalog catalog, NodeIds ids) {
        this.catalog = catalog;
        this.ids = ids;
    }

    /** What is written, and where to. */
    record Insertion(PlanNode node, Sink sink) {}

    DataSource target(InsertIntoSelect statement) {
        DataSource target = catalog.source(statement.target())
                .orElseThrow(() -> new SqlException(
                        statement.position(),
                        "There is no stream " + statement.target() + " to insert into."
                                + Suggestions.didYouMean(
                                        statement.target(),
                                        catalog.sources().stream()
                                                .map(DataSource::name)
                                                .toList())));
        if (target.isTable()) {
            throw new SqlException(
                    statement.position(),
                    target.name()
                            + " is a table, and INSERT INTO … SELECT is for streams. Use CREATE TABLE … AS SELECT, or"
                            + " INSERT INTO … VALUES for single rows.");
        }
        if (target.readOnly()) {
            throw new SqlException(
                    statement.position(), target.name() + " was declared with CREATE SOURCE and is only read.");
        }
        if (!target.schema().headers().isEmpty()) {
            throw new SqlException(
                    statement.position(),
                    target.name()
                            + " has columns of headers, which cannot be written. Declare a stream without them over"
                            + " the same topic, and insert into that.");
        }
        return target;
    }

    Insertion fit(InsertIntoSelect statement, DataSource target, Input result) {
        Position position = statement.position();
        if (result.isTable()) {
            throw new SqlException(
                    position,
                    "The query gives a table, whose changes are not the records of a stream. Use CREATE TABLE.");
        }
        Schema schema = result.node().schema();
        Schema wanted = target.schema();
        boolean sameWindow = schema.windowed() == wanted.windowed()
                && (!schema.windowed()
                        || target.layout()
                                .window()
                                .map(KeyWindow::kind)
                                .equals(result.window().map(KeyWindow::kind)));
        if (!sameWindow || !schema.key().equals(wanted.key()) || !fits(result.node(), wanted.value())) {
            throw new SqlException(
                    position,
                    "The result does not fit " + target.name() + ": it has the columns " + PlanText.schema(schema)
                            + ", and must have " + PlanText.schema(wanted)
                            + ". Select these in this order, under these names, and CAST what differs.");
        }
        PlanNode node = schema.value().equals(wanted.value())
                ? result.node()
                : new PlanNode.Project(
                        ids.next("cast"),
                        result.node(),
                        casts(schema.value(), wanted.value()),
                        Schema.of(schema.key(), wanted.value()).withWindowed(schema.windowed()));
        return new Insertion(node, new Sink(target.name(), target.layout(), false));
    }

    private static boolean fits(PlanNode node, List<Column> wanted) {
        List<Column> given = node.schema().value();
        if (given.size() != wanted.size()) {
            return false;
        }
        for (int i = 0; i < given.size(); i++) {
            SqlType type = wanted.get(i).type();
            boolean fits = widens(given.get(i).type(), type)
                    || literalType(node, i).filter(least -> widens(least, type)).isPresent();
            if (!fits || !given.get(i).name().equals(wanted.get(i).name())) {
                return false;
            }
        }
        return true;
    }

    /** Of a value column that is a whole number in the text, the decimal of as many digits. */
    private static Optional<SqlType> literalType(PlanNode node, int index) {
        if (node instanceof PlanNode.Project project
                && project.values().get(index).expression() instanceof Expression.Literal literal
                && (literal.value() instanceof Integer || literal.value() instanceof Long)) {
            long number = ((Number) literal.value()).longValue();
            int digits = BigDecimal.valueOf(number).precision();
            return Optional.of(new SqlType.Decimal(digits, 0));
        }
        return Optional.empty();
    }

    /** INTEGER to BIGINT to DECIMAL to DOUBLE, and decimals to those with at least as many digits on both sides. */
    private static boolean widens(SqlType given, SqlType wanted) {
        if (given.equals(wanted)) {
            return true;
        }
        return switch (wanted.base()) {
            case BIGINT -> given.base() == SqlType.Base.INTEGER;
            case DOUBLE -> given.isNumeric();
            case DECIMAL -> fitsDecimal(given, (SqlType.Decimal) wanted);
            default -> false;
        };
    }

    private static boolean fitsDecimal(SqlType given, SqlType.Decimal wanted) {
        int digits = wanted.precision() - wanted.scale();
        return switch (given.base()) {
            case INTEGER -> digits >= 10;
            case BIGINT -> digits >= 19;
            case DECIMAL -> {
                SqlType.Decimal decimal = (SqlType.Decimal) given;
                yield decimal.scale() <= wanted.scale() && decimal.precision() - decimal.scale() <= digits;
            }
            default -> false;
        };
    }

    private static List<Named> casts(List<Column> given, List<Column> wanted) {
        List<Named> values = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Column column = wanted.get(i);
            Expression reference = PlainColumns.reference(column.name());
            boolean same = given.get(i).equals(column);
            values.add(new Named(
                    column.name(),
                    same
                            ? reference
                            : new Expression.Cast(
                                    Position.NONE, reference, TypeNames.of(column.type(), Position.NONE))));
        }
        return values;
    }
}
