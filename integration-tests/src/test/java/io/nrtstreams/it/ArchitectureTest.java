package io.nrtstreams.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.nrtstreams.it.stack.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who may import whom; each rule says what to do instead. */
class ArchitectureTest {
    private static final String ROOT = "io.nrtstreams.";
    private static final String KIT = ROOT + "connect.kit..";
    private static final String MOCK = ROOT + "connect.mock..";
    private static final String CLEANING = ROOT + "connect.cleaning..";
    private static final String SINK = ROOT + "connect.s3..";
    private static final String ANALYTICS = ROOT + "analytics..";
    private static final String SQL = ROOT + "sql..";
    private static final String QUICKSTART = ROOT + "quickstart..";
    private static final String AWS = "software.amazon.awssdk..";
    private static final String AVRO = "org.apache.avro..";
    private static final String PARQUET = "org.apache.parquet..";
    private static final String HADOOP = "org.apache.hadoop..";
    private static final String SPARK = "org.apache.spark..";

    private static final List<ArchRule> RULES = List.of(
            noClasses()
                    .that()
                    .resideInAPackage(KIT)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(MOCK, CLEANING, SINK, ANALYTICS, QUICKSTART)
                    .as("the kit knows none of its users")
                    .because("what only one plugin needs belongs into that plugin; the kit holds what all three share"),
            noClasses()
                    .that()
                    .resideInAPackage(MOCK)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(CLEANING, SINK, ANALYTICS, QUICKSTART)
                    .as("the mock source stands alone")
                    .because("plugins are installed one by one; share through connect-kit, or through record schemas"),
            noClasses()
                    .that()
                    .resideInAPackage(CLEANING)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(MOCK, SINK, ANALYTICS, QUICKSTART)
                    .as("the cleaning transforms stand alone")
                    .because("plugins are installed one by one; share through connect-kit, or through record schemas"),
            noClasses()
                    .that()
                    .resideInAPackage(SINK)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(MOCK, CLEANING, ANALYTICS, QUICKSTART)
                    .as("the S3 sink stands alone")
                    .because("plugins are installed one by one; share through connect-kit, or through record schemas"),
            noClasses()
                    .that()
                    .resideInAPackage(SQL)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT + "connect..", ANALYTICS, QUICKSTART, "org.apache.kafka..", SPARK, "io.vertx..")
                    .as("the SQL layer knows no broker, no Spark and no server")
                    .because("it is hosted by all of them: say what it needs of its host as an interface, such as"
                            + " KeyedState, Topics or SchemaRegistry"),
            noClasses()
                    .that()
                    .resideInAnyPackage(inSql("type"), inSql("tree"), inSql("row"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            inSql("parser"),
                            inSql("analysis"),
                            inSql("expression"),
                            inSql("operator"),
                            inSql("engine"),
                            inSql("host"))
                    .as("types, trees and rows know nothing of who works on them")
                    .because("everything in the SQL layer is built on them; put what you need beside its user"),
            noClasses()
                    .that()
                    .resideInAnyPackage(inSql("operator"), inSql("state"), inSql("expression"), inSql("format"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(inSql("analysis"), inSql("engine"), inSql("catalog"), inSql("host"))
                    .as("what runs knows plans and rows, not the catalog")
                    .because(
                            "a host may run a stored plan without a catalog; put what the operator must know into the plan"),
            noClasses()
                    .that()
                    .resideInAPackage(ANALYTICS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOT + "connect..", QUICKSTART, "org.apache.kafka.connect..")
                    .as("the analytics know Connect only by its data")
                    .because(
                            "Spark and Kafka's runtime share no class path: agree on topics and object keys, pinned by tests"),
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + "connect.s3.storage..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(AWS)
                    .as("one package touches the AWS SDK")
                    .because("stores differ; say what you need as a method of ObjectStore in connect.s3.storage"),
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ROOT + "connect.s3.avro..", inSql("format.avro"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(AVRO)
                    .as("one package of the sink and one of the SQL layer touch Avro")
                    .because("a schema and its rows are told by connect.s3.layout and by sql.type; compile that in the"
                            + " avro package"),
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ROOT + "connect.s3.parquet..", ROOT + "analytics.batch.history..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(PARQUET)
                    .as("one package of the sink and one of the analytics touch Parquet")
                    .because("a schema and its rows are told by connect.s3.layout, and rows of objects are plain maps;"
                            + " compile that in connect.s3.parquet, or read it in analytics.batch.history"),
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ANALYTICS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(HADOOP)
                    .as("nobody beside Spark's hosts imports Hadoop")
                    .because("no plugin folder has it: write through Parquet's OutputFile, and compress with what the"
                            + " worker has"),
            noClasses()
                    .that()
                    .resideInAnyPackage(inSink("config", "delivery", "file", "format", "metrics", "path", "storage"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(inSink("layout", "block", "avro", "parquet"))
                    .as("the sink does not know the formats of its archive")
                    .because("the archive may not be installed: say what you need as a method of FormatProvider or"
                            + " RecordFormat in connect.s3.format"),
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            ROOT + "analytics.host..",
                            ROOT + "analytics.batch..",
                            ROOT + "analytics.model..",
                            ROOT + "analytics.pipeline..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(SPARK)
                    .as("only host, batch, model and pipeline import Spark")
                    .because("the server, the shell and the report work on plain records; hand them one"),
            noClasses()
                    .that()
                    .resideOutsideOfPackage(QUICKSTART)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.kafka.connect.runtime..", "org.apache.kafka.connect.cli..", "kafka..")
                    .as("nobody imports connect-runtime or the broker outside quickstart and tests")
                    .because("a plugin sees connect-api alone; its worker may be of another version"));

    private static String inSql(String name) {
        return ROOT + "sql." + name + "..";
    }

    private static String[] inSink(String... packages) {
        return Stream.of(packages)
                .map(name -> ROOT + "connect.s3." + name + "..")
                .toArray(String[]::new);
    }

    @TestFactory
    List<DynamicTest> theModulesImportOnlyWhatTheyMay() {
        JavaClasses classes = new ClassFileImporter()
                .importPaths(List.of(
                                "connect-kit",
                                "connect-source-mock",
                                "connect-smt-cleaning",
                                "connect-sink-s3",
                                "connect-sink-s3-formats",
                                "sql-layer",
                                "analytics-spark",
                                "quickstart")
                        .stream()
                        .map(module -> Project.HOME.resolve(module).resolve("target/classes"))
                        .toArray(Path[]::new));
        return RULES.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)))
                .toList();
    }
}
