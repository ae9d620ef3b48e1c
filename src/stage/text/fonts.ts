const FONTS = ['800 84px "Bricolage Grotesque"', '500 44px "Atkinson Hyperlegible Next"', '700 44px "Atkinson Hyperlegible Next"'];
const PATIENCE_MS = 3000;

/** A Text that is drawn before its font is loaded would keep the wrong letters. But a school's filter may hold fonts back, or never answer. */
export async function fontsCome(): Promise<void> {
  const come = Promise.all(FONTS.map((font) => document.fonts.load(font, 'Aa ŁşğİĄé')));
  const waited = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([come.catch(() => {}), waited]);
}
