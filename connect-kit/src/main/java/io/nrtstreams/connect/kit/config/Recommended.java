package io.nrtstreams.connect.kit.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;

/**
 * What a form offers for a key, and when it shows the key at all.
 *
 * @param values what is offered; empty for a key whose values cannot be listed
 * @param shownBy the key that decides whether this one is shown, null to show it always
 * @param shownFor the values of that key, in any case, for which it is shown
 */
public record Recommended(List<String> values, @Nullable String shownBy, List<String> shownFor)
        implements ConfigDef.Recommender {
    public Recommended {
        values = List.copyOf(values);
        shownFor = List.copyOf(shownFor);
    }

    /** Offers values, and shows the key always. */
    public static Recommended of(List<String> values) {
        return new Recommended(values, null, List.of());
    }

    /** Shows the key only where another has one of these values. */
    public static Recommended shownWhere(String key, String... values) {
        return new Recommended(List.of(), key, List.of(values));
    }

    /** This, offering values. */
    public Recommended offering(List<String> offered) {
        return new Recommended(offered, shownBy, shownFor);
    }

    @Override
    public List<Object> validValues(String name, Map<String, Object> parsed) {
        return List.copyOf(values);
    }

    @Override
    public boolean visible(String name, Map<String, Object> parsed) {
        return shownBy == null
                || shownFor.contains(String.valueOf(parsed.get(shownBy)).toLowerCase(Locale.ROOT));
    }
}
