import { expect, test } from 'vitest';
import { isAppBrowser } from '../../src/phone/app-browser.ts';

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_1_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 10; VOG-L29';

/** As people wrote them down who met them. */
test.each([
  [
    'a WebView of Android',
    `${ANDROID} Build/HUAWEIVOG-L29; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/88.0.4324.152 Mobile Safari/537.36`,
  ],
  ['a web view on an iPhone', `${IPHONE} Mobile/15E148`],
  ['the same with a version', `${IPHONE} Version/17.1 Mobile/15E148`],
  ['Messenger on an iPhone', `${IPHONE} Mobile/14A403 [FBAN/MessengerForiOS;FBAV/87.0.0.24.69;FBDV/iPhone8,4]`],
  ['the Google app on an iPhone', `${IPHONE} GSA/293.0.586 Mobile/15E148 Safari/604.1`],
])('%s keeps a seat of its own', (_, agent) => {
  expect(isAppBrowser(agent)).toBe(true);
});

test.each([
  ['Safari', `${IPHONE} Version/17.1 Mobile/15E148 Safari/604.1`],
  ['Safari 14', `${IPHONE} Version/14.0 Mobile/15E148 Safari/604.1`],
  ['Chrome on an iPhone', `${IPHONE} CriOS/53.0.2785.86 Mobile/14A403 Safari/601.1.46`],
  ['Firefox on an iPhone', `${IPHONE} FxiOS/120.0 Mobile/15E148 Safari/605.1.15`],
  ['Chrome on Android', 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36'],
  ['Firefox on Android', 'Mozilla/5.0 (Android 13; Mobile; rv:120.0) Gecko/120.0 Firefox/120.0'],
  ['Samsung’s browser', `${ANDROID}) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36`],
  ['a Chromebook', 'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36'],
  [
    'an iPad that passes for a Mac',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Safari/605.1.15',
  ],
])('%s is a pupil’s own browser', (_, agent) => {
  expect(isAppBrowser(agent)).toBe(false);
});
