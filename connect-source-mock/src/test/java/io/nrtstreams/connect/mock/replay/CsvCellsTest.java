package io.nrtstreams.connect.mock.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvCellsTest {
    private static final List<String> BAD = List.of("bad");

    private static CsvCells cells(InputStream in, char delimiter) throws IOException {
        return new CsvCells(new RowBytes(in), (byte) delimiter);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<List<String>> read(CsvCells cells) throws IOException {
        List<List<String>> records = new ArrayList<>();
        while (cells.next()) {
            records.add(cells.count() < 0 ? BAD : cells.texts());
        }
        return records;
    }

    /** One byte a read, so that every row crosses the end of what is in memory. */
    private static InputStream dripping(String text) {
        InputStream all = bytes(text);
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return all.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return all.read(target, offset, Math.min(1, length));
            }
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "a,b~c,d~|[[a, b], [c, d]]",
                "a,b~~~c,d|[[a, b], [c, d]]",
                "a,,~,|[[a, , ], [, ]]",
                "\"x,y\",\"p~q\"~|[[x,y, p~q]]",
                "\"say \"\"hi\"\"\",2|[[say \"hi\", 2]]",
                "a\"b,\"\"|[[a\"b, ]]",
                "\u00e4,\uFFFD|[[\u00e4, \uFFFD]]",
                "\uFEFFa,b|[[a, b]]",
            })
    void readsCellsWithAndWithoutQuotes(String content, String expected) throws IOException {
        String text = content.replace('~', '\n');
        assertThat(read(cells(bytes(text), ','))).hasToString(expected.replace('~', '\n'));
        assertThat(read(cells(dripping(text), ','))).hasToString(expected.replace('~', '\n'));
        assertThat(read(cells(bytes(content.replace("~", "\r\n")), ','))).hasToString(expected.replace("~", "\r\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "an open quote|1,\"x~2,y~3,z|[[bad], [2, y], [3, z]]",
                "text behind a quote|\"x\"y,1~2,y|[[bad], [2, y]]",
                "a line joined to one that does not end well|\"a~b\"c~2,y|[[bad], [b\"c], [2, y]]",
            })
    void aRecordThatIsNoCsvCostsOneLine(String what, String content, String expected) throws IOException {
        assertThat(read(cells(bytes(content.replace('~', '\n')), ','))).as(what).hasToString(expected);
    }

    @Test
    void tellsTheFirstLineOfARecordAndItsText() throws IOException {
        CsvCells cells = cells(bytes("a\n\n\"b\r\nc\",d\r\n\"e\nf\n"), ',');
        List<String> seen = new ArrayList<>();
        while (cells.next()) {
            seen.add(cells.line() + " " + cells.record());
        }
        assertThat(seen).containsExactly("1 a", "3 \"b\r\nc\",d", "5 \"e", "6 f");
    }

    @Test
    void agreesWithAnotherReaderOnRandomRecords() throws IOException {
        Random random = new Random(3);
        String alphabet = "ab,\"\n\u00fc ;";
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            List<List<String>> written = new ArrayList<>();
            for (int row = 0; row <= random.nextInt(6); row++) {
                List<String> record = new ArrayList<>();
                for (int column = 0; column < 3; column++) {
                    StringBuilder cell = new StringBuilder();
                    for (int i = random.nextInt(5); i > 0; i--) {
                        cell.append(alphabet.charAt(random.nextInt(alphabet.length())));
                    }
                    record.add(cell.toString());
                    text.append(column == 0 ? "" : ",")
                            .append('"')
                            .append(cell.toString().replace("\"", "\"\""))
                            .append('"');
                }
                written.add(record);
                text.append(random.nextBoolean() ? "\n" : "\r\n");
            }
            List<List<String>> other = new ArrayList<>();
            try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text.toString())) {
                reader.forEach(record -> other.add(record.getFields()));
            }
            assertThat(read(cells(bytes(text.toString()), ',')))
                    .isEqualTo(written)
                    .isEqualTo(other);
        }
    }

    @Test
    void readsRowsLongerThanItsFirstBuffer() throws IOException {
        String longCell = "x".repeat(200_000);
        String content = ("1,\"" + longCell + "\n" + longCell + "\"\n").repeat(3);
        assertThat(read(cells(bytes(content), ',')))
                .hasSize(3)
                .allSatisfy(record -> assertThat(record).containsExactly("1", longCell + "\n" + longCell));
    }

    @Test
    void aQuoteThatIsOpenForTooLongIsBadAndTheLinesBehindItAreNot() throws IOException {
        String content = "\"open\n" + "abcdefghi\n".repeat(120_000);
        CsvCells cells = cells(bytes(content), ',');
        assertThat(cells.next()).isTrue();
        assertThat(cells.count()).isEqualTo(-1);
        assertThat(read(cells)).hasSize(120_000);
    }

    @Test
    void aLineLongerThanARowMayBeStopsTheReader() throws IOException {
        CsvCells cells = cells(bytes("a\n" + "x".repeat(RowBytes.MAX_ROW + 1) + "\n"), ',');
        assertThat(cells.next()).isTrue();
        assertThatThrownBy(cells::next).hasMessage("line 2: is longer than 1048576 bytes");
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedCellByCell() throws IOException {
        CsvCells cells = cells(new ByteArrayInputStream(new byte[] {'a', ',', (byte) 0xFC, '\n'}), ',');
        assertThat(cells.next()).isTrue();
        assertThat(cells.count()).isEqualTo(2);
        assertThat(cells.text(0)).isEqualTo("a");
        assertThatThrownBy(() -> cells.text(1)).isInstanceOf(java.nio.charset.CharacterCodingException.class);
    }
}
