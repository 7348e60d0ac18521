package io.nrtstreams.analytics.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.registry.InMemorySchemaRegistry;
import io.nrtstreams.sql.registry.RegistryException;
import io.nrtstreams.sql.registry.RegistrySettings;
import io.nrtstreams.sql.registry.RestSchemaRegistry;
import io.nrtstreams.sql.registry.SchemaRegistry.Kind;
import io.nrtstreams.sql.registry.SchemaRegistry.RegisteredSchema;
import io.nrtstreams.sql.registry.SchemaRegistry.SchemaText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaseRegistriesTest {

    private static final SchemaText TEXT = new SchemaText(Kind.AVRO, "\"string\"", List.of());
    private static final SchemaText NUMBER = new SchemaText(Kind.JSON, "{\"type\":\"integer\"}", List.of());

    private CaseRegistries registries;
    private RestSchemaRegistry client;
    private InMemorySchemaRegistry one;
    private InMemorySchemaRegistry other;

    @BeforeEach
    void twoCasesWithAQueryEach() throws IOException {
        registries = new CaseRegistries();
        client = new RestSchemaRegistry(RegistrySettings.of(registries.address()));
        one = registries.create();
        other = registries.create();
        registries.share("run_1_", one);
        registries.share("run_12_", other);
    }

    @AfterEach
    void stop() {
        registries.close();
    }

    @Test
    void aQueryRegistersInTheRegistryOfItsCase() {
        int id = client.register("run_12_t-value", TEXT);

        assertThat(other.latest("t-value")).contains(new RegisteredSchema(id, TEXT));
        assertThat(one.subjects()).isEmpty();
    }

    @Test
    void schemasOfAllCasesAreFoundByIdAndBySubject() {
        int text = one.register("t-value", TEXT);
        int number = other.register("t-value", NUMBER);

        assertThat(text).isNotEqualTo(number);
        assertThat(client.byId(text)).contains(new RegisteredSchema(text, TEXT));
        assertThat(client.byId(number)).contains(new RegisteredSchema(number, NUMBER));
        assertThat(client.latest("run_1_t-value")).contains(new RegisteredSchema(text, TEXT));
        assertThat(client.latest("run_12_t-value")).contains(new RegisteredSchema(number, NUMBER));
    }

    @Test
    void whatNobodyHasRegisteredIsNotThere() {
        assertThat(client.byId(7)).isEmpty();
        assertThat(client.latest("run_1_t-value")).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> client.latest("t-value"))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("No case has the subject t-value.");
    }
}
