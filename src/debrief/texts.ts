import type texts from '../locales/nl/debrief.json';
import { lang } from '../ui/locale.ts';
import { translator } from '../ui/translations.ts';

const files = import.meta.glob<typeof texts>('../locales/*/debrief.json', { eager: true, import: 'default' });
export const t = translator('debrief', files, () => lang.value);
