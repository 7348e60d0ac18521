package io.nrtstreams.sql.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FunctionReferenceTest {

    @Test
    void isWhatTheCodeGenerates() throws IOException {
        Path page = Path.of(System.getProperty("nrt.home")).resolve("docs/reference/sql-functions.md");
        String generated = FunctionReference.markdown(FunctionRegistry.builtIn().functions());
        if (Boolean.getBoolean("nrt.docs.write")) {
            Files.writeString(page, generated);
        }
        assertThat(page)
                .as("write the page with: ./mvnw test -Dnrt.docs.write=true, and commit it")
                .hasContent(generated);
    }

    @Test
    void tellsOfAFunctionAllThereIs() {
        String page = FunctionReference.markdown(
                FunctionRegistry.of(SampleFunctions.all()).functions());

        assertThat(page)
                .contains("""
                        ## MATH

                        ### TWICE

                        Also DOUBLED. Doubles a number.

                        - `TWICE(BIGINT)` → `BIGINT`
                        - `TWICE(DOUBLE)` → `DOUBLE`
                        - `TWICE(INTEGER)` → `INTEGER`

                        with *number*: what to double
                        """)
                .contains("""
                        ### SHOUT

                        Upper case, loudly.

                        - `SHOUT(STRING)` → `STRING`

                        ```sql
                        SHOUT('a') -> 'A!'
                        ```
                        """)
                .contains("**Aggregate.** The newest values.")
                .contains("- `NEWEST(T, INTEGER)` → `ARRAY<T>`")
                .contains("**Table function.** A row for each element.");
    }

    @Test
    void describesEachBuiltInFunction() {
        assertThat(FunctionRegistry.builtIn().functions())
                .hasSizeGreaterThan(100)
                .allSatisfy(function -> {
                    assertThat(function.description()).as(function.name()).isNotBlank();
                    assertThat(function.category()).as(function.name()).isNotBlank();
                });
    }
}
