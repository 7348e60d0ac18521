package io.nrtstreams.shell.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnTest {

    @Test
    void commasWithinTypesAndNamesPartNoColumns() {
        assertThat(Column.all("`ID` INTEGER KEY, `A,``B` MAP<STRING, ARRAY<INTEGER>>, `P` DECIMAL(4, 2)"))
                .containsExactly(
                        new Column("ID", "INTEGER KEY"),
                        new Column("A,`B", "MAP<STRING, ARRAY<INTEGER>>"),
                        new Column("P", "DECIMAL(4, 2)"));
    }

    @Test
    void whatIsNoSchemaIsReadAsFarAsItGoes() {
        assertThat(Column.all("")).isEmpty();
        assertThat(Column.all("`open")).hasSize(1);
        assertThat(Column.all("X INT, `Y")).hasSize(2);
    }
}
