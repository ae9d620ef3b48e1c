/** The style of "papier & schemer": warm paper by day, plum-indigo dusk at night, one apricot light. */
export * as colours from './colours.ts';

/** A choice is never known by its colour alone: see `badge`. `tint` lies behind the badge. */
export const choiceColours = {
  A: { ground: '#2B2A8C', text: '#FFFFFF', tint: '#DCDBF3' },
  B: { ground: '#FFC02E', text: '#1D1B36', tint: '#FFE6AE' },
  C: { ground: '#16BFC2', text: '#1D1B36', tint: '#CDF1F1' },
  D: { ground: '#B42F55', text: '#FFFFFF', tint: '#F3D6DF' },
} as const;

/** Colours of the board only. They do not become CSS variables. */
export const boardColours = {
  /** Grounds with high contrast. */
  black: '#000000',
  /** The light of the hour, laid over people: a tint, or a wash if the renderer cannot tint. */
  dusk: '#F6DDD3',
  duskWash: '#B01E18',
  night: '#E0D1EA',
  nightWash: '#3A0468',
  /** Under feet. */
  shadow: '#6B4E1E',
  /** Behind captions. */
  foregroundDay: '#785428',
  foregroundDusk: '#3A223C',
  foregroundNight: '#14122E',
  /** Over a scene while the class looks at a phone. */
  dark: '#12112B',
  hour: '#1B1938',
  tagline: '#2B2944',
  otherBar: '#B4552F',
  /** A phone on the board. */
  phone: '#15132B',
  /** Who speaks in its chat. */
  speakers: ['#47592F', '#2F5F8A', '#8A3B5C', '#6B4A12', '#4E3F9E', '#1F6463', '#8A3A1E', '#5A4A63'],
  emptyChat: '#D3CBE8',
  typing: '#8F83C9',
  deleted: '#ECE8F4',
  field: '#EEEAF6',
  wave: '#BDB4DE',
  waveMine: '#A9A2F0',
  notice: '#FFE6AE',
  stickerCounter: '#D9CFEE',
  photoCounter: '#B1B6C4',
  closedChat: '#D5D1DE',
  closedText: '#3B3858',
  closedPage: '#CFCBDA',
  /** A vote: the hill of paper, the cards beside the question, the timer. */
  hill: '#F3E7CE',
  question: '#DCDBF3',
  subject: '#BFE3DC',
  rim: '#6B648C',
  water: '#CFC6F2',
  dial: '#3A3766',
  dot: '#6B64A8',
  /** A result: the floor under the piles, the light behind the path, the paths that were not taken. */
  floor: '#E2D3B2',
  sun: '#FFD9A8',
  sunEdge: '#F3B98C',
  untaken: '#5A5488',
} as const;

/** Drawings of a story and of the flow of a lesson, for writers and developers. */
export const diagramColours = {
  ink: '#231f3d',
  white: '#fff',
  paper: '#faf6ec',
  arrow: '#8a84ab',
  flowArrow: '#6d668f',
  group: '#ece8f6',
  innerGroup: '#dcecef',
  vote: '#fff1c9',
  junction: '#ecebf5',
  talk: '#e3f4f1',
  live: '#ffe1d6',
  /** How much is seen of a story, from little to all of it. Ink can be read on each. */
  seen: ['#ffffff', '#fdeed9', '#fbd9ac', '#f7bd7a', '#ef9d4e'],
} as const;

export const fonts = {
  heading: "'Bricolage Grotesque Variable', 'Bricolage Grotesque', 'Atkinson Hyperlegible Next Variable', sans-serif",
  text: "'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible Next', 'Noto Sans', 'Noto Sans Arabic', sans-serif",
} as const;
