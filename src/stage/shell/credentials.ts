import { givenKey, keyOfFrame } from '../../ui/given-key.ts';
import { BOARD_KEY, type Key } from '../../ui/lesson-key.ts';
import { keep } from '../../ui/storage.ts';

/** The secret stays in this tab, where a reload and a browser that opens its tabs again after a crash find it. */
export const credentials = async (): Promise<Key | null> => keyOfFrame() ?? (await givenKey(BOARD_KEY));

export const forget = (): void => void keep('session', BOARD_KEY, null);
