import { LANGS, LANGUAGES, type Lang } from '../locales/languages.ts';

export function Languages({ label, chosen, onChoose }: { label: string; chosen: Lang; onChoose: (lang: Lang) => void }) {
  return (
    <div class="segments" role="group" aria-label={label}>
      {LANGS.map((lang) => (
        <button key={lang} type="button" lang={lang} aria-pressed={chosen === lang} onClick={() => onChoose(lang)}>
          {LANGUAGES[lang].name}
        </button>
      ))}
    </div>
  );
}
