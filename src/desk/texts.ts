import type texts from '../locales/nl/desk.json';
import { lang } from '../ui/locale.ts';
import { translator } from '../ui/translations.ts';

const files = import.meta.glob<typeof texts>('../locales/*/desk.json', { eager: true, import: 'default' });
export const t = translator('desk', files, () => lang.value);
