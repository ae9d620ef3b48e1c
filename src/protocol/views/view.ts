import type { DeskView, PhoneView, StageView } from '../views.ts';
import type { DebriefView } from './debrief.ts';

/** What any page may be sent. */
export type View = StageView | DeskView | PhoneView | DebriefView;
