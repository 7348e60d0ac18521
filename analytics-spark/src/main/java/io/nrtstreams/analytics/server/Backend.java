package io.nrtstreams.analytics.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.nrtstreams.analytics.result.LakeAnswers;
import io.nrtstreams.analytics.result.QueryFigures;
import io.nrtstreams.analytics.result.TableRows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the server serves. All methods may be called from any thread. */
public interface Backend {
    /**
     * Whether the process does its work.
     *
     * @param ok whether every query was started and none has failed
     * @param reasons what is not as it should be, one line each, with the remedy
     */
    record Health(boolean ok, List<String> reasons) {}

    /**
     * A report that was written.
     *
     * @param page the page
     * @param queries the figures in it
     * @param answers the answers in it
     */
    record Report(Path page, List<QueryFigures> queries, LakeAnswers answers) {}

    Health health();

    /** The figures of every query, empty before they are declared to Spark. */
    List<QueryFigures> queries();

    /** The names of the result tables. */
    Collection<String> tables();

    /** The last {@code limit} rows of a result table by key, or empty if there is none of that name. */
    Optional<TableRows> table(String name, int limit);

    /**
     * Waits until all input that is there has been worked off.
     *
     * @return what did not get there in time, one line each
     * @throws Exception if Kafka cannot be asked
     */
    List<String> drain(Duration timeout) throws Exception;

    /**
     * Fits the models and writes the report.
     *
     * @param audit the body of the request: feeds, objects, findings
     * @throws Exception if it cannot be written
     */
    Report report(JsonNode audit) throws Exception;
}
