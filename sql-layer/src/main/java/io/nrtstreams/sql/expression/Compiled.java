package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.type.SqlType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An expression as closures. */
final class Compiled implements TypedExpression {

    private final Optional<SqlType> type;
    private final Evaluator evaluator;
    private final boolean time;
    private final Frame frame;

    private Compiled(Optional<SqlType> type, Evaluator evaluator, boolean time, Frame frame) {
        this.type = type;
        this.evaluator = evaluator;
        this.time = time;
        this.frame = frame;
    }

    static Compiled of(SqlType type, Evaluator evaluator) {
        return new Compiled(Optional.of(type), evaluator, false, Frame.EMPTY);
    }

    /** A time in ms since the epoch, which texts of timestamps are compared with. */
    static Compiled time(SqlType type, Evaluator evaluator) {
        return new Compiled(Optional.of(type), evaluator, true, Frame.EMPTY);
    }

    /** The untyped NULL. */
    static Compiled ofNull() {
        return new Compiled(Optional.empty(), Evaluator.NULL, false, Frame.EMPTY);
    }

    @Override
    public Optional<SqlType> type() {
        return type;
    }

    /** For messages. */
    String typeText() {
        return type.map(SqlType::toString).orElse("NULL");
    }

    boolean isNull() {
        return type.isEmpty();
    }

    boolean isTime() {
        return time;
    }

    boolean is(SqlType.Base base) {
        return type.isPresent() && type.get().base() == base;
    }

    Evaluator evaluator() {
        return evaluator;
    }

    @Override
    public @Nullable Object evaluate(Row row) {
        return evaluator.evaluate(row, frame);
    }

    @Override
    public TypedExpression reporting(PartFailures failures) {
        return new Compiled(type, evaluator, time, Frame.of(failures));
    }
}
