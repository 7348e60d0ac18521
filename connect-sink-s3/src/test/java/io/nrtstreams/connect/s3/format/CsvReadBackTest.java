package io.nrtstreams.connect.s3.format;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldModifier;
import io.nrtstreams.connect.kit.data.FieldPath;
import io.nrtstreams.connect.s3.format.CsvDialect.Header;
import io.nrtstreams.connect.s3.format.CsvDialect.LineEnd;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader with the same options finds in a file is what was written, null and empty and all. */
class CsvReadBackTest {
    private static final int ROWS = 200;
    /** What a cell without a value is read as here; no cell holds it. */
    private static final String NOTHING = "\u0007nothing";

    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "\t",
            "\"",
            "\"\"",
            "'",
            "\\",
            "\\\"",
            "\\N",
            "NULL",
            "null",
            "NaN",
            "-",
            "0",
            "7",
            "true",
            ",",
            ";",
            "|",
            "\u0001",
            "\n",
            "\r",
            "\r\n",
            "\n\r",
            "a\"b",
            "\"quoted\"",
            "=1+1",
            "#x",
            "\ufeff",
            "\u0000",
            "\u2028",
            "ü€😀",
            " a ",
            "x,y;z|t\tu\u0001v");

    record Case(long seed, CsvDialect dialect) {}

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (char delimiter : new char[] {',', ';', '\t', '|', '\u0001', '#', ' '}) {
            for (String nullText : List.of("", "NULL", "\\N", "true", "-", "x y")) {
                if (nullText.indexOf(delimiter) < 0) {
                    cases.add(new Case(cases.size(), dialect(cases.size(), delimiter, nullText)));
                }
            }
        }
        return cases;
    }

    private static CsvDialect dialect(int at, char delimiter, String nullText) {
        LineEnd lineEnd = LineEnd.values()[at % 2];
        Header header = Header.values()[at / 2 % 2];
        return new CsvDialect(delimiter, nullText, lineEnd, header);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rowsOfChosenColumnsReadBack(Case one) throws IOException {
        Random random = new Random(one.seed());
        List<String> columns = columns(random, 1 + random.nextInt(5));
        List<List<Object>> rows = rows(random, columns.size());
        RecordFormat format = Formats.csv(
                LinesOf.plain(),
                columns.stream().map(name -> new FieldPath(List.of(name))).toList(),
                one.dialect());

        assertThat(read(write(format, columns, rows), one.dialect())).isEqualTo(expected(one, columns, rows));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rowsOfGrowingColumnsReadBack(Case one) throws IOException {
        Random random = new Random(one.seed());
        List<String> columns =
                columns(random, 1 + random.nextInt(5)).stream().sorted().toList();
        List<List<Object>> rows = rows(random, columns.size());
        RecordFormat format = Formats.csv(LinesOf.plain(), List.of(), one.dialect());

        assertThat(read(write(format, columns, rows), one.dialect())).isEqualTo(expected(one, columns, rows));
    }

    /** Names that are hostile themselves. */
    private static List<String> columns(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> HOSTILE.get(random.nextInt(HOSTILE.size())) + i)
                .toList();
    }

    private static List<List<Object>> rows(Random random, int columns) {
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            List<Object> cells = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                cells.add(cell(random));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static Object cell(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> random.nextInt(10);
            case 2 -> random.nextLong();
            case 3 -> random.nextBoolean() ? Double.NaN : random.nextGaussian();
            case 4 -> random.nextBoolean();
            case 5 -> HOSTILE.get(random.nextInt(HOSTILE.size()));
            default -> HOSTILE.get(random.nextInt(HOSTILE.size())) + HOSTILE.get(random.nextInt(HOSTILE.size()));
        };
    }

    private static String write(RecordFormat format, List<String> columns, List<List<Object>> rows) {
        FileShape shape = format.firstShape();
        RecordFile file = shape.begin();
        for (List<Object> row : rows) {
            Map<String, Object> value = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                value.put(columns.get(i), row.get(i));
            }
            if (!file.append(LinesOf.record(value))) {
                file = shape.widenedFor(LinesOf.record(value)).begin();
                assertThat(file.append(LinesOf.record(value))).isTrue();
            }
        }
        return LinesOf.text(file.finish());
    }

    private static List<List<String>> expected(Case one, List<String> columns, List<List<Object>> rows) {
        List<List<String>> expected = new ArrayList<>();
        if (one.dialect().header() == Header.WRITTEN) {
            expected.add(columns);
        }
        boolean nullIsEmpty = one.dialect().nullText().isEmpty();
        for (List<Object> row : rows) {
            boolean looksLikeAnEmptyLine = nullIsEmpty && row.size() == 1 && row.get(0) == null;
            expected.add(
                    looksLikeAnEmptyLine
                            ? List.of("")
                            : row.stream()
                                    .map(cell -> cell == null ? NOTHING : cell.toString())
                                    .toList());
        }
        return expected;
    }

    /** A cell without quotes that holds the text of null is none; lines are compared by what ends them as well. */
    private static List<List<String>> read(String csv, CsvDialect dialect) throws IOException {
        assertThat(csv).endsWith(dialect.lineEnd().text());
        FieldModifier nulls = new FieldModifier() {
            @Override
            public String modify(long line, int at, boolean quoted, String cell) {
                return !quoted && cell.equals(dialect.nullText()) ? NOTHING : cell;
            }
        };
        CsvRecordHandler handler = CsvRecordHandler.of(builder -> builder.fieldModifier(nulls));
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(dialect.delimiter())
                .skipEmptyLines(false)
                .build(handler, csv)) {
            return reader.stream().map(CsvRecord::getFields).toList();
        }
    }
}
