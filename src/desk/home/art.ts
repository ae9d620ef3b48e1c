export { avatar } from '../../art/people/character.ts';
export { backdrop } from '../../art/places/backdrop.ts';
