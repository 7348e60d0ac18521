package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(
        name = "INITCAP",
        category = "STRING",
        description =
                "The text with the first letter of each word in upper case and all others in lower case. Words are"
                        + " what white space separates.",
        examples = "INITCAP('the qUICK fox') -> 'The Quick Fox'")
final class InitialCapitals {

    private InitialCapitals() {}

    @Signature
    static String initialCapitals(@Parameter(name = "text", description = "what to convert") String text) {
        char[] characters = text.toCharArray();
        boolean first = true;
        for (int i = 0; i < characters.length; i++) {
            char character = characters[i];
            characters[i] = first ? Character.toUpperCase(character) : Character.toLowerCase(character);
            first = Character.isWhitespace(character);
        }
        return new String(characters);
    }
}
