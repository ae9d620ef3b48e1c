import type { Lang } from '../../locales/languages.ts';
import chat from '../../locales/nl/phone-chat.json';
import type { TextKey, Values } from '../../locales/text-key.ts';
import { keepDutch, translatorOf } from '../texts.ts';

keepDutch('phone-chat', chat);

export type TranslateChat = (key: TextKey<typeof chat>, values?: Values) => string;

export const liveTextsIn = (lang: Lang): TranslateChat => translatorOf(lang, 'phone-chat');
