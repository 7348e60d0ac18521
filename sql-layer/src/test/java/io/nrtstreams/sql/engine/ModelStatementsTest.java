package io.nrtstreams.sql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.model.ModelTypes;
import io.nrtstreams.sql.model.NamedModel;
import io.nrtstreams.sql.plan.PlanJson;
import io.nrtstreams.sql.plan.QueryPlan;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelStatementsTest {

    private static final String WITH = "WITH (TYPE='LINEAR_REGRESSION', LABEL='kwh') AS ";

    private final Session session = Session.withTopics("readings", "sites");

    @BeforeEach
    void readingsOfDoubleTheTemperatureAndThreeForEachHour() {
        session.run(
                "CREATE STREAM readings (site STRING KEY, kwh DOUBLE, celsius INT, hour BIGINT, price DECIMAL(6, 2))"
                        + " WITH (KAFKA_TOPIC='readings', VALUE_FORMAT='JSON');"
                        + "CREATE TABLE sites (site STRING PRIMARY KEY, kwh DOUBLE, celsius DOUBLE)"
                        + " WITH (KAFKA_TOPIC='sites', VALUE_FORMAT='JSON');");
        for (int[] at : new int[][] {{10, 0}, {20, 1}, {5, 2}, {0, 3}, {30, 4}}) {
            insert("'a', " + (2.0 * at[0] + 3 * at[1]) + "E0, " + at[0] + ", " + at[1] + ", 1.5");
        }
    }

    private void insert(String row) {
        session.run("INSERT INTO readings VALUES (" + row + ");");
    }

    private String formula(String model) {
        return session.rows("SHOW MODELS;").stream()
                .filter(row -> row.get(0).equals(model))
                .map(row -> row.get(8))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aModelIsFittedToTheRowsOfItsQueryAndAskedByPredict() {
        session.run("CREATE MODEL m " + WITH + "SELECT kwh, celsius, hour FROM readings;"
                + "CREATE STREAM o AS SELECT site, PREDICT(m, celsius, hour) AS expected FROM readings;");
        assertThat(formula("M")).matches("KWH = -?[0-9.E-]+ \\+ 2\\.0 \\* CELSIUS \\+ 3\\.0 \\* HOUR");
        insert("'b', NULL, 7, 100, NULL");
        assertThat(session.records("O")).singleElement().asString().matches("b -> \\{\"EXPECTED\":31[34]\\..*} @1000");
    }

    @Test
    void predictIsNullWhereAFeatureIs() {
        session.run("CREATE MODEL m " + WITH + "SELECT kwh, celsius FROM readings;"
                + "CREATE STREAM o AS SELECT site, predict(m, celsius) AS e, PREDICT(m, NULL) AS n FROM readings;");
        insert("'b', 1E0, NULL, 1, NULL");
        assertThat(session.records("O")).containsExactly("b -> {\"E\":null,\"N\":null} @1000");
    }

    @Test
    void predictTakesAnyNumberAndStandsInAnyExpression() {
        session.run("CREATE MODEL m " + WITH + "SELECT kwh, celsius, hour FROM readings;"
                + "CREATE TABLE o AS SELECT site, CAST(ROUND(PREDICT(m, AVG(celsius), SUM(price))) AS INT) AS total"
                + " FROM readings WHERE PREDICT(`M`, hour, hour + 1.5) > 0 GROUP BY site"
                + " HAVING MAX(PREDICT(m, celsius, 1)) > 0;");
        insert("'b', 1E0, 10, 1, 20.00");
        insert("'b', 1E0, 20, 1, 20.00");
        assertThat(session.records("O")).containsExactly("b -> {\"TOTAL\":80} @1000", "b -> {\"TOTAL\":150} @1000");
    }

    @Test
    void theNameOfAModelIsNeverAColumn() {
        session.run("CREATE MODEL hour " + WITH + "SELECT kwh, celsius FROM readings WHERE hour < 2;"
                + "CREATE STREAM o AS SELECT r.site AS site, PREDICT(hour, r.celsius) AS e, r.hour AS hour"
                + " FROM readings r LEFT JOIN sites s ON r.site = s.site;");
        insert("'b', NULL, 10, 1, NULL");
        assertThat(session.records("O"))
                .singleElement()
                .asString()
                .contains("\"HOUR\":1")
                .contains("\"E\":20.0");
    }

    @Test
    void insertedRowsMayHoldPredictions() {
        session.run("CREATE MODEL m " + WITH + "SELECT kwh, celsius FROM readings WHERE hour < 2;"
                + "INSERT INTO sites VALUES ('x', PREDICT(m, 10), 1E0);");
        assertThat(session.records("sites")).containsExactly("x -> {\"KWH\":20.0,\"CELSIUS\":1.0} @1000");
    }

    @Test
    void ofATableTheLastRowOfEachKeyCounts() {
        session.run("INSERT INTO sites VALUES ('a', 99E0, 1E0); INSERT INTO sites VALUES ('b', 4E0, 2E0);"
                + "INSERT INTO sites VALUES ('c', 6E0, 3E0); INSERT INTO sites VALUES ('a', 2E0, 1E0);"
                + "INSERT INTO sites VALUES ('d', 77E0, 9E0); DELETE FROM sites WHERE site = 'd';"
                + "CREATE MODEL m " + WITH + "SELECT kwh, celsius FROM sites;");
        assertThat(session.rows("SHOW MODELS;").get(0)).contains("3", "KWH", "CELSIUS", "1.0");
        assertThat(formula("M")).contains("2.0 * CELSIUS");
    }

    @Test
    void groupsInWindowsAreRowsOfATable() {
        session.run("CREATE MODEL m WITH (TYPE='linear_regression', LABEL='total') AS SELECT SUM(kwh) AS total,"
                + " SUM(celsius) AS heat FROM readings WINDOW TUMBLING (SIZE 1 MINUTE) WHERE hour = 0 OR hour = 1 OR hour = 3"
                + " GROUP BY hour;");
        assertThat(session.rows("SHOW MODELS;").get(0).get(5)).isEqualTo("3");
    }

    @Test
    void aRowWithoutANumberIsLeftOutAndLogged() {
        insert("'b', NULL, 7, 1, NULL");
        insert("'b', 3E0, NULL, 1, NULL");
        session.run("CREATE MODEL m " + WITH + "SELECT kwh, celsius, hour FROM readings;");
        assertThat(session.rows("SHOW MODELS;").get(0).get(5)).isEqualTo("5");
        assertThat(session.log)
                .extracting(entry -> entry.queryId() + " " + entry.kind() + " " + entry.reason())
                .containsExactly(
                        "FIT_M_0 SKIPPED KWH is NULL, so the model is fitted without this row",
                        "FIT_M_0 SKIPPED CELSIUS is NULL, so the model is fitted without this row");
    }

    @Test
    void aModelFittedAnewIsForQueriesStartedFromThenOn() {
        session.run("CREATE MODEL m " + WITH + "SELECT kwh, celsius FROM readings WHERE hour < 2;"
                + "CREATE STREAM old AS SELECT site, ROUND(PREDICT(m, celsius)) AS e FROM readings;"
                + "CREATE OR REPLACE MODEL m " + WITH + "SELECT kwh * 10 AS kwh, celsius, hour FROM readings;"
                + "CREATE STREAM new AS SELECT site, ROUND(PREDICT(m, celsius, hour)) AS e FROM readings;");
        insert("'b', NULL, 100, 0, NULL");
        assertThat(session.records("OLD")).containsExactly("b -> {\"E\":227} @1000");
        assertThat(session.records("NEW")).containsExactly("b -> {\"E\":2000} @1000");
        assertThat(session.rows("SHOW MODELS;").get(0).get(1)).isEqualTo("2");
    }

    @Test
    void aReplacedQueryTakesTheModelAsItIsNow() {
        session.run("CREATE MODEL m " + WITH + "SELECT kwh, celsius FROM readings WHERE hour < 2;"
                + "CREATE STREAM o AS SELECT site, PREDICT(m, celsius) AS e FROM readings;"
                + "CREATE OR REPLACE MODEL m " + WITH + "SELECT kwh * 10 AS kwh, celsius FROM readings;");
        Outcome.Started replaced = (Outcome.Started)
                session.run("CREATE OR REPLACE STREAM o AS SELECT site, PREDICT(m, celsius) AS e FROM readings;");
        assertThat(replaced.query().plan().models().find("M").map(NamedModel::version))
                .contains(2);
        assertThat(session.text("EXPLAIN " + replaced.query().id() + ";"))
                .contains("PREDICT('M', CELSIUS)")
                .contains("asks model M, version 2");
    }

    @Test
    void anAggregateOfPredictionsIsNotMixedFromTwoVersions() {
        String totals = "TABLE o AS SELECT site, SUM(PREDICT(m, celsius)) AS e FROM readings GROUP BY site;";
        session.run("CREATE MODEL m " + WITH + "SELECT kwh, celsius FROM readings;CREATE " + totals
                + "CREATE OR REPLACE " + totals + "CREATE OR REPLACE MODEL m " + WITH
                + "SELECT kwh, celsius FROM readings WHERE hour < 2;");
        assertThatThrownBy(() -> session.run("CREATE OR REPLACE " + totals))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("what it has aggregated so far would not fit the new one");
    }

    @Test
    void aPlanReadBackFromJsonHasItsModel() {
        session.run("CREATE MODEL m " + WITH + "SELECT kwh, celsius, hour FROM readings;");
        QueryPlan plan = ((Outcome.Started)
                        session.run("CREATE STREAM o AS SELECT site, PREDICT(m, celsius, hour) AS e FROM readings;"))
                .query()
                .plan();
        QueryPlan read = PlanJson.read(PlanJson.write(plan));
        assertThat(read.models()).isEqualTo(plan.models());
        assertThat(read.models().names()).containsExactly("M");
        assertThat(PlanJson.write(read)).isEqualTo(PlanJson.write(plan));
    }

    @Test
    void aModelIsDroppedWhenNoQueryAsksIt() {
        session.run("CREATE MODEL m " + WITH + "SELECT kwh, celsius FROM readings;"
                + "CREATE STREAM o AS SELECT site, PREDICT(m, celsius) AS e FROM readings;");
        assertThatThrownBy(() -> session.run("DROP MODEL m;"))
                .isInstanceOf(SqlException.class)
                .hasMessage("line 1, column 1: The model M is in use by CSAS_O_0. TERMINATE these queries first.");
        session.run("TERMINATE csas_o_0; DROP MODEL m;");
        assertThat(session.rows("SHOW MODELS;")).isEmpty();
        assertThat(session.run("DROP MODEL IF EXISTS m;"))
                .isEqualTo(new Outcome.Done("The model M does not exist; nothing was done."));
        assertThatThrownBy(() -> session.run("DROP MODEL m;")).hasMessageContaining("There is no model M.");
    }

    @Test
    void aNameIsTakenOnce() {
        String create = " m " + WITH + "SELECT kwh, celsius FROM readings;";
        session.run("CREATE MODEL" + create);
        assertThat(session.run("CREATE MODEL IF NOT EXISTS" + create))
                .isEqualTo(new Outcome.Done("The model M exists already; nothing was done."));
        assertThatThrownBy(() -> session.run("CREATE MODEL" + create))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("There is already a model M. Choose another name, drop it, or fit it anew with");
    }

    @Test
    void whatWasMadeDuringTheFitIsNotReplacedUnasked() {
        List<Outcome> fits = session.engine.execute(
                "CREATE MODEL m " + WITH + "SELECT kwh, celsius FROM readings;" + "CREATE MODEL m " + WITH
                        + "SELECT kwh, hour FROM readings;",
                session.properties);
        assertThat(session.fit((Outcome.Fit) fits.get(0))).isInstanceOf(Outcome.Done.class);
        assertThatThrownBy(() -> session.fit((Outcome.Fit) fits.get(1)))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("There is already a model M");
        assertThat(session.engine.catalog().models().all()).hasSize(1);
    }

    @Test
    void aModelOfOtherFeaturesIsNotTakenIn() {
        Outcome.Fit fit = (Outcome.Fit) session.engine
                .execute("CREATE MODEL m " + WITH + "SELECT kwh, celsius FROM readings;", session.properties)
                .get(0);
        String other =
                "{\"type\":\"LINEAR_REGRESSION\",\"label\":\"KWH\",\"intercept\":0,\"coefficients\":{\"HOUR\":1},"
                        + "\"rows\":2,\"r2\":1,\"mse\":0}";
        assertThatThrownBy(
                        () -> session.engine.install(fit, ModelTypes.builtIn().read(other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("KWH from [HOUR], but KWH from [CELSIUS] was wanted");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PREDICT(n, celsius)       | line 1, column 41: There is no model N. SHOW MODELS lists them
            PREDICT(demnad, celsius)  | There is no model DEMNAD. Did you mean DEMAND?
            PREDICT(demand)           | The model DEMAND has the features CELSIUS, HOUR, and PREDICT gives 0 instead of 2
            PREDICT(demand, 1, 2, 3)  | PREDICT gives 3 instead of 2. Write PREDICT(DEMAND, CELSIUS, HOUR).
            PREDICT(demand, site, 1)  | The feature CELSIUS of the model DEMAND is a number, and this is of type STRING
            PREDICT()                 | The first argument of PREDICT is the name of a model
            PREDICT(demand, x, 2)     | There is no column X.
            """)
    void aPredictionThatCannotBeIsRefused(String call, String message) {
        session.run("CREATE MODEL demand " + WITH + "SELECT kwh, celsius, hour FROM readings;");
        assertThatThrownBy(() -> session.run("CREATE STREAM o AS SELECT site, " + call + " AS e FROM readings;"))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining(message);
        assertThat(session.topics.partitions("O")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (LABEL='kwh')                                | kwh, celsius | line 1, column 1: TYPE is missing: add it to the WITH
            (TYPE='LINEAR_REGRESSION')                   | kwh, celsius | LABEL is missing: add it to the WITH clause
            (TYPE='LINEAR_REGRESION', LABEL='kwh')       | kwh, celsius | line 1, column 22: there is no type of models LINEAR_REGRESION. Did you mean LINEAR_REGRESSION?
            (TYPE=1, LABEL='kwh')                        | kwh, celsius | TYPE must be a text in quotes
            (TYPE='LINEAR_REGRESSION', LABEL='kw')       | kwh, celsius | LABEL names the column KW, which the query does not select. Did you mean KWH?
            (TYPE='LINEAR_REGRESSION', LABEL='`kwh`')    | kwh, celsius | LABEL names the column kwh, which the query does not select
            (TYPE='LINEAR_REGRESSION', LABEL='kwh', LABLE='x')   | kwh, celsius | line 1, column 61: LINEAR_REGRESSION has no property LABLE. Did you mean LABEL?
            (TYPE='LINEAR_REGRESSION', LABEL='kwh')      | kwh          | a model needs features: SELECT at least one more column besides the label KWH
            (TYPE='LINEAR_REGRESSION', LABEL='kwh')      | kwh, site    | The column SITE is of type STRING, and a model takes numbers only
            (TYPE='LINEAR_REGRESSION', LABEL='kwh')      | kwh, kelvin  | There is no column KELVIN.
            (TYPE='LINEAR_REGRESSION', LABEL='kwh')      | kwh, hour, hour | HOUR
            """)
    void aModelThatCannotBeIsRefused(String with, String columns, String message) {
        assertThatThrownBy(
                        () -> session.run("CREATE MODEL m WITH " + with + " AS SELECT " + columns + " FROM readings;"))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining(message);
        assertThat(session.rows("SHOW MODELS;")).isEmpty();
    }

    @Test
    void allMistakesOfAModelAreToldTogether() {
        assertThatThrownBy(() -> session.run(
                        "CREATE MODEL m WITH (TYPE='TREE', LABEL='watts') AS SELECT kwh, site FROM readings;"))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("there is no type of models TREE")
                .hasMessageContaining("LABEL names the column WATTS")
                .hasMessageContaining("The column SITE is of type STRING");
        assertThatThrownBy(() -> session.run("CREATE MODEL m WITH (LABEL='kwh') AS SELECT kwh, site FROM reading;"))
                .hasMessageContaining("TYPE is missing")
                .hasMessageContaining("READING");
        assertThatThrownBy(() -> session.run("CREATE MODEL m " + WITH + "SELECT kwh, hour FROM readings LIMIT 5;"))
                .hasMessageContaining("A model is fitted to all rows, without LIMIT");
    }

    @Test
    void explainShowsWhatIsFittedFromWhat() {
        assertThat(session.text("EXPLAIN CREATE MODEL m " + WITH + "SELECT celsius, kwh FROM readings;"))
                .startsWith("fit LINEAR_REGRESSION of KWH from CELSIUS\n")
                .contains("read stream READINGS from topic readings");
    }

    @Test
    void predictIsListedAmongTheFunctions() {
        assertThat(session.rows("SHOW FUNCTIONS;")).contains(List.of("PREDICT", "SCALAR", "MODEL"));
        assertThat(session.text("DESCRIBE FUNCTION predict;")).contains("PREDICT(model, DOUBLE...) -> DOUBLE");
    }
}
