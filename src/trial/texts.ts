import type texts from '../locales/nl/trial.json';
import { lang } from '../ui/locale.ts';
import { translator } from '../ui/translations.ts';

const files = import.meta.glob<typeof texts>('../locales/*/trial.json', { eager: true, import: 'default' });
export const t = translator('trial', files, () => lang.value);
