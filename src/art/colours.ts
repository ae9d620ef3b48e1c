/** Each on its own, so that a page carries those that its drawings use. */
export const ink = '#1D1B36';
export const ink2 = '#4A4766';
export const paper = '#FBF6EC';
export const paper2 = '#F1E7D3';
export const card = '#FFFFFF';
export const white = '#FFFFFF';
/** Text on a dark ground. */
export const cream = '#FFF8EA';
/** Decoration only: too pale for a border that means something. */
export const line = '#D9CBAF';
/** Borders of controls. */
export const edge = '#8A84A6';
/** Cards that lie on paper and must be seen against white. */
export const milk = '#FFFDF8';
export const dawn = '#FDF0D9';
export const night = '#1C1A3A';
export const night2 = '#2A2752';
export const night3 = '#3B376B';
/** Secondary text on night. */
export const mist = '#C9C4E6';
export const glow = '#FFB870';
export const brand = '#5B50D6';
export const brandDark = '#453BB5';
export const tint = '#F4F1FA';
export const plum = '#3A2E6B';
export const chatPage = '#F4F1FA';
export const chatBar = '#E6E0F2';
export const envelope = '#D8D0F2';
export const lilac = '#D9D2F5';
export const aubergine = '#2A2150';
/** A face without a photo, and the light that breathes. */
export const apricot = '#FFC98A';
export const dusk = '#C58A9A';
/** A photo that is not shown. */
export const photo = '#C5C9D4';
export const sealed = '#EFE7D2';
/** The track of a bar. */
export const track = '#EADFC8';
export const disabledEdge = '#D2CBE6';
export const disabledText = '#757089';
/** Lines of the map that the class did not take. */
export const route = '#5C5878';
/** The ground of everything with high contrast. */
export const solid = '#0D0C20';
/** Who speaks in a chat of several people. */
export const name0 = '#3F5B2A';
export const name1 = '#2B5C8F';
export const name2 = '#8A3B12';
export const name3 = '#6B2FA0';
export const name4 = '#9B1F4E';
export const name5 = '#0B6B6B';
