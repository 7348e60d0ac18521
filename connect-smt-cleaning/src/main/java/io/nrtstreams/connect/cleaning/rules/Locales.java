package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.TextMistake;
import java.util.Arrays;
import java.util.Locale;

/** Reads locales by their tags (BCP 47). */
final class Locales {
    private Locales() {}

    /**
     * The locale that a tag such as {@code de-DE} names.
     *
     * @throws TextMistake if Java has no data for it
     */
    static Locale parse(Literal tag) {
        Locale locale = Locale.forLanguageTag(tag.text());
        boolean known = !locale.getLanguage().isEmpty()
                && Arrays.asList(Locale.getAvailableLocales()).contains(locale);
        if (!known) {
            throw new TextMistake(tag.column(), "expected a locale such as de-DE");
        }
        return locale;
    }
}
