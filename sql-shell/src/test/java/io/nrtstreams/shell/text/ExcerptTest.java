package io.nrtstreams.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void theCaretIsBelowThePlace() {
        assertThat(Excerpt.at("SELECT a,\n  b FROM s;", 2, 3, 12, 80))
                .containsExactly("   12 |   b FROM s;", "          ^");
    }

    @Test
    void wideCharactersBeforeThePlaceMoveTheCaret() {
        assertThat(Excerpt.at("'東京' x", 1, 6, 1, 80)).containsExactly("    1 | '東京' x", "               ^");
    }

    @Test
    void ofALongLineThePartAroundThePlaceIsShown() {
        String text = "x".repeat(200) + "HERE" + "y".repeat(200);

        assertThat(Excerpt.at(text, 1, 201, 1, 60)).satisfies(lines -> {
            assertThat(Cells.width(lines.get(0))).isLessThanOrEqualTo(60);
            assertThat(lines.get(0).substring(lines.get(1).length() - 1)).startsWith("HERE");
        });
    }

    @Test
    void aPlaceThatTheTextDoesNotHaveIsNotShown() {
        assertThat(Excerpt.at("one line", 3, 1, 3, 80)).isEmpty();
    }
}
