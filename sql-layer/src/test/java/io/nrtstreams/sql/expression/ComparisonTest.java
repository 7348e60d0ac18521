package io.nrtstreams.sql.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "I = 7",
                "I <> 8",
                "I = 7.0",
                "I < L",
                "D >= 1.5",
                "P = 12.340",
                "P > D",
                "0.0E0 = -0.0E0",
                "S = 'text'",
                "S < 'tf'",
                "B = TRUE",
                "Y = Y",
                "T < '10:20:31'",
                "T = '10:20:30.000'",
                "DT = '2024-02-29'",
                "DT > '2024-02'",
                "'2024' < DT",
                "TS > '2024-02-29T10:20:30.122'",
                "TS = '2024-02-29T11:20:30.123+01:00'",
                "TS > DT",
                "DT < TS",
                "ROWTIME = '2024-02-29'",
                "ROWTIME = '2024-02-29T00:00:00Z'",
                "ROWTIME >= 1709164800000",
                "WINDOWSTART < '1970-01-01T00:00:01.500'",
                "'1970-01-01T00:00:02' = WINDOWEND",
                "A = ARRAY[1, CAST(NULL AS INT), 3]",
                "AL = ARRAY[1, 2]",
                "M = MAP('one' := 1)",
                "M <> MAP('one' := 2)",
                "ST->G = STRUCT(H := 'deep')",
                "I IS NOT DISTINCT FROM 7",
                "NI IS NOT DISTINCT FROM NULL",
                "NI IS DISTINCT FROM 7",
                "NI IS NULL",
                "I IS NOT NULL",
                "NULL IS NULL",
                "NOT (NI = 1)",
                "NOT (NI <> 1)",
                "I BETWEEN 7 AND 7",
                "NOT I BETWEEN 8 AND 9",
                "I NOT BETWEEN 1 AND 6",
                "I NOT BETWEEN NI AND 9",
                "DT BETWEEN '2024-01-01' AND '2024-12-31'",
                "S LIKE 'te%'",
                "NOT NS LIKE '%'",
                "I IN (1, 7)",
                "I IN (1.0, 7.00)",
                "I IN ('1', '7')",
                "I NOT IN (1, 2, 2147483648)",
                "S IN ('other', 'text')",
                "'7' IN (S, 7)",
                "DT IN ('2024-02-29')",
                "AL IN (ARRAY[1, 2], A)",
                "AL IN (ARRAY['1', '2'])",
                "M IN (MAP('one' := 1.0))",
                "ST->G IN (STRUCT(H := 'deep', X := CAST(NULL AS INT)))",
                "NI NOT IN (1)",
                "B AND TRUE",
                "NB OR TRUE",
                "(NB AND TRUE) IS NULL",
                "(NOT NB) IS NULL",
                "NOT (NB AND FALSE)",
                "NOT (FALSE AND 1 / ZERO = 1)",
                "TRUE OR 1 / ZERO = 1"
            })
    void holds(String sql) {
        assertThat(SampleRow.typed(sql)).isEqualTo("BOOLEAN true");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "I > 7",
                "NI = 1",
                "NI <> 1",
                "NI = NULL",
                "I = NULL",
                "NI IS DISTINCT FROM NULL",
                "NI BETWEEN 1 AND 9",
                "I BETWEEN 1 AND NI",
                "NS LIKE '%'",
                "NI IN (1, 2)",
                "I IN (NI, NULL)",
                "A = ARRAY[1]",
                "NA = A",
                "S LIKE 'e%'",
                "B AND FALSE",
                "FALSE OR NOT B"
            })
    void doesNotHold(String sql) {
        assertThat(SampleRow.typed(sql)).isEqualTo("BOOLEAN false");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            I = '7'                   | INTEGER = STRING cannot be compared; convert one side with CAST
            S > 1                     | STRING > INTEGER cannot be compared
            B = 1                     | BOOLEAN = INTEGER cannot be compared
            T = TS                    | TIME = TIMESTAMP cannot be compared
            DT = 1                    | DATE = INTEGER cannot be compared
            TS = 5                    | TIMESTAMP = INTEGER cannot be compared
            A = 1                     | ARRAY<INTEGER> = INTEGER cannot be compared
            A < A                     | ARRAY has no order: < cannot compare it, only = and <> can
            M >= M                    | MAP has no order
            ST < ST                   | STRUCT has no order
            B < TRUE                  | BOOLEAN has no order
            DT = 'someday'            | The text compared with DATE is no DATE.
            ROWTIME > 'yesterday'     | The text compared with TIMESTAMP is no TIMESTAMP.
            NOT I                     | NOT needs a BOOLEAN, not INTEGER
            B AND S                   | AND needs a BOOLEAN, not STRING
            I OR B                    | OR needs a BOOLEAN, not INTEGER
            I LIKE '7'                | LIKE compares STRING, not INTEGER
            I IN ('seven')            | what IN compares must be of one type, but here are INTEGER and STRING
            I IN (S)                  | what IN compares must be of one type, but here are INTEGER and STRING
            I IN (TRUE)               | what IN compares must be of one type, but here are INTEGER and BOOLEAN
            B IN (TRUE, S)            | what IN compares must be of one type, but here are BOOLEAN and STRING
            S IN (1, D)               | what IN compares must be of one type, but here are STRING and DOUBLE
            AL IN (ARRAY['x'])        | what IN compares must be of one type, but here are BIGINT and STRING
            M IN (10)                 | what IN compares must be of one type
            """)
    void refusesWhatCannotBeCompared(String sql, String message) {
        assertThatThrownBy(() -> SampleRow.compile(sql))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest(name = "{0} LIKE {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'abc'      | 'abc'     | true
            'abc'      | 'ABC'     | false
            'abc'      | 'a%'      | true
            'abc'      | '%c'      | true
            'abc'      | '%b%'     | true
            'abc'      | '%'       | true
            ''         | '%'       | true
            ''         | ''        | true
            ''         | '_'       | false
            'abc'      | 'a_c'     | true
            'abc'      | '__'      | false
            'abc'      | '_%_'     | true
            'aXbXc'    | 'a%X_'    | true
            'a.c'      | 'a.c'     | true
            'abc'      | 'a.c'     | false
            'mississippi' | 'm%iss%ip%' | true
            'mississippi' | '%ssa%'  | false
            'a%c'      | 'a!%c' ESCAPE '!'   | true
            'abc'      | 'a!%c' ESCAPE '!'   | false
            'a_'       | '%!_' ESCAPE '!'    | true
            'a!'       | 'a!!' ESCAPE '!'    | true
            '100%'     | '100!%' ESCAPE '!'  | true
            """)
    void matchesPatterns(String text, String pattern, boolean matches) {
        assertThat(SampleRow.value(text + " LIKE " + pattern)).isEqualTo(matches);
        assertThat(SampleRow.value(text + " NOT LIKE " + pattern)).isEqualTo(!matches);
        String computed =
                "FIRST_OF(NS, " + pattern.replace(" ESCAPE", ") ESCAPE") + (pattern.contains("ESCAPE") ? "" : ")");
        assertThat(SampleRow.value(text + " LIKE " + computed)).isEqualTo(matches);
    }
}
