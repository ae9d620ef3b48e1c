/**
 * The browser inside an app, which keeps a seat of its own: Chrome's WebView, the Google app and a web view on an iPhone, by what they call
 * themselves. What an iPhone's app shows in Safari's own view cannot be told from Safari.
 */
export const isAppBrowser = (agent: string): boolean => /; wv\)|\bGSA\/|\(iP(?!.*\bSafari\/)/.test(agent);
