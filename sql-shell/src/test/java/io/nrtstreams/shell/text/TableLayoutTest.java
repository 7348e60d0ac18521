package io.nrtstreams.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.shell.text.TableLayout.Heading;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableLayoutTest {

    private static final List<Heading> CITIES = List.of(Heading.of("City"), Heading.ofNumbers("People"));

    @Test
    void columnsAreAsWideAsTheirWidestCellAndNumbersStandOnTheRight() {
        assertThat(table(CITIES, 80, List.of(List.of("Pune", "7"), List.of("Fullerton", "143617"))))
                .isEqualTo("""
                         City      | People
                        -----------+--------
                         Pune      |      7
                         Fullerton | 143617
                        """);
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        assertThat(table(CITIES, 80, List.of(List.of("東京", "1"), List.of("Rio", "2"))))
                .isEqualTo("""
                         City | People
                        ------+--------
                         東京 |      1
                         Rio  |      2
                        """);
    }

    @Test
    void theWidestColumnGoesOnInFurtherLinesWhereTheScreenIsNarrow() {
        assertThat(table(CITIES, 24, List.of(List.of("a city with a long name", "12"))))
                .isEqualTo("""
                         City          | People
                        ---------------+--------
                         a city with a |     12
                         long name     |
                        """);
    }

    @Test
    void noLineIsWiderThanTheScreen() {
        for (int width = 16; width < 60; width++) {
            for (String line : table(CITIES, width, List.of(List.of("日本語のとても長い名前 and more", "123456789012")))
                    .split("\n")) {
                assertThat(Cells.width(line)).as("width %d: %s", width, line).isLessThanOrEqualTo(width);
            }
        }
    }

    @Test
    void rowsAreBlocksWhereColumnsHaveNoRoomSideBySide() {
        List<Heading> many = new ArrayList<>();
        List<String> row = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            many.add(Heading.of("C" + i));
            row.add("v" + i);
        }

        assertThat(table(many, 20, List.of(row))).startsWith("--------------------\nC0 : v0\nC1 : v1\n");
    }

    @Test
    void cellsAreCutAfterTwentyLines() {
        assertThat(table(List.of(Heading.of("X")), 10, List.of(List.of("y".repeat(1_000))))
                        .lines())
                .hasSize(22)
                .last()
                .isEqualTo(" yyyyyyy…");
    }

    private static String table(List<Heading> headings, int width, List<List<String>> rows) {
        TableLayout layout = TableLayout.fitting(headings, rows, width);
        List<String> lines = new ArrayList<>(layout.head());
        for (List<String> row : rows) {
            lines.addAll(layout.row(row));
        }
        return String.join("\n", lines) + "\n";
    }
}
