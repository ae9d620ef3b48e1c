/** A text with plural forms (`key_one`, `key_other` and, for none, `key_zero`) is asked for without its ending. */
type Stem<Key> = Key extends `${infer S}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? S : Key;

/** The key of a text, from the type of the Dutch JSON. */
export type TextKey<Texts> = Stem<keyof Texts & string>;

/** The values of a text's `{{placeholders}}`, by their names; `count` also decides its plural form. */
export type Values = Record<string, string | number>;
