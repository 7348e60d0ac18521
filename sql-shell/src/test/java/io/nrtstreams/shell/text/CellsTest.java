package io.nrtstreams.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

    @ParameterizedTest
    @CsvSource({"abc, 3", "東京, 4", "e\u0301, 1", "'', 0"})
    void widthIsThatOfTheTerminal(String text, int width) {
        assertThat(Cells.width(text)).isEqualTo(width);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J", "\u0007", "\r", "\u009b31m", "\u202e", "\u0000"})
    void dataCannotSpeakToTheTerminal(String text) {
        assertThat(Cells.clean("a" + text + "b"))
                .startsWith("a\\u00".substring(0, 3))
                .doesNotContain(text);
    }
}
