package io.nrtstreams.connect.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayFilesTest {
    private static final Path NORTHWEST =
            Path.of(System.getProperty("nrt.home"), "connectors-config/data/northwest-load-1992-01.csv");

    @TempDir
    Path folder;

    private Rig rig = new Rig();

    @BeforeEach
    void writeThreeFiles() throws IOException {
        Recorded.write(folder.resolve("load-2.csv"), "v,time\nc,3\nd,4\n");
        Recorded.writeCompressed(folder.resolve("load-1.csv.gz"), "time,v\n1,a\n2,b\n");
        Recorded.write(folder.resolve("other.txt"), "time,v\n5,e\n");
        Recorded.write(folder.resolve(".hidden"), "no header\n");
    }

    private List<Object> values(String file, String... more) {
        return Recorded.all(rig.start(Recorded.config(folder.resolve(file), more))).stream()
                .map(record -> ((Struct) record.value()).get("v"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "load-1.csv.gz|a b",
                "load-*|a b c d",
                "load-?.csv|c d",
                "*.{txt,csv}|c d e",
                ".|a b c d e",
            })
    void readsTheFilesOfAFolderOrAPatternInTheOrderOfTheirNames(String file, String expected) {
        assertThat(values(file)).containsExactlyElementsOf(Arrays.asList((Object[]) expected.split(" ")));
    }

    @Test
    void positionsGoOnFromFileToFile() {
        Map<String, String> config = Recorded.config(folder.resolve("load-*"), "batch.records", "1");
        List<Object> seen = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            SourceRecord record = rig.start(config).take(1).get(0);
            seen.add(record.sourceOffset().get("position") + " " + record.timestamp());
        }
        assertThat(seen).containsExactly("1 1000", "2 2000", "3 3000", "4 4000");
    }

    @Test
    void aPatternThatNothingMatchesIsFoundByTheValidation() {
        assertThat(Recorded.errors(Recorded.config(folder.resolve("none-*"))))
                .singleElement()
                .asString()
                .contains("none-*: there is no such file; it has to be at this path on every worker");
    }

    @Test
    void aCompressedFileThatIsCutStopsTheTask() throws IOException {
        StringBuilder rows = new StringBuilder("time,v\n");
        for (int i = 0; i < 50_000; i++) {
            rows.append(i).append(",x").append(i * 31L % 1_000_003).append('\n');
        }
        Path file = Recorded.writeCompressed(folder.resolve("cut.csv.gz"), rows.toString());
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        Map<String, String> config = Recorded.config(file);
        assertThat(Recorded.errors(config)).isEmpty();
        assertThatThrownBy(() -> rig.start(config).take(50_000))
                .hasMessageContaining(
                        "cut.csv.gz: cannot be read; check its permissions, and whether a .gz file is whole");
    }

    @Test
    void theNorthwestMonthIsReadWithTypesInferred() {
        List<SourceRecord> records = rig.start(Recorded.config(NORTHWEST)).take(744);
        Struct first = (Struct) records.get(0).value();
        assertThat(first.schema().fields().stream().map(Field::name))
                .containsExactly("time", "local_time", "load_mw", "temp_f");
        assertThat(first.get("load_mw")).isEqualTo(2054L);
        assertThat(first.get("local_time")).isEqualTo(new java.util.Date(694252800_000L));
        assertThat(records)
                .allSatisfy(record -> assertThat(((Struct) record.value()).get("local_time"))
                        .isEqualTo(new java.util.Date(record.timestamp())));
    }

    @Test
    void columnsAreRenamedAndTheOthersFollow() {
        SourceRecord record = rig.start(Recorded.config(
                        NORTHWEST,
                        "replay.columns",
                        "load_mw:decimal(8,1) as load, local_time:string, *",
                        "replay.key",
                        "load"))
                .take(1)
                .get(0);
        assertThat(record.value())
                .hasToString("Struct{load=2054.0,local_time=1992-01-01T00:00:00-0800,time=694252800,temp_f=44}");
        assertThat(record.key()).isEqualTo("2054.0");
    }

    @Test
    void aDelimiterAndAPatternOfTimesAreRead() throws IOException {
        Path file = Recorded.write(folder.resolve("de.csv"), "zeit;wert;v\n\"31.01.2022 08:05\";1;\"a;b\"\n");
        SourceRecord record = rig.start(Recorded.config(
                        file,
                        "replay.delimiter",
                        ";",
                        "replay.time",
                        "zeit",
                        "replay.time.format",
                        "dd.MM.yyyy HH:mm",
                        "replay.time.zone",
                        "Europe/Berlin"))
                .take(1)
                .get(0);
        assertThat(Recorded.fields(record)).containsExactly(new java.util.Date(1643612700_000L), 1L, "a;b");
        assertThat(record.timestamp()).isEqualTo(1643612700_000L);
    }

    @Test
    void whatContradictsEachOtherIsReportedAllAtOnce() {
        assertThat(Recorded.errors(Recorded.config(
                        folder.resolve("load-2.csv"),
                        "replay.columns",
                        "time:string, v:string",
                        "replay.time.format",
                        "dd.MM.yyyy",
                        "replay.time.unit",
                        "ms",
                        "replay.key",
                        "w",
                        "replay.constants",
                        "v=1",
                        "replay.rebas",
                        "now")))
                .containsExactlyInAnyOrder(
                        "replay.time.unit: replay.time.format has a pattern, so the event time is no number; remove one"
                                + " of the two",
                        "replay.key: expected a column of replay.columns or a constant of replay.constants (did you"
                                + " mean v?)",
                        "replay.constants: v is also a column of replay.columns; rename the constant",
                        "replay.rebas: there is no such key; did you mean replay.rebase?");
    }
}
