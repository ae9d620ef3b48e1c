import { texts } from '../ui/locale.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';
import { preparationEn } from './prepare/preparation-en.ts';
import { preparationNl } from './prepare/preparation-nl.ts';
import { lessonEn } from './run/lesson-en.ts';
import { lessonNl } from './run/lesson-nl.ts';

export const say = texts({ ...nl, ...lessonNl, ...preparationNl }, { ...en, ...lessonEn, ...preparationEn });
