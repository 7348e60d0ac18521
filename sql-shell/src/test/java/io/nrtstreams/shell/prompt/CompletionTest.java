package io.nrtstreams.shell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jline.reader.Candidate;
import org.jline.reader.EOFError;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Parser.ParseContext;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {

    private static final Set<String> COMMANDS = Set.of("EXIT", "SPOOL");

    private final InputParser parser = new InputParser(COMMANDS);
    private LineReader reader;

    @BeforeEach
    void reader() throws Exception {
        reader = LineReaderBuilder.builder()
                .terminal(new DumbTerminal(java.io.InputStream.nullInputStream(), new java.io.ByteArrayOutputStream()))
                .build();
    }

    private static Names names() {
        Map<String, List<String>> sources = new LinkedHashMap<>();
        sources.put("LOAD", List.of("ID", "KWH"));
        sources.put("load mixed", List.of("X"));
        return new Names(
                sources,
                List.of("load", "wind-power"),
                List.of("CTAS_T_1"),
                List.of("SUM", "SUBSTRING"),
                List.of("auto.offset.reset"),
                List.of("meters"),
                List.of("io.nrtstreams.connect.s3.S3SinkConnector"));
    }

    private List<String> offered(String before) {
        List<Candidate> candidates = new ArrayList<>();
        Typed typed = Typed.of(before, before.length());
        new StatementCompleter(CompletionTest::names, COMMANDS).complete(reader, typed, candidates);
        return candidates.stream().map(Candidate::value).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "S | SELECT",
                "s | select",
                "e | exit",
                "SHOW STREAMS; D | DESCRIBE",
                "SELECT * FROM L | LOAD",
                "SELECT * FROM  | `load mixed`",
                "SELECT KW FROM LOAD WHERE K | KWH",
                "SELECT SU | SUM",
                "SELECT su | sum",
                "select * from lo | load",
                "DESCRIBE L | LOAD",
                "DROP CONNECTOR m | `meters`",
                "TERMINATE C | CTAS_T_1",
                "PRINT l | load",
                "PRINT w | 'wind-power'",
                "PRINT 'w | 'wind-power'",
                "CREATE STREAM x (id INT) WITH (KAFKA_TOPIC = 'l | 'load'",
                "CREATE STREAM x WITH (VALUE_FORMAT='J | 'JSON'",
                "CREATE SINK CONNECTOR c WITH ('connector.class'='io | 'io.nrtstreams.connect.s3.S3SinkConnector'",
                "SET 'auto | 'auto.offset.reset'",
                "DESCRIBE FUNCTION S | SUBSTRING"
            })
    void whatCanStandAtTheCursorIsOffered(String typed, String offered) {
        assertThat(offered(typed)).contains(offered);
    }

    @Test
    void columnsOfOtherStreamsAreNotOffered() {
        assertThat(offered("SELECT K FROM OTHER WHERE ")).doesNotContain("KWH");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1;",
                "SELECT ';' FROM s;",
                "exit",
                "Spool 'a b'",
                "-- only a comment",
                "",
                "SELECT /* ; */ 1; -- done",
                "SHOW STREAMS; SHOW TABLES;"
            })
    void aFinishedStatementIsCarriedOut(String text) {
        assertThat(parser.parse(text, text.length(), ParseContext.ACCEPT_LINE).line())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 1", "SELECT ';", "SELECT 1 /* ;", "SELECT `;", "SHOW STREAMS; SHOW"})
    void anUnfinishedStatementGoesOnInTheNextLine(String text) {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> parser.parse(text, text.length(), ParseContext.ACCEPT_LINE))
                .isInstanceOf(EOFError.class)
                .hasMessage("The statement is not finished; a semicolon ends it.");
    }
}
