package io.nrtstreams.quickstart.feed;

import io.nrtstreams.connect.mock.RecordSeries;
import io.nrtstreams.quickstart.CommandFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;

/**
 * What is to be printed.
 *
 * @param config of the connector
 * @param range which records
 * @param shard only this one
 * @param start event time of the first record; by default what the configuration says, else
 *     {@link FeedTimes#DEFAULT_START}
 * @param offsets file of the connector's offsets, for the times at which records were emitted
 * @param explanation whether the truth is printed as well
 * @param format text, json or csv
 */
public record FeedRequest(
        FeedConfig config,
        FeedRange range,
        OptionalInt shard,
        Optional<String> start,
        Optional<Path> offsets,
        Explanation explanation,
        String format) {
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final String START_KEY = "start.time";

    /**
     * Prints it; ends quietly where nobody reads on.
     *
     * @throws CommandFailure if something is wrong with what was asked for
     */
    public void print(PrintWriter out) {
        FeedFormat lines = lines();
        listing().print(lines, out);
    }

    /**
     * Writes it to a file, in UTF-8; what is there is replaced, once all is known to be right.
     *
     * @throws CommandFailure if something is wrong with what was asked for, or the file cannot be written
     */
    public void write(Path file) {
        FeedFormat lines = lines();
        FeedListing listing = listing();
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            listing.print(lines, out);
            if (out.checkError()) {
                throw new CommandFailure("--out: " + file + " cannot be written to its end; is the disk full?");
            }
        } catch (IOException e) {
            throw new CommandFailure("--out: " + file + " cannot be written (" + e + ")", e);
        }
    }

    private FeedFormat lines() {
        return Arrays.stream(FeedFormat.Name.values())
                .filter(name -> name.name().equalsIgnoreCase(format))
                .findFirst()
                .orElseThrow(() -> new CommandFailure("--format: expected one of " + names() + ", got " + format))
                .format();
    }

    private static String names() {
        return Arrays.stream(FeedFormat.Name.values())
                .map(name -> name.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private FeedListing listing() {
        RecordSeries series;
        try {
            series = RecordSeries.of(config.values());
        } catch (ConfigException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
        return new FeedListing(series, times(series), range, shard, explanation);
    }

    private FeedTimes times(RecordSeries series) {
        if (offsets.isPresent() && start.isPresent()) {
            throw new CommandFailure("--start: the offsets say when records were emitted; give --start or --offsets");
        }
        return offsets.<FeedTimes>map(file -> StoredOffsets.read(file, series))
                .orElseGet(
                        () -> new FeedTimes.From(start.map(FeedRequest::instant).orElseGet(this::configuredStart)));
    }

    private static Instant instant(String text) {
        try {
            Instant instant = Instant.parse(text);
            if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            // The message below says all that is accepted, which the parser's own does not.
        }
        throw new CommandFailure(
                "--start: expected an instant from 1970 to 2100 such as 2022-11-01T00:00:00Z, got " + text);
    }

    /** The configuration is valid: the key is an instant, or a word for the present. */
    private Instant configuredStart() {
        try {
            return Instant.parse(config.values().getOrDefault(START_KEY, ""));
        } catch (DateTimeParseException e) {
            return FeedTimes.DEFAULT_START;
        }
    }
}
