package io.nrtstreams.sql.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.registry.SchemaRegistry.Kind;
import io.nrtstreams.sql.registry.SchemaRegistry.RegisteredSchema;
import io.nrtstreams.sql.registry.SchemaRegistry.SchemaText;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemorySchemaRegistryTest {

    private static final SchemaText INT = new SchemaText(Kind.AVRO, "\"int\"", List.of());
    private static final SchemaText LONG = new SchemaText(Kind.AVRO, "\"long\"", List.of());

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    @Test
    void aSchemaHasOneIdInAllSubjects() {
        assertThat(registry.register("a", INT)).isEqualTo(1);
        assertThat(registry.register("b", LONG)).isEqualTo(2);
        assertThat(registry.register("b", INT)).isEqualTo(1);
        assertThat(registry.subjects()).containsExactly("a", "b");
    }

    @Test
    void theLatestIsWhatWasRegisteredLastForTheFirstTime() {
        registry.register("a", INT);
        registry.register("a", LONG);
        registry.register("a", INT);

        assertThat(registry.latest("a")).contains(new RegisteredSchema(2, LONG));
        assertThat(registry.latest("b")).isEmpty();
    }

    @Test
    void idsOfChoiceAreSteppedOver() {
        registry.register("a", 1, INT);

        assertThat(registry.register("a", LONG)).isEqualTo(2);
        assertThat(registry.byId(1)).contains(new RegisteredSchema(1, INT));
        assertThat(registry.byId(3)).isEmpty();
    }

    @Test
    void anIdKeepsItsSchema() {
        registry.register("a", 1, INT);

        assertThatThrownBy(() -> registry.register("b", 1, LONG))
                .isInstanceOf(RegistryException.class)
                .hasMessage("schema id 1 belongs to another schema; choose a free id");
    }
}
