export interface HairColours {
  colour: string;
  light: string;
  /** Of a scarf, patka or wrap. */
  cloth: string;
  /** At the end of a braid. */
  bead: string;
}

/** `back` hangs behind the body, `front` lies on the head, `over` falls over the body; `shadow` is what it casts on the face. */
export interface Hair {
  front: string;
  shadow: string;
  back?: string;
  over?: string;
}

export type Hairdo = (colours: HairColours) => Hair;

/** Stands in a hairdo for the id of the head's clip path, which only a whole character has. */
export const HEAD_CLIP = 'HCLIP';
