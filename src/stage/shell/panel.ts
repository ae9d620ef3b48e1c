import { type DisplaySettings, displaySettings, LOUDEST, SCALES } from '../board/display-settings.ts';
import { type TextName, t } from '../text/texts.ts';
import { element } from './element.ts';
import styles from './panel.module.css';

/** "Beeld en geluid" (picture and sound): every switch of the board, for a mouse, a finger and a keyboard. A change takes effect at once. */
export function displaySettingsPanel(set: (part: Partial<DisplaySettings>) => void): HTMLElement {
  return element('div', { class: styles.display }, sizes(set), ...switches(set), volume(set));
}

function sizes(set: (part: Partial<DisplaySettings>) => void): HTMLElement {
  const options = SCALES.map((scale) => {
    const radio = element('input', { type: 'radio', name: 'scale', value: String(scale) });
    radio.checked = displaySettings().scale === scale;
    radio.addEventListener('change', () => set({ scale }));
    return element('label', { class: styles.option }, radio, element('span', {}, t('display.percent', { count: scale * 100 })));
  });
  return element('fieldset', {}, element('legend', {}, t('display.scale')), element('div', { class: styles.options }, ...options));
}

const SWITCHES = ['contrast', 'reducedMotion', 'captions', 'muted'] as const;
const LABELS: Record<(typeof SWITCHES)[number], TextName> = {
  contrast: 'display.contrast',
  reducedMotion: 'display.reducedMotion',
  captions: 'display.captions',
  muted: 'display.muted',
};

function switches(set: (part: Partial<DisplaySettings>) => void): HTMLElement[] {
  return SWITCHES.map((name) => {
    const box = element('input', { type: 'checkbox', role: 'switch', 'data-name': name });
    box.checked = displaySettings()[name];
    box.addEventListener('change', () => set({ [name]: box.checked }));
    return element('label', { class: styles.switch }, box, element('span', {}, t(LABELS[name])));
  });
}

function volume(set: (part: Partial<DisplaySettings>) => void): HTMLElement {
  const slider = element('input', { type: 'range', min: '0', max: String(LOUDEST), step: '1', value: String(displaySettings().volume) });
  const shown = element('output', {}, String(displaySettings().volume));
  slider.addEventListener('input', () => {
    shown.textContent = slider.value;
    set({ volume: Number(slider.value) });
  });
  return element('label', { class: styles.volume }, element('span', {}, t('display.volume')), slider, shown);
}
