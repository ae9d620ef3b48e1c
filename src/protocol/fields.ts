import * as z from 'zod';
import { LANGS } from '../locales/languages.ts';

/** Fields that several messages have. */

export const Language = z.enum(LANGS);
/** The id of a story, a node, a round, a choice and the like: whether there is such a one is for the rules to say. */
export const Name = z.string().min(1).max(80);
export const Count = z.int().min(0).max(100_000);
