import type { DebriefView } from './debrief.ts';
import type { DeskView } from './desk.ts';
import type { PhoneView } from './phone.ts';
import type { StageView } from './stage.ts';

/** What any page may be sent. */
export type View = StageView | DeskView | PhoneView | DebriefView;
