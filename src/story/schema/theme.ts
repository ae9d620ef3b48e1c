/** What stories are about, to choose by: a short list, so that a teacher finds two stories under one word. */
export const THEMES = ['leaving-out', 'group-chat', 'pictures', 'consent', 'fakes', 'mockery', 'rumours', 'bystanders'] as const;
