package io.nrtstreams.sql.parser;

import static io.nrtstreams.sql.parser.Names.name;
import static io.nrtstreams.sql.parser.Names.position;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.parser.SqlGrammarParser.ColumnRoleContext;
import io.nrtstreams.sql.parser.SqlGrammarParser.PropertyContext;
import io.nrtstreams.sql.tree.Expression.Literal;
import io.nrtstreams.sql.tree.Statement.ColumnDefinition;
import io.nrtstreams.sql.tree.Statement.ColumnRole;
import io.nrtstreams.sql.tree.Statement.Property;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Columns and properties that statements declare. */
final class DefinitionBuilder {

    private final TypeBuilder types;

    DefinitionBuilder(TypeBuilder types) {
        this.types = types;
    }

    List<ColumnDefinition> columns(SqlGrammarParser.@Nullable ColumnsContext context) {
        return context == null
                ? List.of()
                : context.column().stream().map(this::column).toList();
    }

    private ColumnDefinition column(SqlGrammarParser.ColumnContext context) {
        return new ColumnDefinition(
                position(context), name(context.name), types.type(context.type()), role(context.columnRole()));
    }

    ColumnDefinition added(SqlGrammarParser.AddedColumnContext context) {
        return new ColumnDefinition(
                position(context.name), name(context.name), types.type(context.type()), new ColumnRole.Value());
    }

    private static ColumnRole role(@Nullable ColumnRoleContext context) {
        if (context == null) {
            return new ColumnRole.Value();
        }
        if (context instanceof SqlGrammarParser.HeaderRoleContext header) {
            return new ColumnRole.Header(Optional.of(Names.string(header.header)));
        }
        if (context instanceof SqlGrammarParser.HeadersRoleContext) {
            return new ColumnRole.Header(Optional.empty());
        }
        return context instanceof SqlGrammarParser.KeyRoleContext ? new ColumnRole.Key() : new ColumnRole.PrimaryKey();
    }

    /** What WITH says; keys become upper case. */
    List<Property> properties(SqlGrammarParser.@Nullable PropertiesContext context) {
        return properties(context, key -> key.toUpperCase(Locale.ROOT));
    }

    /** What WITH says of something outside; keys keep their case. */
    List<Property> rawProperties(SqlGrammarParser.@Nullable PropertiesContext context) {
        return properties(context, UnaryOperator.identity());
    }

    private static List<Property> properties(
            SqlGrammarParser.@Nullable PropertiesContext context, UnaryOperator<String> spelling) {
        if (context == null) {
            return List.of();
        }
        List<Property> properties = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (PropertyContext property : context.property()) {
            String key = spelling.apply(Names.rawName(property.propertyKey()));
            if (!seen.add(key)) {
                throw new SqlException(position(property), "The property " + key + " is set twice.");
            }
            properties.add(new Property(position(property), key, constant(property.constant())));
        }
        return properties;
    }

    private static Literal constant(SqlGrammarParser.ConstantContext context) {
        if (context instanceof SqlGrammarParser.SignedNumberContext signed) {
            Token number = signed.number().getStart();
            String sign = signed.sign.getType() == SqlGrammarLexer.MINUS ? "-" : "";
            return new Literal(position(context), Literals.number(number, sign));
        }
        return Literals.literal(((SqlGrammarParser.PlainConstantContext) context).literal());
    }
}
