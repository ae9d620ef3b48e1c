import { keep, recall } from '../../ui/storage.ts';
import { applyDisplaySettings, type DisplaySettings, displaySettings, understood } from '../board/display-settings.ts';

const KEY = 'stage-comfort';
const STILL = matchMedia('(prefers-reduced-motion: reduce)');
const CONTRAST = matchMedia('(prefers-contrast: more)');

/** The teacher's switches, kept in this browser only. A switch that was never used follows the computer's setting. */
export class Preferences {
  private chosen: Partial<DisplaySettings> = {};
  private readonly changed: () => void;

  constructor(changed: () => void) {
    this.changed = changed;
    // A browser without storage, or with a broken value in it, starts with the defaults each time.
    this.chosen = recall<Partial<DisplaySettings>>('local', KEY) ?? {};
    this.apply();
    for (const query of [STILL, CONTRAST])
      query.addEventListener('change', () => {
        this.apply();
        this.changed();
      });
  }

  set(part: Partial<DisplaySettings>): void {
    this.chosen = { ...this.chosen, ...part };
    keep('local', KEY, this.chosen);
    this.apply();
    this.changed();
  }

  private apply(): void {
    applyDisplaySettings(understood(JSON.stringify(this.chosen), { reducedMotion: STILL.matches, contrast: CONTRAST.matches }));
    const { scale, contrast, reducedMotion } = displaySettings();
    const { dataset, style } = document.documentElement;
    dataset.contrast = contrast ? 'high' : 'usual';
    dataset.motion = reducedMotion ? 'still' : 'full';
    style.setProperty('--text', String(scale));
  }
}
