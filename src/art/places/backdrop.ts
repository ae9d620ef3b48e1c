import { drawing } from '../paint.ts';
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

/** A whole scene without people: busy on the left, where they stand, and calm on the right, where the phone hangs. */
export function backdrop(place: Place, light: Light): string {
  return drawing([0, 0, 1920, 1080], PLACES[place](light) + corners(`${place}-${light}-corners`, light));
}
