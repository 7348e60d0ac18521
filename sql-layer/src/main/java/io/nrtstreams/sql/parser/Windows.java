package io.nrtstreams.sql.parser;

import static io.nrtstreams.sql.parser.Names.position;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.parser.SqlGrammarParser.DurationContext;
import io.nrtstreams.sql.parser.SqlGrammarParser.WindowOptionContext;
import io.nrtstreams.sql.tree.Query.Window;
import io.nrtstreams.sql.tree.Query.WindowShape;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Windows of the tree from what was parsed. */
final class Windows {

    private Windows() {}

    static Window window(SqlGrammarParser.WindowContext context) {
        if (context instanceof SqlGrammarParser.TumblingContext tumbling) {
            return window(context, new WindowShape.Tumbling(length(tumbling.size)), tumbling.windowOption());
        }
        if (context instanceof SqlGrammarParser.HoppingContext hopping) {
            return window(
                    context,
                    new WindowShape.Hopping(length(hopping.size), length(hopping.advance)),
                    hopping.windowOption());
        }
        SqlGrammarParser.SessionContext session = (SqlGrammarParser.SessionContext) context;
        return window(context, new WindowShape.Session(length(session.gap)), session.windowOption());
    }

    private static Window window(
            SqlGrammarParser.WindowContext context, WindowShape shape, List<WindowOptionContext> options) {
        return new Window(
                position(context),
                shape,
                option(
                        options,
                        SqlGrammarParser.RetentionContext.class,
                        retention -> TimeUnits.duration(retention.duration())),
                option(options, SqlGrammarParser.GraceContext.class, grace -> TimeUnits.duration(grace.duration())),
                option(options, SqlGrammarParser.OffsetContext.class, offset -> TimeUnits.duration(offset.duration())),
                option(options, SqlGrammarParser.ZoneContext.class, zone -> Names.string(zone.zone)));
    }

    private static <C extends WindowOptionContext, T> Optional<T> option(
            List<WindowOptionContext> options, Class<C> kind, Function<C, T> build) {
        List<C> found =
                options.stream().filter(kind::isInstance).map(kind::cast).toList();
        if (found.size() > 1) {
            throw new SqlException(
                    position(found.get(1)),
                    "A window takes " + found.get(1).getChild(1).getText().toUpperCase(Locale.ROOT) + " once.");
        }
        return found.stream().findFirst().map(build);
    }

    private static Duration length(DurationContext context) {
        Duration length = TimeUnits.duration(context);
        if (length.isZero()) {
            throw new SqlException(position(context), "A window's size, advance and gap must be longer than nothing.");
        }
        return length;
    }
}
