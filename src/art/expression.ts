export type Emotion =
  | 'neutraal'
  | 'blij'
  | 'lacht'
  | 'bezorgd'
  | 'beschaamd'
  | 'boos'
  | 'nadenkend'
  | 'opgelucht'
  | 'verdrietig'
  | 'geschrokken'
  | 'grijnst'
  | 'vastberaden';

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

export const EXPRESSIONS: Record<Emotion, Expression> = {
  neutraal: { brow: [0, -7, 0], eye: 0.82, lid: 0.1, gaze: [0, 0], mouth: 'soft' },
  blij: { brow: [-9, -17, -6], eye: 0.84, lid: 0.42, gaze: [0, 0], mouth: 'grin', blush: 0.2 },
  lacht: { brow: [-10, -20, -6], eye: 'closed up', lid: 0.1, gaze: [0, 0], mouth: 'laugh', blush: 0.24, tilt: 3 },
  bezorgd: { brow: [-17, -11, 7], eye: 1, lid: 0, gaze: [0, 3], mouth: 'wobble', tilt: -2, sweat: true },
  beschaamd: { brow: [-14, -8, 7], eye: 0.5, lid: 0.05, gaze: [-9, 9], mouth: 'tuck', blush: 0.62, tilt: -6, sink: 12, slump: 8 },
  boos: { brow: [15, -1, -9], eye: 0.68, lid: 0.25, gaze: [0, 1], mouth: 'angry', sink: 4, slump: -6 },
  nadenkend: { brow: [-3, -9, -1], otherBrow: [-16, -25, -14], eye: 0.8, lid: 0.12, gaze: [9, -8], mouth: 'side', tilt: 4 },
  opgelucht: {
    brow: [-11, -15, -4],
    eye: 'closed down',
    lid: 0.1,
    gaze: [0, 0],
    mouth: 'relief',
    blush: 0.18,
    tilt: 2,
    sink: 2,
    slump: 10,
    sigh: true,
  },
  verdrietig: { brow: [-15, -8, 8], eye: 0.66, lid: 0.1, gaze: [-3, 7], mouth: 'frown', blush: 0.3, tilt: -3, sink: 8, slump: 6, tear: true },
  geschrokken: { brow: [-19, -26, -15], eye: 1.18, lid: -0.1, gaze: [0, 0], mouth: 'o', sink: -2, smallPupil: true },
  grijnst: { brow: [4, -5, -2], otherBrow: [-8, -19, -8], eye: 0.62, lid: 0.35, gaze: [8, 0], mouth: 'smirk', tilt: 4 },
  vastberaden: { brow: [6, -5, -5], eye: 0.8, lid: 0.15, gaze: [0, 0], mouth: 'firm' },
};

export const EMOTIONS = Object.keys(EXPRESSIONS) as Emotion[];
