package io.nrtstreams.sql.function.builtin.text;

import java.util.List;

/** Lists the functions on strings and bytes. */
public final class TextFunctions {

    private TextFunctions() {}

    public static List<Class<?>> all() {
        return List.of(
                BigintFromBytes.class,
                CharacterOf.class,
                Concat.class,
                ConcatWithSeparator.class,
                DoubleFromBytes.class,
                Element.class,
                Encode.class,
                FieldIndex.class,
                FromBytes.class,
                InitialCapitals.class,
                IntFromBytes.class,
                LeftPad.class,
                Length.class,
                LowerCase.class,
                Mask.class,
                MaskKeepLeft.class,
                MaskKeepRight.class,
                MaskLeft.class,
                MaskRight.class,
                Md5.class,
                Position.class,
                RegexpExtract.class,
                RegexpExtractAll.class,
                RegexpReplace.class,
                RegexpSplit.class,
                Replace.class,
                RightPad.class,
                Split.class,
                SplitToMap.class,
                Substring.class,
                ToBytes.class,
                Trim.class,
                UniqueId.class,
                UpperCase.class);
    }
}
