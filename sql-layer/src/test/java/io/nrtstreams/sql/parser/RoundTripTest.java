package io.nrtstreams.sql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Statement;
import io.nrtstreams.sql.tree.Statement.ColumnDefinition;
import io.nrtstreams.sql.tree.Statement.ColumnRole;
import io.nrtstreams.sql.tree.Statement.Property;
import io.nrtstreams.sql.tree.Statement.SourceKind;
import io.nrtstreams.sql.tree.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the formatter writes of any tree, the parser reads back to an equal one. */
class RoundTripTest {

    private final Random random = new Random(20_260_329);
    private final RandomExpressions any = new RandomExpressions(random);
    private final RandomQueries queries = new RandomQueries(random);
    private final SqlParser parser = new SqlParser();

    @Test
    void expressions() {
        for (int i = 0; i < 5_000; i++) {
            Expression expression = any.expression(random.nextInt(6));
            String text = SqlFormatter.format(expression);

            assertThat(parser.parseExpression(text)).as(text).isEqualTo(expression);
        }
    }

    @Test
    void types() {
        for (int i = 0; i < 1_000; i++) {
            TypeName type = any.type(4);
            String text = SqlFormatter.format(type);

            assertThat(parser.parseType(text)).as(text).isEqualTo(type);
        }
    }

    @Test
    void queries() {
        for (int i = 0; i < 1_000; i++) {
            Query query = queries.query(2);
            String text = SqlFormatter.format(query);

            assertThat(parser.parse(text))
                    .as(text)
                    .extracting(ParsedStatement::statement)
                    .containsExactly(new Statement.Select(Position.NONE, query));
        }
    }

    @Test
    void definitions() {
        for (int i = 0; i < 1_000; i++) {
            Statement statement = definition();
            String text = SqlFormatter.format(statement);

            assertThat(parser.parse(text))
                    .as(text)
                    .extracting(ParsedStatement::statement)
                    .containsExactly(statement);
        }
    }

    private Statement definition() {
        Position none = Position.NONE;
        SourceKind kind = any.oneOf(List.of(SourceKind.values()));
        List<Property> properties = List.of(
                new Property(none, "KAFKA_TOPIC", any.literal()), new Property(none, "any 'KEY'", any.literal()));
        List<Property> keyed = List.of(new Property(none, "KAFKA_TOPIC", any.literal()));
        return switch (random.nextInt(5)) {
            case 0 ->
                new Statement.CreateSource(
                        none, kind, any.coin(), any.coin(), any.coin(), any.name(), any.some(0, this::column), keyed);
            case 1 ->
                new Statement.CreateAsSelect(none, kind, any.coin(), any.coin(), any.name(), keyed, queries.query(1));
            case 2 ->
                new Statement.CreateConnector(none, Statement.ConnectorKind.SINK, any.coin(), any.name(), properties);
            case 3 ->
                new Statement.InsertValues(
                        none,
                        any.name(),
                        List.of(any.name(), any.name()),
                        List.of(any.expression(2), any.expression(2)));
            default -> new Statement.CreateType(none, any.coin(), any.name(), any.type(3));
        };
    }

    private ColumnDefinition column() {
        ColumnRole role = any.oneOf(List.of(
                new ColumnRole.Value(),
                new ColumnRole.Key(),
                new ColumnRole.PrimaryKey(),
                new ColumnRole.Header(Optional.empty()),
                new ColumnRole.Header(Optional.of(any.name()))));
        return new ColumnDefinition(Position.NONE, any.name(), any.type(3), role);
    }
}
