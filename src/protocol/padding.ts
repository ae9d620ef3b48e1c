import type { PhoneView } from './views/phone.ts';

/**
 * An observer of encrypted traffic sees the length of messages. Padding makes everything that a phone asks equally long, and
 * everything that it is told about itself.
 */
const ASK_LENGTH = 256;
const OWN_LENGTH = 160;

const spaces = (length: number) => ' '.repeat(Math.max(0, length));

export function padAsk<T extends object>(ask: T): T & { pad: string } {
  return { ...ask, pad: spaces(ASK_LENGTH - JSON.stringify({ ...ask, pad: '' }).length) };
}

/** Pads by the length of `mine`, the only part of a view that depends on what this phone itself asked. Another such part must be padded here too. */
export function padView(view: PhoneView): PhoneView & { pad: string } {
  return { ...view, pad: spaces(OWN_LENGTH - JSON.stringify('mine' in view.screen ? view.screen.mine : '').length) };
}
