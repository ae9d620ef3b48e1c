import { texts } from '../debrief/language.ts';
import { en } from './en.ts';
import { lessonEn } from './lesson-en.ts';
import { lessonNl } from './lesson-nl.ts';
import { nl } from './nl.ts';
import { preparationEn } from './preparation-en.ts';
import { preparationNl } from './preparation-nl.ts';

export const say = texts({ ...nl, ...lessonNl, ...preparationNl }, { ...en, ...lessonEn, ...preparationEn });
