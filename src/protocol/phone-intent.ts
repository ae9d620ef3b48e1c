import type { Intent, PhoneIntent } from './intents.ts';

/** Apart from the schemas, so that a page can ask without zod. */
export function isPhoneIntent(intent: Intent): intent is PhoneIntent {
  return intent.type === 'seat.hop' || intent.type === 'vote.cast' || intent.type.startsWith('live.');
}
