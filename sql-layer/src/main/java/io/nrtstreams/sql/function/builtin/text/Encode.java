package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;

@ScalarFunction(
        name = "ENCODE",
        category = "STRING",
        description =
                "Writes a text that is in one encoding in another one: hex, utf8, ascii or base64. Hexadecimal input"
                        + " may begin with 0x or be in X'...'; output is in lower case.",
        examples = "ENCODE('4869', 'hex', 'utf8') -> 'Hi'")
final class Encode {

    private Encode() {}

    @Signature
    static String encode(
            @Parameter(name = "text", description = "what to convert") String text,
            @Parameter(name = "from", description = "the encoding that it is in") String from,
            @Parameter(name = "to", description = "the encoding that is wanted, another one") String to) {
        Encoding input = Encoding.of(from);
        Encoding output = Encoding.of(to);
        if (input == output) {
            throw new IllegalArgumentException("ENCODE needs two encodings that differ");
        }
        return output.encode(input.decode(input == Encoding.HEX ? digits(text) : text));
    }

    private static String digits(String text) {
        String digits = text;
        if (text.startsWith("0x")) {
            digits = text.substring(2);
        } else if ((text.startsWith("X'") || text.startsWith("x'")) && text.length() > 2 && text.endsWith("'")) {
            digits = text.substring(2, text.length() - 1);
        }
        return digits.length() % 2 == 0 ? digits : "0" + digits;
    }
}
