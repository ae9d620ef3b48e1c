import { bedroom } from './backdrop-bedroom.ts';
import { bikeshed } from './backdrop-bikeshed.ts';
import { canteen } from './backdrop-canteen.ts';
import { classroom } from './backdrop-classroom.ts';
import { hallway } from './backdrop-hallway.ts';
import { kitchen } from './backdrop-kitchen.ts';
import { schoolyard } from './backdrop-schoolyard.ts';
import { corners, type Light } from './light.ts';
import { drawing } from './paint.ts';

export type { Light } from './light.ts';
export type Place = 'bedroom' | 'classroom' | 'schoolyard' | 'kitchen' | 'canteen' | 'bikeshed' | 'hallway';

const PLACES: Record<Place, (light: Light) => string> = { bedroom, classroom, schoolyard, kitchen, canteen, bikeshed, hallway };

/** A whole scene without people: busy on the left, where they stand, and calm on the right, where the phone hangs. */
export function backdrop(place: Place, light: Light): string {
  return drawing([0, 0, 1920, 1080], PLACES[place](light) + corners(`${place}-${light}-corners`, light));
}
