package io.nrtstreams.quickstart.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.quickstart.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredTest {
    @TempDir
    Path folder;

    @Test
    void readsTheFilesOfAFolderInTheOrderOfTheirNames() throws IOException {
        write("b.json", "{'name':'b','config':{'topic':'x'}}");
        write("a.json", "{'name':'a','config':{'tasks.max':1}}");
        write("notes.txt", "not looked at");

        Declared declared = Declared.in(List.of(folder));

        assertThat(declared.mistakes()).isEmpty();
        assertThat(declared.connectors()).extracting(Connector::name).containsExactly("a", "b");
        assertThat(declared.connectors().get(0).config())
                .containsEntry("name", "a")
                .containsEntry("tasks.max", "1");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
            {'config':{}}                          | : "name" is missing: expected {"name": "...", "config": {...}}
            {'name':' ','config':{}}               | : "name" is missing: expected {"name": "...", "config": {...}}
            {'name':'a'}                           | : "config" is missing: expected {"name": "...", "config": {...}}
            {'name':'a','config':{'x':{}}}         | : x: expected a text, a number, true or false
            {'name':'a','config':{'x':null}}       | : x: expected a text, a number, true or false
            """)
    void saysWhatIsWrongWithAFile(String content, String expected) throws IOException {
        Path file = write("a.json", content);

        assertThat(Declared.in(List.of(file)).mistakes()).containsExactly(file + expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'name':'a',\n  oops}", "{'name':'a',\n'name':'b'}", "{'name':'a','config':{}}\n x"})
    void whatIsNotJsonIsNamedWithLineAndColumn(String content) throws IOException {
        Path file = write("a.json", content);

        assertThat(Declared.in(List.of(file)).mistakes())
                .singleElement()
                .asString()
                .matches("\\Q" + file + "\\E:2:\\d+: not JSON: .+(?s).*");
    }

    @Test
    void gathersTheMistakesOfAllFilesBeforeItComplains() throws IOException {
        write("a.json", "{'name':'same','config':{}}");
        write("b.json", "{'name':'same','config':{}}");
        write("c.json", "{");
        Path none = folder.resolve("none.json");

        Declared declared = Declared.in(List.of(folder, none));

        assertThat(declared.mistakes()).hasSize(3);
        assertThatThrownBy(declared::orFail)
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("b.json: name: same is declared in " + folder.resolve("a.json") + " already")
                .hasMessageContaining("c.json:1:")
                .hasMessageContaining("none.json: there is no such file");
    }

    @Test
    void aFolderWithoutConnectorsIsAMistake() {
        assertThat(Declared.in(List.of(folder)).mistakes())
                .containsExactly(folder + ": the folder holds no .json file");
    }

    @Test
    void allConnectorFilesOfTheProjectCanBeRead() {
        Path config = Path.of(System.getProperty("nrt.home"), "connectors-config");

        assertThat(Declared.in(List.of(config.resolve("demo"), config.resolve("prototype")))
                        .mistakes())
                .isEmpty();
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content.replace('\'', '"'));
    }
}
