package io.nrtstreams.analytics.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.analytics.query.LiveQueries;
import io.nrtstreams.analytics.rest.RestServer;
import io.nrtstreams.analytics.rest.RestSettings;
import io.nrtstreams.analytics.sql.DirectRuntime;
import io.nrtstreams.analytics.sql.ServiceParts;
import io.nrtstreams.analytics.sql.SqlEnvironment;
import io.nrtstreams.analytics.sql.SqlService;
import io.nrtstreams.analytics.sql.TestService;
import io.nrtstreams.sql.conformance.Tally;
import io.nrtstreams.sql.format.Format;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.format.registry.RegistryFormats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.registry.InMemorySchemaRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cases against a real server and broker: those of the project, and with {@code -Drest.cases=FILE} those of a file, whose levels
 * are printed.
 */
class RestSuiteTest {

    @TempDir
    Path folder;

    @Test
    void theProjectsOwnCasesComeOutExactly() throws Exception {
        Tally tally =
                run(Path.of(RestSuiteTest.class.getResource("/rest-cases.jsonl").toURI()));

        assertThat(tally.total().percentExact()).isEqualTo(100.0);
    }

    @Test
    void aFileOfCasesIsRunWhenItIsNamed() throws Exception {
        String file = System.getProperty("rest.cases", "");
        if (!file.isEmpty()) {
            System.out.println(run(Path.of(file)).table());
        }
    }

    private Tally run(Path cases) throws Exception {
        String bootstrap = TestBroker.shared().address();
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry(1_000);
        SqlEnvironment environment = new SqlEnvironment(
                "test",
                Map.of("bootstrap.servers", bootstrap),
                FunctionRegistry.builtIn(),
                Formats.withoutRegistry().with(RegistryFormats.of(registry).toArray(Format[]::new)),
                Optional.of(registry),
                InstantSource.system());
        try (LiveQueries live = LiveQueries.open(environment, folder, Optional.empty());
                SqlService service = service(environment, live);
                RestServer server = RestServer.start(
                        RestSettings.onLoopback(0),
                        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                        Optional.empty(),
                        InstantSource.system())) {
            server.serve(service);
            URI address = URI.create("http://127.0.0.1:" + server.port());
            String prefix = "rest_" + UUID.randomUUID() + "_";
            try (RestSuite suite = new RestSuite(address, bootstrap, registry, prefix)) {
                Tally tally = new Tally();
                suite.run(cases, System.getProperty("rest.id", ""), (group, id, result) -> {
                    tally.add(group, result);
                    result.error().ifPresent(error -> System.out.println(id + "\n    " + error));
                });
                return tally;
            }
        }
    }

    private static SqlService service(SqlEnvironment environment, LiveQueries live) {
        ServiceParts others = TestService.parts(new DirectRuntime(environment));
        return TestService.start(
                environment,
                new ServiceParts(
                        others.runtime(),
                        live.pulls(),
                        live.pushes(),
                        live.prints(),
                        others.connectors(),
                        List.of(live.listener())));
    }
}
