package io.nrtstreams.sql.function.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.function.Argument;
import io.nrtstreams.sql.function.FunctionDescription;
import io.nrtstreams.sql.function.FunctionKind;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.function.SampleFunctions;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.type.SqlTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFunctionsTest {

    private static final FunctionRegistry BUILT_IN = FunctionRegistry.of(SampleFunctions.all());

    @TempDir
    Path folder;

    @Test
    void areCalledLikeBuiltInOnes() {
        greeting("GREET", "Hello ").write(folder.resolve("greet.jar"));

        try (UserFunctions loaded = UserFunctions.load(folder, BUILT_IN)) {
            assertThat(loaded.problems()).isEmpty();
            assertThat(call(loaded, "GREET")).isEqualTo("Hello you");
            assertThat(loaded.functions().kind("TWICE")).contains(FunctionKind.SCALAR);
            FunctionDescription greet = loaded.functions().describe("GREET").orElseThrow();
            assertThat(greet.origin()).isEqualTo("greet.jar");
            assertThat(greet.signatures().get(0).parameters())
                    .containsExactly(new FunctionDescription.Parameter("name", "STRING", "", false));
        }
    }

    @Test
    void haveTheClassesOfTheirOwnJar() {
        greeting("ONE", "1 ").write(folder.resolve("one.jar"));
        greeting("TWO", "2 ").write(folder.resolve("two.jar"));

        try (UserFunctions loaded = UserFunctions.load(folder, BUILT_IN)) {
            assertThat(call(loaded, "ONE")).isEqualTo("1 you");
            assertThat(call(loaded, "TWO")).isEqualTo("2 you");
        }
    }

    @Test
    void reportAllProblemsAndLoadTheRest() throws IOException {
        greeting("GREET", "Hello ").write(folder.resolve("a-good.jar"));
        greeting("TWICE", "taken ").write(folder.resolve("b-clash.jar"));
        greeting("GREET", "late ").write(folder.resolve("c-second.jar"));
        new FunctionJar().write(folder.resolve("d-empty.jar"));
        new FunctionJar().withService("com.example.Missing").write(folder.resolve("e-missing.jar"));
        new FunctionJar()
                .listing("Plain.class, Odd.class, NoOverload.class")
                .with("Plain", "final class Plain {}")
                .with("Odd", function("ODD", "static int odd(Thread thread) { return 1; }", "Odd"))
                .with(
                        "NoOverload",
                        "@io.nrtstreams.sql.function.ScalarFunction(name = \"NONE\", description = \"-\")\n"
                                + "final class NoOverload {}")
                .write(folder.resolve("f-wrong.jar"));
        Files.writeString(folder.resolve("g-torn.jar"), "no zip file");
        Files.writeString(folder.resolve("notes.txt"), "not a jar");

        try (UserFunctions loaded = UserFunctions.load(folder, BUILT_IN)) {
            assertThat(call(loaded, "GREET")).isEqualTo("Hello you");
            assertThat(loaded.problems())
                    .extracting(UserFunctions.Problem::toString)
                    .satisfiesExactly(
                            clash -> assertThat(clash)
                                    .isEqualTo("b-clash.jar: there already is a function TWICE; choose another name"),
                            second -> assertThat(second)
                                    .isEqualTo("c-second.jar: there already is a function GREET; choose another name"),
                            empty -> assertThat(empty).startsWith("d-empty.jar: it names no functions; list them in"),
                            missing -> assertThat(missing)
                                    .startsWith("e-missing.jar: its list of functions cannot be read:")
                                    .contains("com.example.Missing not found"),
                            plain -> assertThat(plain)
                                    .isEqualTo("f-wrong.jar: com.example.Plain: has neither @ScalarFunction nor"
                                            + " @AggregateFunction nor @TableFunction"),
                            odd -> assertThat(odd)
                                    .contains("com.example.Odd.odd(java.lang.Thread): the Java type java.lang.Thread"
                                            + " has no SQL type"),
                            none -> assertThat(none)
                                    .isEqualTo("f-wrong.jar: com.example.NoOverload: no method has @Signature"),
                            torn -> assertThat(torn).startsWith("g-torn.jar: "));
        }
    }

    @Test
    void needAFolder() {
        assertThatThrownBy(() -> UserFunctions.load(folder.resolve("nowhere"), BUILT_IN))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("nowhere cannot be read");
    }

    /** A jar with a function that greets by a word that a second class holds. */
    private static FunctionJar greeting(String name, String word) {
        return new FunctionJar()
                .listing("Greet.class")
                .with("Greet", function(name, "static String greet(String name) { return Word.WORD + name; }", "Greet"))
                .with("Word", "final class Word { static final String WORD = String.valueOf(\"" + word + "\"); }");
    }

    private static String function(String name, String method, String type) {
        return "import io.nrtstreams.sql.function.*;\n"
                + "@ScalarFunction(name = \"" + name + "\", description = \"For a test.\")\n"
                + "final class " + type + " {\n    @Signature\n    " + method + "\n}\n";
    }

    private static Object call(UserFunctions loaded, String name) {
        Object value = loaded.functions()
                .scalar(Position.NONE, name, List.of(new Argument.Value(Optional.of(SqlTypes.STRING))))
                .invoke(new Object[] {"you"});
        assertThat(value).isNotNull();
        return value;
    }
}
