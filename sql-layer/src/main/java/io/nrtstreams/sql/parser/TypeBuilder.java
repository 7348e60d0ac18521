package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.tree.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Types of the tree from what was parsed. */
final class TypeBuilder extends SqlGrammarBaseVisitor<TypeName> {

    private static final Set<String> TEXT = Set.of("VARCHAR", "STRING");

    private final Nesting nesting;

    TypeBuilder(Nesting nesting) {
        this.nesting = nesting;
    }

    TypeName type(SqlGrammarParser.TypeContext context) {
        nesting.enter(context.getStart(), Nesting.ENCLOSED);
        TypeName type = context.accept(this);
        nesting.leave(Nesting.ENCLOSED);
        return type;
    }

    @Override
    public TypeName visitNamedType(SqlGrammarParser.NamedTypeContext context) {
        String name = Names.name(context.identifier());
        boolean sized = context.OPEN() != null;
        if (sized && !TEXT.contains(name)) {
            throw new SqlException(Names.position(context), "The type " + name + " takes nothing in brackets.");
        }
        return new TypeName.Named(Names.position(context), name);
    }

    @Override
    public TypeName visitDecimalType(SqlGrammarParser.DecimalTypeContext context) {
        int scale = context.scale == null ? 0 : digits(context.scale);
        return new TypeName.Decimal(Names.position(context), digits(context.precision), scale);
    }

    private static int digits(Token token) {
        return (int) Math.min(Literals.wholeNumber(token), Integer.MAX_VALUE);
    }

    @Override
    public TypeName visitArrayType(SqlGrammarParser.ArrayTypeContext context) {
        return new TypeName.Array(Names.position(context), type(context.type()));
    }

    @Override
    public TypeName visitMapType(SqlGrammarParser.MapTypeContext context) {
        return new TypeName.Map(Names.position(context), type(context.key), type(context.content));
    }

    @Override
    public TypeName visitStructType(SqlGrammarParser.StructTypeContext context) {
        List<TypeName.Field> fields = new ArrayList<>();
        for (SqlGrammarParser.StructFieldContext field : context.structField()) {
            fields.add(new TypeName.Field(Names.name(field.name), type(field.type())));
        }
        return new TypeName.Struct(Names.position(context), fields);
    }
}
