/** Ages. */
export const BANDS = ['10-12', '12-14', '14-16'] as const;
export const EMOTIONS = [
  'neutral',
  'happy',
  'laughing',
  'worried',
  'ashamed',
  'angry',
  'thinking',
  'relieved',
  'sad',
  'startled',
  'smirking',
  'determined',
] as const;
export const POSES = ['plain', 'phone', 'think', 'cover', 'hide', 'away'] as const;
export const SIDES = ['left', 'centre', 'right'] as const;
/** Beside each other on the board. */
export const MOST_STANDING = 3;
export const PLACES = ['bedroom', 'classroom', 'schoolyard', 'kitchen', 'canteen', 'bikeshed', 'hallway'] as const;
export const LIGHTS = ['day', 'dusk', 'night'] as const;
export const WEATHERS = ['rain'] as const;
export const SOUNDS = [
  'message-in',
  'message-out',
  'seen-tick',
  'screen-on',
  'removed-from-group',
  'outcome-light',
  'outcome-heavy',
  'forwarded',
] as const;
export const TILES = ['sticker', 'photo', 'voice'] as const;
/** Abstract drawings that a vote may be about: no person, animal or food. */
export const DRAWINGS = ['abstract-sticker'] as const;
/** The participant role that a choice takes, after the bystander literature. */
export const ROLES = ['help', 'private-help', 'involve', 'stay-out', 'join-in'] as const;
export type ChoiceRole = (typeof ROLES)[number];

/** What a question asks about, for results that are told together. */
export const ASKS = ['disapproval', 'prediction', 'act', 'estimate'] as const;
/** `public`: there, for all · `private`: to whom it happens · `sender`: to who sent it · `close`: shut the chat. */
export const ACTS = ['public', 'private', 'sender', 'adult', 'laugh', 'forward', 'close'] as const;

/** Everybody that the board can draw: pupils, then grown-ups. A test holds this list and the drawings equal. */
export const LOOKS = [
  'noor',
  'sem',
  'yusuf',
  'kofi',
  'aylin',
  'lotte',
  'zofia',
  'imran',
  'mila',
  'daan',
  'harjit',
  'robin',
  'nova',
  'jayden',
  'mentor',
  'zorg',
  'ouder',
] as const;
export type LookName = (typeof LOOKS)[number];
/** Every emoji that a reaction may be; a test holds this list and the drawings equal. */
export const EMOJI = [
  'thumbs-up',
  'thumbs-down',
  'clapping-hands',
  'waving-hand',
  'folded-hands',
  'crossed-fingers',
  'raised-hand',
  'heart-hands',
  'eyes',
  'red-heart',
  'blue-heart',
  'star',
  'fire',
  'sparkles',
  'party-popper',
  'popcorn',
  'pizza',
  'birthday-cake',
  'soccer-ball',
  'video-game',
  'roller-coaster',
  'see-no-evil-monkey',
  'slightly-smiling-face',
  'grinning-face-with-smiling-eyes',
  'face-with-tears-of-joy',
  'rolling-on-the-floor-laughing',
  'smiling-face-with-sunglasses',
  'hugging-face',
  'winking-face',
  'thinking-face',
  'neutral-face',
  'face-with-rolling-eyes',
  'grimacing-face',
  'shushing-face',
  'zipper-mouth-face',
  'face-with-hand-over-mouth',
  'pensive-face',
  'crying-face',
  'loudly-crying-face',
  'smirking-face',
] as const;
export type EmojiName = (typeof EMOJI)[number];
