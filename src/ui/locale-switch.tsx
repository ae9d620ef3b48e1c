import type { Lang } from '../protocol/identity.ts';

const NAMES: Record<Lang, string> = { nl: 'Nederlands', en: 'English' };

export function Languages({ label, chosen, onChoose }: { label: string; chosen: Lang; onChoose: (lang: Lang) => void }) {
  return (
    <div class="segments" role="group" aria-label={label}>
      {(['nl', 'en'] as const).map((lang) => (
        <button key={lang} type="button" lang={lang} aria-pressed={chosen === lang} onClick={() => onChoose(lang)}>
          {NAMES[lang]}
        </button>
      ))}
    </div>
  );
}
