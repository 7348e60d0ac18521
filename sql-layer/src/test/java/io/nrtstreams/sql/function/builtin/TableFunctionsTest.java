package io.nrtstreams.sql.function.builtin;

import static io.nrtstreams.sql.type.SqlTypes.INTEGER;
import static io.nrtstreams.sql.type.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.function.Argument;
import io.nrtstreams.sql.function.Expansion;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.type.SqlType;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableFunctionsTest {

    private static final SqlType.Array INTEGERS = new SqlType.Array(INTEGER);

    @Test
    void explodeGivesTheElements() {
        assertThat(expand("EXPLODE", Arrays.asList(3, null, 1))).isEqualTo(Arrays.asList(3, null, 1));
        assertThat(expand("EXPLODE", List.of())).isEqualTo(List.of());
        assertThat(expand("EXPLODE", null)).isEqualTo(List.of());
        assertThat(call("EXPLODE", new SqlType.Array(STRING)).elementType()).isEqualTo(STRING);
    }

    @Test
    void explodeRefusesWhatIsNoArray() {
        assertThatThrownBy(() -> call("EXPLODE", new SqlType.Map(STRING, INTEGER)))
                .hasMessageContaining("EXPLODE(MAP<STRING, INTEGER>)");
    }

    @Test
    void cubeExplodeGivesAllCombinations() {
        assertThat(expand("CUBE_EXPLODE", List.of(1, 2)))
                .isEqualTo(List.of(
                        Arrays.asList(null, null), Arrays.asList(null, 2), Arrays.asList(1, null), List.of(1, 2)));
        assertThat(expand("CUBE_EXPLODE", List.of(1, 2, 3))).hasSize(8).doesNotHaveDuplicates();
        assertThat(call("CUBE_EXPLODE", INTEGERS).elementType()).isEqualTo(INTEGERS);
    }

    @Test
    void cubeExplodeGivesEachCombinationOnce() {
        assertThat(expand("CUBE_EXPLODE", Arrays.asList(1, null)))
                .isEqualTo(List.of(Arrays.asList(null, null), Arrays.asList(1, null)));
        assertThat(expand("CUBE_EXPLODE", Arrays.asList(null, null))).isEqualTo(List.of(Arrays.asList(null, null)));
        assertThat(expand("CUBE_EXPLODE", List.of())).isEqualTo(List.of(List.of()));
        assertThat(expand("CUBE_EXPLODE", null)).isEqualTo(List.of());
    }

    @Test
    void cubeExplodeRefusesMoreThanAMillionRows() {
        assertThat(expand("CUBE_EXPLODE", Collections.nCopies(20, 1))).hasSize(1 << 20);
        assertThatThrownBy(() -> expand("CUBE_EXPLODE", Collections.nCopies(21, 1)))
                .hasMessage("CUBE_EXPLODE makes two to the power of the number of elements of rows,"
                        + " and takes 20 elements at most that are not null");
    }

    private static List<?> expand(String function, @Nullable Object array) {
        return call(function, INTEGERS).expand(new @Nullable Object[] {array});
    }

    private static Expansion call(String function, SqlType type) {
        return Call.FUNCTIONS.expansion(Position.NONE, function, List.of(new Argument.Value(Optional.of(type))));
    }
}
