export type Emotion =
  | 'neutral'
  | 'happy'
  | 'laughing'
  | 'worried'
  | 'ashamed'
  | 'angry'
  | 'thinking'
  | 'relieved'
  | 'sad'
  | 'startled'
  | 'smirking'
  | 'determined';

export type MouthName =
  | 'soft'
  | 'firm'
  | 'smirk'
  | 'side'
  | 'wobble'
  | 'tuck'
  | 'frown'
  | 'relief'
  | 'o'
  | 'angry'
  | 'grin'
  | 'laugh'
  | 'saying'
  | 'said'
  | 'smiling'
  | 'smiled';

/** How far inner end, middle and outer end of a brow stand from rest; up is negative. */
type Brow = [inner: number, middle: number, outer: number];

export interface Expression {
  brow: Brow;
  /** Where the other brow differs. */
  otherBrow?: Brow;
  /** 1 is wide open; or how a closed eye curves. */
  eye: number | 'closed up' | 'closed down';
  /** How far the lower lid comes up. */
  lid: number;
  gaze: [x: number, y: number];
  mouth: MouthName;
  blush?: number;
  /** Degrees, and how far the head and the shoulders sink. */
  tilt?: number;
  sink?: number;
  slump?: number;
  smallPupil?: boolean;
  /** Signs beside the face. */
  sweat?: boolean;
  tear?: boolean;
  sigh?: boolean;
}

const EXPRESSIONS: Record<Emotion, Expression> = {
  neutral: { brow: [0, -7, 0], eye: 0.82, lid: 0.1, gaze: [0, 0], mouth: 'soft' },
  happy: { brow: [-11, -20, -7], eye: 0.84, lid: 0.46, gaze: [0, 0], mouth: 'grin', blush: 0.2, sink: -3, slump: -3 },
  laughing: { brow: [-14, -24, -8], eye: 'closed up', lid: 0.1, gaze: [0, 0], mouth: 'laugh', blush: 0.24, tilt: 5, sink: -2 },
  worried: { brow: [-24, -14, 11], eye: 1.04, lid: -0.04, gaze: [0, 3], mouth: 'wobble', tilt: -3, slump: -4, sweat: true },
  ashamed: { brow: [-17, -9, 9], eye: 0.4, lid: 0.05, gaze: [-9, 12], mouth: 'tuck', blush: 0.72, tilt: -8, sink: 20, slump: 12 },
  angry: { brow: [19, -1, -13], eye: 0.68, lid: 0.32, gaze: [0, 2], mouth: 'angry', tilt: 2, sink: 7, slump: -11 },
  thinking: { brow: [-2, -8, 1], otherBrow: [-19, -31, -17], eye: 0.84, lid: 0.1, gaze: [12, -11], mouth: 'side', tilt: 7 },
  relieved: {
    brow: [-14, -18, -4],
    eye: 'closed down',
    lid: 0.1,
    gaze: [0, 0],
    mouth: 'relief',
    blush: 0.18,
    tilt: 3,
    sink: 2,
    slump: 14,
    sigh: true,
  },
  sad: { brow: [-23, -11, 12], eye: 0.62, lid: 0.1, gaze: [-3, 9], mouth: 'frown', blush: 0.3, tilt: -5, sink: 14, slump: 12, tear: true },
  startled: { brow: [-25, -33, -20], eye: 1.34, lid: -0.2, gaze: [0, 0], mouth: 'o', sink: -7, slump: -8, smallPupil: true },
  smirking: { brow: [7, -3, -3], otherBrow: [-12, -24, -11], eye: 0.56, lid: 0.42, gaze: [9, 0], mouth: 'smirk', tilt: 7 },
  determined: { brow: [14, -3, -9], eye: 0.76, lid: 0.26, gaze: [0, 0], mouth: 'firm', sink: -5, slump: -9 },
};

export const EMOTIONS = Object.keys(EXPRESSIONS) as Emotion[];

/** A mood that is not in the table looks neutral: a lesson may keep an older story. */
export const expressionOf = (emotion: Emotion): Expression => EXPRESSIONS[emotion] ?? EXPRESSIONS.neutral;
