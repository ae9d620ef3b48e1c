import { box, dot, drawing } from '../paint.ts';
import { bedroom } from './bedroom.ts';
import { bikeshed } from './bikeshed.ts';
import { canteen } from './canteen.ts';
import { classroom } from './classroom.ts';
import { hallway } from './hallway.ts';
import { kitchen } from './kitchen.ts';
import { corners, type Light } from './light.ts';
import { schoolyard } from './schoolyard.ts';

export type { Light } from './light.ts';
export type Place = 'bedroom' | 'classroom' | 'schoolyard' | 'kitchen' | 'canteen' | 'bikeshed' | 'hallway';

const PLACES: Record<Place, (light: Light) => string> = { bedroom, classroom, schoolyard, kitchen, canteen, bikeshed, hallway };

/** For a place that is not in the table: a lesson may keep an older story. */
const bare = () => box(0, 0, 1920, 1080, '#B9B4C6') + dot(1400, 540, 60, '#8E8A92');

/** A whole scene without people: busy on the left, where they stand, and calm on the right, where the phone hangs. */
export function backdrop(place: Place, light: Light): string {
  return drawing([0, 0, 1920, 1080], (PLACES[place] ?? bare)(light) + corners(`${place}-${light}-corners`, light));
}
