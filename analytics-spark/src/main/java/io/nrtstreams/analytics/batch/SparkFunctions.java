package io.nrtstreams.analytics.batch;

import io.nrtstreams.sql.conversion.Coercion;
import io.nrtstreams.sql.conversion.Conversion;
import io.nrtstreams.sql.function.Argument;
import io.nrtstreams.sql.function.FunctionDescription;
import io.nrtstreams.sql.function.FunctionKind;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.function.ScalarCall;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.type.SqlType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.expressions.CreateStruct;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.ScalaUDF;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;

/** Makes the language's scalar functions known to Spark, where Spark has none of the name. */
final class SparkFunctions {

    /** Functions of Spark that call any code of the process by its name. */
    private static final List<String> UNSAFE = List.of("reflect", "java_method", "try_reflect");

    private SparkFunctions() {}

    /** Adds what Spark does not have to a session's functions, and takes away what nobody is to call. */
    static void register(org.apache.spark.sql.catalyst.analysis.FunctionRegistry spark, QueryLibraries libraries) {
        UNSAFE.forEach(name -> spark.dropFunction(new FunctionIdentifier(name)));
        FunctionRegistry functions = libraries.functions();
        for (FunctionDescription function : functions.functions()) {
            if (function.kind() == FunctionKind.SCALAR) {
                add(function.name(), spark, libraries);
                function.aliases().forEach(alias -> add(alias, spark, libraries));
            }
        }
    }

    private static void add(
            String name, org.apache.spark.sql.catalyst.analysis.FunctionRegistry spark, QueryLibraries libraries) {
        FunctionIdentifier identifier = new FunctionIdentifier(name.toLowerCase(java.util.Locale.ROOT));
        if (!spark.functionExists(identifier) && !UNSAFE.contains(identifier.funcName())) {
            spark.registerFunction(
                    identifier, new ExpressionInfo(Call.class.getName(), name), new Builder(name, libraries));
        }
    }

    /** Makes a call of the arguments, whose types Spark has found out by then. */
    private static final class Builder extends AbstractFunction1<Seq<Expression>, Expression> {

        private final String name;
        private final QueryLibraries libraries;

        Builder(String name, QueryLibraries libraries) {
            this.name = name;
            this.libraries = libraries;
        }

        @Override
        public Expression apply(Seq<Expression> arguments) {
            List<StructField> fields = new ArrayList<>();
            for (Expression argument : CollectionConverters.asJava(arguments)) {
                fields.add(DataTypes.createStructField("a" + fields.size(), argument.dataType(), true));
            }
            Call call = new Call(name, DataTypes.createStructType(fields), libraries);
            DataType result = SparkTypes.spark(call.resolved().resultType());
            // One struct of all arguments, so that one class does for any number of them.
            Seq<Expression> struct = CollectionConverters.asScala(List.<Expression>of(CreateStruct.apply(arguments)))
                    .toSeq();
            return new ScalaUDF(
                    call,
                    result,
                    struct,
                    CollectionConverters.asScala(
                                    List.<Option<org.apache.spark.sql.catalyst.encoders.ExpressionEncoder<?>>>of())
                            .toSeq(),
                    Option.empty(),
                    Option.apply(name),
                    true,
                    true);
        }
    }

    /** A call, which each process resolves anew. */
    private static final class Call extends AbstractFunction1<Row, @Nullable Object> implements Serializable {

        private static final long serialVersionUID = 1;

        private final String name;
        private final StructType arguments;
        private final QueryLibraries libraries;
        private transient @Nullable ScalarCall call;
        private transient List<SqlType> types = List.of();
        private transient List<Conversion> conversions = List.of();

        Call(String name, StructType arguments, QueryLibraries libraries) {
            this.name = name;
            this.arguments = arguments;
            this.libraries = libraries;
        }

        ScalarCall resolved() {
            ScalarCall known = call;
            if (known == null) {
                types = SparkTypes.columns(arguments).stream()
                        .map(column -> column.type())
                        .toList();
                known = libraries
                        .functions()
                        .scalar(
                                Position.NONE,
                                name,
                                types.stream()
                                        .<Argument>map(type -> new Argument.Value(Optional.of(type)))
                                        .toList());
                List<Conversion> found = new ArrayList<>();
                for (int i = 0; i < types.size(); i++) {
                    SqlType actual = types.get(i);
                    found.add(known.argumentTypes()
                            .get(i)
                            .map(wanted -> Coercion.implicit(actual, wanted))
                            .orElse(Conversion.NONE));
                }
                conversions = found;
                call = known;
            }
            return known;
        }

        @Override
        public @Nullable Object apply(Row row) {
            ScalarCall known = resolved();
            @Nullable Object[] values = new Object[types.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = conversions.get(i).convertNullable(SparkValues.sql(row.get(i), types.get(i)));
            }
            try {
                return SparkValues.spark(known.invoke(values));
            } catch (RuntimeException e) {
                // As everywhere in the language, what cannot be computed is null.
                return null;
            }
        }
    }
}
