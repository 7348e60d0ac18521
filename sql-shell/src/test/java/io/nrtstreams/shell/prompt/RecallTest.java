package io.nrtstreams.shell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecallTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "CREATE SINK CONNECTOR s WITH ('s3.secret.access.key'='hush', 'a'='b'); | CREATE SINK CONNECTOR s WITH ('s3.secret.access.key'='…', 'a'='b');",
                "SET 'sasl.jaas.config' = 'x ''y'' z'; | SET 'sasl.jaas.config' = '…';",
                "WITH (\"connection.password\"='p') | WITH (\"connection.password\"='…')",
                "WITH ('api.key'='${env:KEY}') | WITH ('api.key'='${env:KEY}')",
                "SELECT * FROM s WHERE name = 'password'; | SELECT * FROM s WHERE name = 'password';"
            })
    void secretsAreNotKept(String typed, String kept) {
        assertThat(Recall.masked(typed)).isEqualTo(kept);
    }
}
