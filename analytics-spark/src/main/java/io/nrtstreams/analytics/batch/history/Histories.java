package io.nrtstreams.analytics.batch.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.plan.LayoutJson;
import io.nrtstreams.sql.plan.TopicLayout;
import java.io.Serializable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/** The histories of this process, so that tasks of one batch go on where those of the last one stopped. Thread-safe. */
public final class Histories {

    /** As many topics as are read from their histories at the same time in any sensible server. */
    private static final int KEPT = 64;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<Wanted, TopicHistory> KNOWN = new LinkedHashMap<>(16, 0.75f, true);

    private Histories() {}

    /**
     * A history that travels to tasks.
     *
     * @param layout as {@link LayoutJson} writes it
     */
    public record Wanted(StartFrom place, String layout) implements Serializable {

        /** The history of what a stream or table reads. */
        public static Wanted of(StartFrom place, TopicLayout layout) {
            return new Wanted(place, LayoutJson.write(layout).toString());
        }

        private TopicLayout read() {
            try {
                return LayoutJson.read(JSON.readTree(layout));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("a layout that this program has written is no JSON", e);
            }
        }
    }

    /**
     * The history in this process; it stays open.
     *
     * @param formats the same in all calls of this process
     * @param hadoop settings of {@code fs.s3a}
     */
    public static TopicHistory of(Wanted wanted, Formats formats, Configuration hadoop) {
        synchronized (KNOWN) {
            TopicHistory history =
                    KNOWN.computeIfAbsent(wanted, made -> new TopicHistory(made.place(), made.read(), formats, hadoop));
            Iterator<TopicHistory> eldest = KNOWN.values().iterator();
            if (KNOWN.size() > KEPT) {
                eldest.next().close();
                eldest.remove();
            }
            return history;
        }
    }
}
