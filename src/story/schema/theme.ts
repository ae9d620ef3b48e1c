/** What stories are about, to choose by: a short list, so that a teacher finds two stories under one word. */
export const THEMES = {
  'leaving-out': { nl: 'Buitensluiten', en: 'Leaving out' },
  'group-chat': { nl: 'Groepsapps', en: 'Group chats' },
  pictures: { nl: 'Foto’s en stickers', en: 'Photos and stickers' },
  consent: { nl: 'Toestemming', en: 'Consent' },
  fakes: { nl: 'Nep en AI', en: 'Fakes and AI' },
  mockery: { nl: 'Voor schut', en: 'Mockery' },
  rumours: { nl: 'Roddels', en: 'Rumours' },
  bystanders: { nl: 'Omstanders', en: 'Bystanders' },
} as const satisfies Record<string, { nl: string; en: string }>;

export type ThemeId = keyof typeof THEMES;
export const THEME_IDS = Object.keys(THEMES) as [ThemeId, ...ThemeId[]];
