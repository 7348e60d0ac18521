package io.nrtstreams.analytics.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What answers can be written as. */
enum MediaType {
    JSON_V1("application/vnd.ksql.v1+json"),
    JSON("application/json"),
    DELIMITED("application/vnd.ksqlapi.delimited.v1");

    private final String text;

    MediaType(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }

    /**
     * What a client likes best (RFC 9110, section 12.5.1).
     *
     * @param accept the header; absent when the client takes anything
     * @param offered the first of which is given to who takes anything
     * @throws RefusedRequest when it takes none of them
     */
    static MediaType choose(@Nullable String accept, List<MediaType> offered) {
        if (accept == null || accept.isBlank()) {
            return offered.get(0);
        }
        Optional<MediaType> best = Optional.empty();
        double bestWeight = 0;
        for (String part : accept.split(",", 32)) {
            String[] range = part.trim().toLowerCase(Locale.ROOT).split(";");
            double weight = weight(range);
            Optional<MediaType> match = match(range.length == 0 ? "" : range[0].trim(), offered);
            if (match.isPresent() && weight > bestWeight) {
                best = match;
                bestWeight = weight;
            }
        }
        return best.orElseThrow(() -> new RefusedRequest(
                RestError.NOT_ACCEPTABLE,
                "Accept: none of the media types asked for is given here; ask for "
                        + offered.stream().map(MediaType::toString).collect(Collectors.joining(" or "))));
    }

    private static Optional<MediaType> match(String range, List<MediaType> offered) {
        if (range.equals("*/*") || range.equals("application/*")) {
            return Optional.of(offered.get(0));
        }
        return offered.stream().filter(type -> type.text.equals(range)).findFirst();
    }

    private static double weight(String[] range) {
        return Arrays.stream(range)
                .skip(1)
                .map(String::trim)
                .filter(parameter -> parameter.startsWith("q="))
                .findFirst()
                .map(parameter -> number(parameter.substring(2)))
                .orElse(1.0);
    }

    /** A weight that is none counts as if it were not there. */
    private static double number(String text) {
        return text.matches("[01](\\.[0-9]{0,3})?") ? Double.parseDouble(text) : 1.0;
    }
}
