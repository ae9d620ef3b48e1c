import { useEffect, useRef, useState } from 'preact/hooks';
import { LANGUAGES, type Lang } from '../locales/languages.ts';
import type { PhoneScreen } from '../protocol/views/phone.ts';
import { Drawing } from '../ui/drawing.tsx';
import { storyTexts } from './story-texts.ts';
import { laterTextsIn } from './texts.ts';

const SPEAKER =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" stroke-linecap="round" focusable="false"><path d="M3 9v6h4l6 5V4L7 9ZM17 8q4 4 0 8"/></svg>';

/** Only voices of the device itself: the others send the text to somebody else's server. */
function useVoice(lang: Lang): SpeechSynthesisVoice | undefined {
  const [voices, setVoices] = useState<SpeechSynthesisVoice[]>([]);
  useEffect(() => {
    if (!('speechSynthesis' in window)) return;
    const load = () => setVoices(speechSynthesis.getVoices());
    load();
    // Set as a property, because Safari's speechSynthesis is no event target.
    speechSynthesis.onvoiceschanged = load;
  }, []);
  const own = voices.filter((voice) => voice.localService && voice.lang.startsWith(lang));
  const [, country = ''] = LANGUAGES[lang].locale.split('-');
  return own.find((voice) => voice.lang.includes(country)) ?? own[0];
}

/** Reads the screen's story aloud once somebody asks; silent as soon as the screen shows other words. */
export function ReadAloud({ screen, spoken, lang }: { screen: PhoneScreen; spoken: Lang; lang: Lang }) {
  const t = laterTextsIn(spoken);
  const texts = storyTexts(screen, t);
  const voice = useVoice(lang);
  const stop = useRef<(() => void) | null>(null);
  const [reading, setReading] = useState(false);
  const halt = () => stop.current?.();
  useEffect(() => halt, [lang, texts.join('\n')]);
  useEffect(() => {
    addEventListener('pagehide', halt);
    return () => removeEventListener('pagehide', halt);
  }, []);
  if (!voice || texts.length === 0) return null;

  const start = () => {
    const lines = texts.map((text) => {
      const line = new SpeechSynthesisUtterance(text);
      line.voice = voice;
      line.lang = voice.lang;
      return line;
    });
    const last = lines[lines.length - 1];
    // This also keeps references to the utterances: Chrome sends no `end` for one that has been collected as garbage.
    stop.current = () => {
      for (const line of lines) line.onend = line.onerror = null;
      stop.current = null;
      speechSynthesis.cancel();
      setReading(false);
    };
    if (last) last.onend = last.onerror = halt;
    for (const line of lines) speechSynthesis.speak(line);
    setReading(true);
  };
  return (
    <button type="button" class="link" onClick={reading ? halt : start}>
      <Drawing svg={SPEAKER} class="speaker" />
      {reading ? t('stopReading') : t('readAloud')}
    </button>
  );
}
