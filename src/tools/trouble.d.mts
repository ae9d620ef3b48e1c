export function troubleIn(text: string): { code: string; when: RegExp; sentence: string } | null;
export function reasonIn(text: string, otherwise: string): string;
