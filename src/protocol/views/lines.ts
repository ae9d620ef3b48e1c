/** An agreement of the class: `id` is its number in the bank, or the teacher's own. */
export interface AgreementLine {
  id: string;
  text: string;
}

export interface HelpLine {
  name: string;
  what: string;
  contact: string;
  when: string | null;
}
