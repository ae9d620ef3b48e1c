import type { PhoneView } from './views/phone.ts';

/**
 * Who sees messages pass and cannot read them still sees how long they are. What a phone tells is made equally long, whatever
 * it tells, and so is what it is told about itself.
 */
const ASK_LENGTH = 256;
const OWN_LENGTH = 160;

const spaces = (length: number) => ' '.repeat(Math.max(0, length));

export function padAsk<T extends object>(ask: T): T & { pad: string } {
  return { ...ask, pad: spaces(ASK_LENGTH - JSON.stringify({ ...ask, pad: '' }).length) };
}

/** `mine`: of a view, what this phone itself has told. */
export function padView(view: PhoneView): PhoneView & { pad: string } {
  return { ...view, pad: spaces(OWN_LENGTH - JSON.stringify('mine' in view.screen ? view.screen.mine : '').length) };
}
