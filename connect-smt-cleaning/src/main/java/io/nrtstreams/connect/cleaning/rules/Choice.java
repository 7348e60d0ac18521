package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Unfit;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses what is not one of a closed set; a number or boolean is compared as it prints. */
record Choice(Set<String> accepted) implements Pure {
    /** How many of the accepted texts a reason names, so that a header stays short. */
    private static final int SHOWN = 10;

    @Override
    public Object apply(Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return accepted.contains(value.toString()) ? value : Unfit.VALUE;
        }
        return Unfit.KIND;
    }

    @Override
    public String expected() {
        String more = accepted.size() > SHOWN ? ", and " + (accepted.size() - SHOWN) + " more" : "";
        return "one of "
                + accepted.stream().limit(SHOWN).map(text -> "'" + text + "'").collect(Collectors.joining(", "))
                + more;
    }
}
