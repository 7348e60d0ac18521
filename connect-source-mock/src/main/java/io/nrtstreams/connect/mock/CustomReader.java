package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.kit.config.Problems;
import io.nrtstreams.connect.mock.custom.CustomFeeds;
import io.nrtstreams.connect.mock.feed.Feed;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the definition of a feed. Not thread-safe. */
final class CustomReader {
    private final SettingsReader settings;
    private final Problems problems;

    CustomReader(SettingsReader settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    /** The feed, or empty if a key or the definition is wrong. */
    Optional<Feed> read() {
        if (settings.isGiven(FeedKeys.PROFILE)) {
            problems.add(FeedKeys.PROFILE, "a custom feed behaves as it is defined; remove the key");
        }
        List<String> given = CustomKeys.SOURCES.stream()
                .filter(key -> settings.value(key) != null)
                .toList();
        if (given.size() != 1) {
            problems.add(
                    given.isEmpty() ? CustomKeys.DEFINITION : given.get(1),
                    "a custom feed needs exactly one of " + String.join(", ", CustomKeys.SOURCES));
            return Optional.empty();
        }
        String key = given.get(0);
        CustomFeeds.Result result = result(key);
        result.mistakes().forEach(mistake -> problems.add(key, mistake));
        return Optional.ofNullable(result.feed());
    }

    private CustomFeeds.Result result(String key) {
        CustomFeeds.Overrides overrides =
                new CustomFeeds.Overrides(settings.seed(), (String) settings.value(CustomKeys.KEY), settings.devices());
        String text = settings.text(key);
        return switch (key) {
            case CustomKeys.FILE ->
                problems.parse(CustomKeys.FILE, () -> Path.of(text))
                        .map(file -> CustomFeeds.ofFile(file, overrides))
                        .orElseGet(() -> new CustomFeeds.Result(null, List.of()));
            case CustomKeys.QUICKSTART -> CustomFeeds.ofQuickstart(text, overrides);
            default -> CustomFeeds.ofText(text, overrides);
        };
    }
}
