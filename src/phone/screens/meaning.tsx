import type { Lang } from '../../locales/languages.ts';
import { Dialog } from '../dialog.tsx';
import type { HardWord } from '../hard-words.ts';
import { laterTextsIn } from '../texts.ts';

export function Meaning({ word, lang, onClose }: { word: HardWord; lang: Lang; onClose(): void }) {
  return (
    <Dialog title={word.word} t={laterTextsIn(lang)} describedBy="meaning" onClose={onClose}>
      <p id="meaning" dir="auto">
        {word.meaning}
      </p>
    </Dialog>
  );
}
