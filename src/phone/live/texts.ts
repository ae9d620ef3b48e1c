import type { Lang } from '../../locales/languages.ts';
import type texts from '../../locales/nl/phone-chat.json';
import type { TextKey, Values } from '../../locales/text-key.ts';
import { lookUp } from '../texts.ts';

const files = import.meta.glob<typeof texts>('../../locales/*/phone-chat.json', { eager: true, import: 'default' });

export type TranslateChat = (key: TextKey<typeof texts>, values?: Values) => string;

export const liveTextsIn = (lang: Lang): TranslateChat => lookUp(lang, files[`../../locales/${lang}/phone-chat.json`]);
