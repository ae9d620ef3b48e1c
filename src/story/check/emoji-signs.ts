import type { EmojiName } from '../schema/vocabulary.ts';

/** What somebody pastes who means such a reaction. A test holds them equal to what a phone draws. */
export const SIGNS: Record<EmojiName, string> = {
  'thumbs-up': '👍',
  'thumbs-down': '👎',
  'clapping-hands': '👏',
  'waving-hand': '👋',
  'folded-hands': '🙏',
  'crossed-fingers': '🤞',
  'raised-hand': '✋',
  'heart-hands': '💗',
  eyes: '👀',
  'red-heart': '❤️',
  'blue-heart': '💙',
  star: '⭐',
  fire: '🔥',
  sparkles: '✨',
  'party-popper': '🎉',
  popcorn: '🍿',
  pizza: '🍕',
  'birthday-cake': '🎂',
  'soccer-ball': '⚽',
  'video-game': '🎮',
  'roller-coaster': '🎢',
  'see-no-evil-monkey': '🙈',
  'slightly-smiling-face': '🙂',
  'grinning-face-with-smiling-eyes': '😄',
  'face-with-tears-of-joy': '😂',
  'rolling-on-the-floor-laughing': '🤣',
  'smiling-face-with-sunglasses': '😎',
  'hugging-face': '🤗',
  'winking-face': '😉',
  'thinking-face': '🤔',
  'neutral-face': '😐',
  'face-with-rolling-eyes': '🙄',
  'grimacing-face': '😬',
  'shushing-face': '🤫',
  'zipper-mouth-face': '🤐',
  'face-with-hand-over-mouth': '🤭',
  'pensive-face': '😔',
  'crying-face': '😢',
  'loudly-crying-face': '😭',
  'smirking-face': '😏',
};

/** A sign with or without the mark that it is to be drawn in colour. */
const bare = (sign: string) => sign.replaceAll('\uFE0F', '');
const names = new Map(Object.entries(SIGNS).map(([name, sign]) => [bare(sign), name]));

export const isSign = (text: string) => /\p{Extended_Pictographic}/u.test(text);
/** The name of a pasted emoji; null where there is none of it. */
export const nameOfSign = (text: string): string | null => names.get(bare(text.trim())) ?? null;
