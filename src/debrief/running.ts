import type { DebriefView } from '../protocol/views/debrief.ts';
import { dateText } from '../ui/locale.ts';
import { t } from './texts.ts';

/** A CSS string. */
const quoted = (text: string) => `"${text.replace(/["\\\n]/g, '')}"`;

/** What stands in the margin of every printed page, for the @page rules. */
export function setRunningFoot(view: DebriefView): void {
  const { style } = document.documentElement;
  style.setProperty('--running-foot', quoted(t('sheet.foot', { title: view.story.title, date: dateText(view.date) })));
  style.setProperty('--running-page', quoted(t('sheet.page')));
}
